/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/error.h"

static void test_every_kind(void **state)
{
	(void)state;
	bool used[8] = { false };

	for (int kind = 0; kind < ERROR_KINDS; kind++) {
		int status = error_exit_status((enum error_kind)kind);

		assert_non_null(error_kind_name((enum error_kind)kind));
		assert_in_range(status, 0, 7);
		assert_false(used[status]);
		used[status] = true;
		for (int other = 0; other < kind; other++)
			assert_string_not_equal(error_kind_name((enum error_kind)kind),
				error_kind_name((enum error_kind)other));
	}
}

static void test_one_line(void **state)
{
	(void)state;
	struct error err = { 0 };

	assert_false(error_set(&err, ERROR_USAGE, 0, "a%sb", "\n\t\x1b[31m\x7f"));
	assert_string_equal(err.text, "a   [31m b");
	assert_false(error_wrap(&err, "%s: ", "x"));
	assert_string_equal(err.text, "x: a   [31m b");
	assert_false(error_append(&err, "%s", "!"));
	assert_string_equal(err.text, "x: a   [31m b!");
}

static void test_cut_on_a_character(void **state)
{
	(void)state;
	struct error err = { 0 };
	char text[2 * ERROR_TEXT + 1];

	for (size_t i = 0; i < sizeof(text) - 1; i += 2)
		memcpy(text + i, "\xc3\xa9", 2);
	text[sizeof(text) - 1] = '\0';
	(void)error_set(&err, ERROR_USAGE, 0, "%s", text);
	assert_int_equal(strlen(err.text) % 2, 0);
	(void)error_wrap(&err, "x");
	(void)error_append(&err, "%s", text);
	assert_true(strlen(err.text) < ERROR_TEXT);
	assert_int_equal(strlen(err.text) % 2, 1);
}

static void test_problems(void **state)
{
	(void)state;
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	unsigned count = 0;

	assert_true(error_conclude(&err, ERROR_USAGE));
	assert_int_equal(err.kind, ERROR_NONE);
	error_add_problem(&err, "first %d", 1);
	assert_false(error_conclude(&err, ERROR_USAGE));
	assert_string_equal(err.text, "first 1");
	for (int i = 0; i < 1000; i++)
		error_add_problem(&err, "problem %d", i);
	assert_false(error_conclude(&err, ERROR_CONFIG));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_string_equal(err.text, "first 1 (and 1000 more)");
	for (const char *p = error_next_problem(&err, NULL); p; p = error_next_problem(&err, p))
		count++;
	assert_int_equal(count + problems.dropped, 1001);
	assert_true(count > 10);
}

/* Without a list the sentence is the same. */
static void test_unlisted(void **state)
{
	(void)state;
	struct error err = { 0 };

	assert_true(error_conclude(&err, ERROR_USAGE));
	error_add_problem(&err, "%s", "");
	assert_true(error_conclude(&err, ERROR_USAGE));
	error_add_problem(&err, "first %d", 1);
	error_add_problem(&err, "second");
	assert_null(error_next_problem(&err, NULL));
	assert_false(error_conclude(&err, ERROR_USAGE));
	assert_string_equal(err.text, "first 1 (and 1 more)");
	/* What failed already keeps its sentence. */
	error_add_problem(&err, "third");
	assert_string_equal(err.text, "first 1 (and 1 more)");
}

/* Each keeps its own list, and the one takes what the other lists. */
static void test_take(void **state)
{
	(void)state;
	struct problems problems = { 0 }, others = { 0 };
	struct error err = { .problems = &problems }, other = { .problems = &others }, bare = { 0 };

	error_add_problem(&err, "old");
	error_add_problem(&other, "new");
	(void)error_set(&other, ERROR_REFUSED, 404, "other");
	error_take(&err, &other);
	assert_ptr_equal(err.problems, &problems);
	assert_int_equal(err.code, 404);
	assert_string_equal(error_next_problem(&err, NULL), "new");
	error_take(&bare, &other);
	assert_null(bare.problems);
	assert_string_equal(bare.text, "other");
	error_take(&err, &bare);
	assert_null(error_next_problem(&err, NULL));
	error_add_problem(&err, "again");
	error_clear(&err);
	assert_ptr_equal(err.problems, &problems);
	assert_null(error_next_problem(&err, NULL));
	assert_int_equal(err.kind, ERROR_NONE);
}

static void test_lend(void **state)
{
	(void)state;
	struct problems own, others = { 0 };
	struct error err = { 0 }, other = { .problems = &others };

	assert_true(error_lend(&err, &own));
	error_add_problem(&err, "read");
	assert_string_equal(error_next_problem(&err, NULL), "read");
	assert_false(error_lend(&other, &own));
	assert_ptr_equal(other.problems, &others);
}

RUN(cmocka_unit_test(test_unlisted), cmocka_unit_test(test_take), cmocka_unit_test(test_lend),
	cmocka_unit_test(test_every_kind), cmocka_unit_test(test_one_line),
	cmocka_unit_test(test_cut_on_a_character), cmocka_unit_test(test_problems))
