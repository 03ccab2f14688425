/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/redact.h"

static void check(const char *text, const char *redacted)
{
	char buffer[256];

	(void)snprintf(buffer, sizeof(buffer), "%s", text);
	redact(buffer);
	assert_string_equal(buffer, redacted);
}

static int forget(void **state)
{
	(void)state;
	redact_forget();
	return 0;
}

static void test_forms(void **state)
{
	(void)state;
	check("nothing is secret yet", "nothing is secret yet");
	assert_true(redact_remember("a+b/\"c d"));
	check("x a+b/\"c d y a+b/\"c d", "x *** y ***");
	check("a+b/\"c da+b/\"c d", "******");
	check("https://x/?k=a%2Bb%2F%22c%20d&l=1", "https://x/?k=***&l=1");
	check("https://x/?k=%61%2bb/%22c+d&l=1", "https://x/?k=***&l=1");
	check("a%2Bb/%22c%20%", "a%2Bb/%22c%20%");
	check("{\"key\":\"a+b/\\\"c d\"}", "{\"key\":\"***\"}");
	check("a+b/\"c", "a+b/\"c");
}

static void test_longest_first(void **state)
{
	(void)state;
	assert_true(redact_remember("token"));
	assert_true(redact_remember("token-and-more"));
	check("token-and-more token", "*** ***");
	/* The mask must not be taken for the beginning of another secret. */
	check("totokenken", "to***ken");
}

static void test_passed_over(void **state)
{
	(void)state;
	assert_true(redact_remember(NULL));
	assert_true(redact_remember(""));
	assert_true(redact_remember("abc"));
	check("abc", "abc");
	assert_true(redact_remember("abcd"));
	check("abcd", "***");
}

static void test_cut_at_the_end(void **state)
{
	(void)state;
	assert_true(redact_remember("0123456789abcdefghij"));
	check("the key is 0123456789abcde", "the key is ***");
	check("the key is 01234567", "the key is ***");
	check("the key is 0123456", "the key is 0123456");
	check("0123456789abcde is not the end", "0123456789abcde is not the end");
}

static void test_error(void **state)
{
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };

	(void)state;
	assert_true(redact_remember("S3CRET"));
	error_add_problem(&err, "first S3CRET");
	error_add_problem(&err, "second");
	error_add_problem(&err, "S3CRET");
	(void)error_set(&err, ERROR_CONFIG, 0, "S3CRET is wrong");
	redact_error(&err);
	assert_string_equal(err.text, "*** is wrong");
	const char *problem = error_next_problem(&err, NULL);
	assert_string_equal(problem, "first ***");
	problem = error_next_problem(&err, problem);
	assert_string_equal(problem, "second");
	problem = error_next_problem(&err, problem);
	assert_string_equal(problem, "***");
	assert_null(error_next_problem(&err, problem));
}

static void test_forgotten(void **state)
{
	(void)state;
	assert_true(redact_remember("S3CRET"));
	redact_forget();
	check("S3CRET", "S3CRET");
}

RUN(cmocka_unit_test_teardown(test_forms, forget),
	cmocka_unit_test_teardown(test_longest_first, forget),
	cmocka_unit_test_teardown(test_passed_over, forget),
	cmocka_unit_test_teardown(test_cut_at_the_end, forget),
	cmocka_unit_test_teardown(test_error, forget),
	cmocka_unit_test_teardown(test_forgotten, forget))
