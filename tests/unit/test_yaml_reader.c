/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "yaml/reader.h"
#include "json/json.h"

static struct json_object *read_text(const char *text, struct yaml_mark *at, struct error *err)
{
	return yaml_read(text, strlen(text), "f", at, err);
}

/* Reads a text and prints its tree as JSON. */
static void check(const char *text, const char *json)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);
	struct error err = { 0 };
	struct yaml_mark at;
	scoped(json_put_at) struct json_object *root = read_text(text, &at, &err);

	if (!root)
		fail_msg("%s: %s", text, err.text);
	assert_true(json_print(&printed, root));
	assert_string_equal(text_string(&printed), json);
}

static void refuse(const char *text, const char *sentence)
{
	struct error err = { 0 };
	struct yaml_mark at;

	assert_null(read_text(text, &at, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_string_equal(err.text, sentence);
}

static void test_values(void **state)
{
	(void)state;
	check("", "{}");
	check("# a comment alone\n", "{}");
	check("---\n...\n", "\"\"");
	check("a: 0123456\nb: 1e3\nc: true\n", "{\"a\":\"0123456\",\"b\":\"1e3\",\"c\":\"true\"}");
	check("a: [x, 'y', \"z\\u00e9\"]\n", "{\"a\":[\"x\",\"y\",\"z\xc3\xa9\"]}");
	check("a:\n  b: |\n    two\n    lines\n", "{\"a\":{\"b\":\"two\\nlines\\n\"}}");
	check("\xef\xbb\xbf"
	      "a: b\r\nc: e\r\n",
		"{\"a\":\"b\",\"c\":\"e\"}");
	check("a: &x {b: c}\nz: *x\n", "{\"a\":{\"b\":\"c\"},\"z\":{\"b\":\"c\"}}");
}

static void test_refused(void **state)
{
	(void)state;
	refuse("a: b\na: c\n", "f:2:1: the key \"a\" appears twice");
	refuse("a: b\n---\nc: e\n", "f:3:1: a second document: only one is allowed");
	refuse("a: b\n---\n", "f:3:1: a second document: only one is allowed");
	refuse("\ta: b\n", "f:1:1: not YAML: tabs are not allowed for indentation");
	refuse("a:\n\tb: c\n", "f:2:1: not YAML: tabs are not allowed for indentation");
	refuse("a: @b\n", "f:1:4: not YAML: a text that begins with @, ` or % needs quotes");
	refuse("a: \"b\n", "f:1:4: not YAML: the quote is not closed");
	refuse("x: y\na: [\n", "f:3:1: not YAML: a value is missing, or a bracket is not closed");
	refuse("<<: {a: b}\n", "f:1:1: merge keys (<<) are not supported");
	refuse("a: *b\n", "f:1:4: an alias without its anchor");
	refuse("a: &x [*x]\n", "f:1:8: an alias without its anchor");
	refuse("a: {{b}}\n",
		"f:1:5: a key must be a text; a value such as {{st2kv.system.NAME}} needs quotes");
	refuse("[a]: b\n", "f:1:1: a key must be a text");
	refuse("a: \"\\0\"\n", "f:1:4: a text must not contain NUL");
	refuse("a: \xc3\xa9\xff\n", "f:1:5: not UTF-8");
	refuse("\xff\xfe"
	       "a",
		"f:1:1: not UTF-8");
	refuse("a: b\r\xc3\xa9\x01", "f:2:2: control characters are not allowed");
}

static void test_deep(void **state)
{
	char text[200] = "a: ";

	(void)state;
	memset(text + 3, '[', 40);
	refuse(text, "f:1:35: nested deeper than a configuration can need");
}

/* Nine lists of nine aliases, each of the list before: a billion values if they were copied. */
static void test_bomb(void **state)
{
	char text[1000] = "a0: &a0 x\n";

	(void)state;
	for (int i = 1; i < 10; i++) {
		size_t len = strlen(text);

		(void)snprintf(text + len, sizeof(text) - len,
			"a%d: &a%d [*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d,*a%d]\n", i, i, i - 1,
			i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
	}
	refuse(text, "f:7:10: more values than a configuration can need");
}

static void test_anchors(void **state)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	(void)state;
	for (int i = 0; i < 65; i++)
		(void)text_addf(&text, "a%d: &a%d x\n", i, i);
	refuse(text_string(&text), "f:65:6: more anchors than a configuration can need");
}

static void test_places(void **state)
{
	struct error err = { 0 };
	struct yaml_mark at;
	scoped(json_put_at) struct json_object *root =
		read_text("a: b\n\xc3\xa9:\n  - 1\n  - ''\n  - ~\n", &at, &err);
	struct json_object *list = json_member(root, "\xc3\xa9");
	struct json_object *one = json_object_array_get_idx(list, 0);

	(void)state;
	assert_int_equal(yaml_place(list)->key_line, 2);
	assert_int_equal(yaml_place(list)->key_column, 1);
	assert_int_equal(yaml_place(one)->line, 3);
	assert_int_equal(yaml_place(one)->column, 5);
	assert_int_equal(yaml_place(one)->key_line, 0);
	assert_true(yaml_place(one)->plain);
	assert_false(yaml_is_null(one));
	assert_false(yaml_is_null(json_object_array_get_idx(list, 1)));
	assert_true(yaml_is_null(json_object_array_get_idx(list, 2)));
	assert_null(yaml_place(NULL));
}

RUN(cmocka_unit_test(test_values), cmocka_unit_test(test_refused), cmocka_unit_test(test_deep),
	cmocka_unit_test(test_bomb), cmocka_unit_test(test_anchors), cmocka_unit_test(test_places))
