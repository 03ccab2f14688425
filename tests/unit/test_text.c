/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/text.h"

static void test_grows(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);

	assert_string_equal(text_string(&text), "");
	for (int i = 0; i < 1000; i++)
		assert_true(text_addf(&text, "%04d", i));
	assert_int_equal(text.len, 4000);
	assert_int_equal(strlen(text.data), 4000);
	assert_memory_equal(text.data + 3996, "0999", 5);
	text_done(&text);
	assert_null(text.data);
}

static void test_limit(void **state)
{
	(void)state;
	struct text text = TEXT(10);

	assert_true(text_add(&text, "0123456789"));
	assert_false(text_add(&text, "x"));
	assert_true(text.failed);
	assert_int_equal(text.len, 10);
	/* A failed text stays failed, even for bytes that would fit. */
	assert_false(text_add(&text, ""));
	text_clear(&text);
	assert_true(text_addf(&text, "%s", "0123456789"));
	assert_false(text_addf(&text, "%d", 1));
	assert_string_equal(text.data, "0123456789");
	text_done(&text);
}

static void test_nul_bytes(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);

	assert_true(text_add_bytes(&text, "a\0b", 3));
	assert_int_equal(text.len, 3);
	assert_memory_equal(text.data, "a\0b", 4);
	text_done(&text);
}

static void test_encoded(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);
	static const char hostile[] = "a/b?c=d&e#%20\xc3\xa9 ~-._";

	assert_true(text_add_encoded(&text, hostile, strlen(hostile)));
	assert_string_equal(text.data, "a%2Fb%3Fc%3Dd%26e%23%2520%C3%A9%20~-._");
	text_done(&text);
}

static void test_secret(void **state)
{
	struct text text = TEXT_SECRET(TEXT_ANY);
	char old[400] = { 0 };

	(void)state;
	for (int i = 0; i < 300; i++)
		assert_true(text_add(&text, "S3CRET"));
	assert_int_equal(text.len, 1800);
	assert_memory_equal(text.data + 1794, "S3CRET", 7);
	text_clear(&text);
	assert_memory_equal(text.data, old, sizeof(old));
	text_done(&text);
	assert_true(text.secret);
	assert_null(text.data);
}

RUN(cmocka_unit_test(test_grows), cmocka_unit_test(test_limit), cmocka_unit_test(test_nul_bytes),
	cmocka_unit_test(test_encoded), cmocka_unit_test(test_secret))
