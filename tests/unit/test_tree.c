/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json/json.h"
#include "json/tree.h"

enum { DEPTH = 4 };

#define MARK "\xef\xbf\xbd" /* U+FFFD */

static struct tree read_tree(const char *text)
{
	const char *bad = NULL;
	struct tree tree;

	if (tree_read(text, strlen(text), DEPTH, &tree, &bad) != TREE_READ)
		fail_msg("refused at byte %d: %s", (int)(bad - text), text);
	return tree;
}

/* Prints the tree of a document. */
static void assert_reads(const char *text, const char *printed)
{
	struct tree tree = read_tree(text);
	struct text out = TEXT(TEXT_ANY);

	assert_true(json_print(&out, tree.value));
	assert_string_equal(text_string(&out), printed);
	assert_ptr_equal(tree.document.start, text + strspn(text, " \n"));
	assert_int_equal(tree.document.len, strcspn(tree.document.start, " \n"));
	text_done(&out);
	json_object_put(tree.value);
}

static void test_values(void **state)
{
	(void)state;
	assert_reads("null", "null");
	assert_reads(" true\n", "true");
	assert_reads("[false,null,-0,12]", "[false,null,0,12]");
	assert_reads("[9223372036854775807,-9223372036854775808]",
		"[9223372036854775807,-9223372036854775808]");
	assert_reads("[1.50,1e400,-1E-7]", "[1.50,1e400,-1E-7]");
	assert_reads("\"a\\u0062\\n\\ud83d\\ude00/\"", "\"ab\\n\xf0\x9f\x98\x80/\"");
	assert_reads("{\"b\\\"\":[],\"a\":{\"\":{}}}", "{\"b\\\"\":[],\"a\":{\"\":{}}}");
}

static void test_odd_values(void **state)
{
	(void)state;
	assert_reads("[\"a\\u0000b\",\"\\ud83d\"]", "[\"a" MARK "b\",\"" MARK "\"]");
	assert_reads("[18446744073709551616,-9223372036854775809]",
		"[18446744073709551616,-9223372036854775809]");
	assert_reads("{\"a\\u0000\":1}", "{\"a" MARK "\":1}");
}

/* The first problem is reported, whatever follows. */
static void assert_problem(const char *text, const char *says, const char *place)
{
	struct tree tree = read_tree(text);

	if (!says) {
		assert_null(tree.problem);
	} else {
		assert_non_null(strstr(tree.problem, says));
		assert_int_equal(strncmp(tree.problem_place, place, strlen(place)), 0);
	}
	json_object_put(tree.value);
}

static void test_problem(void **state)
{
	(void)state;
	assert_problem("[\"\\\\u0000\",\"\\ud83d\\ude00\",1e99,123456789012345678]", NULL, NULL);
	assert_problem("{\"a\":[\"x\\ud800\",\"\\u0000\"]}", "half", "\\ud800\"");
	assert_problem("{\"a\\u0000\":12345678901234567890}", "NUL", "\\u0000\"");
	assert_problem("[1234567890123456789,12345678901234567890,\"\\udc00\"]", "64 bits",
		"12345678901234567890,");
}

static void assert_twice(const char *text, const char *name)
{
	struct tree tree = read_tree(text);

	if (!name)
		assert_null(tree.twice.start);
	else
		assert_int_equal(strncmp(tree.twice.start, name, strlen(name)), 0);
	json_object_put(tree.value);
}

static void test_twice(void **state)
{
	(void)state;
	assert_twice("{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}", NULL);
	assert_twice("{\"a\":1,\"\\u0061\":2}", "\"\\u0061\":2");
	/* The first of two, also if the second is inside the first. */
	assert_twice("{\"a\":1,\"a\":{\"b\":1,\"b\":2}}", "\"a\":{");
	assert_twice("{\"a\":1,\"x\":{\"b\":1,\"b\":2},\"a\":3}", "\"b\":2");
	/* Names that became equal. */
	assert_twice("{\"a\\ud800\":1,\"a\\ud801\":2}", NULL);
	assert_twice("{\"a\\u0000\":1,\"a" MARK "\":2}", NULL);
	assert_twice("{\"" MARK "\":1,\"" MARK "\":2}", "\"" MARK "\":2");
}

static void assert_stops(const char *text, enum tree_result result, size_t at)
{
	const char *bad = NULL;
	struct tree tree;

	assert_int_equal(tree_read(text, strlen(text), DEPTH, &tree, &bad), result);
	assert_int_equal(bad - text, at);
}

static void test_stops(void **state)
{
	(void)state;
	assert_stops("", TREE_BAD, 0);
	assert_stops(" {\"a\":[1,{}], }", TREE_BAD, 14);
	assert_stops("[1] 2", TREE_BAD, 4);
	assert_stops("[[[[1]]]", TREE_BAD, 8);
	assert_stops("[[[[[", TREE_DEEP, 4);
	assert_stops("{\"a\":[[[{}]]]}", TREE_DEEP, 8);
	/* An error is reported before an odd value. */
	assert_stops("{\"a\":\"\\u0000\",\"a\":1", TREE_BAD, 19);
}

RUN(cmocka_unit_test(test_values), cmocka_unit_test(test_odd_values),
	cmocka_unit_test(test_problem), cmocka_unit_test(test_twice), cmocka_unit_test(test_stops))
