/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/utf8.h"

static void test_length(void **state)
{
	(void)state;
	static const struct {
		const char *text;
		size_t length;
	} cases[] = {
		{ "", 0 },
		{ "a", 1 },
		{ "\xc2\x80", 2 },
		{ "\xe2\x82\xac", 3 },
		{ "\xf0\x9f\x94\xa5", 4 },
		{ "\xf4\x8f\xbf\xbf", 4 },
		{ "\x80", 0 },
		{ "\xc0\x80", 0 }, /* overlong */
		{ "\xc1\xbf", 0 }, /* overlong */
		{ "\xe0\x9f\xbf", 0 }, /* overlong */
		{ "\xf0\x8f\xbf\xbf", 0 }, /* overlong */
		{ "\xed\xa0\x80", 0 }, /* a surrogate */
		{ "\xf4\x90\x80\x80", 0 }, /* past U+10FFFF */
		{ "\xf5\x80\x80\x80", 0 },
		{ "\xff", 0 },
		{ "\xe2\x82", 0 }, /* cut */
		{ "\xe2\x28\xa1", 0 },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		assert_int_equal(
			utf8_length(cases[i].text, strlen(cases[i].text)), cases[i].length);
}

static void test_valid(void **state)
{
	(void)state;
	assert_int_equal(utf8_valid("abc\xff"
				    "def",
				 7),
		3);
	assert_int_equal(utf8_valid("h\xc3\xa9", 3), 3);
	assert_int_equal(utf8_valid("h\xc3\xa9", 2), 1);
}

static void test_cut(void **state)
{
	(void)state;
	static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\xa5";
	static const size_t cuts[] = { 0, 1, 1, 3, 3, 3, 6, 6, 6, 6, 10, 10 };

	for (size_t limit = 0; limit < sizeof(cuts) / sizeof(cuts[0]); limit++)
		assert_int_equal(utf8_cut(text, strlen(text), limit), cuts[limit]);
}

static void test_cut_characters(void **state)
{
	(void)state;
	static const char text[] = "a\xc3\xa9\xe2\x82\xac\xf0\x9f\x94\xa5";
	static const size_t cuts[] = { 0, 1, 3, 6, 10, 10 };

	for (size_t count = 0; count < sizeof(cuts) / sizeof(cuts[0]); count++)
		assert_int_equal(utf8_cut_characters(text, strlen(text), count), cuts[count]);
}

static void test_force(void **state)
{
	(void)state;
	char text[] = "\xff\xc3\xa9\xe2\x82.\xf0\x9f\x94\xa5\xed\xa0\x80\xc3";

	utf8_force(text, strlen(text));
	assert_string_equal(text, "?\xc3\xa9??.\xf0\x9f\x94\xa5????");
	utf8_force(text, 0);
}

static void test_hidden_blank(void **state)
{
	(void)state;
	static const char *const with[] = { "\xc2\xa0", "a\xc2\xa0",
		"\xe2\x80\x8b"
		"a",
		"a\xe2\x80\xaf"
		"b",
		"\xe3\x80\x80", "\xef\xbb\xbf", "a\xe2\x80\xae", "\xe2\x81\xa0" };
	static const char *const without[] = { "", " a\t", "\xc3\xa9", "\xe2\x80\x9c",
		"\xe2\x82\xac", "\xf0\x9f\x94\xa5", "\xff" };

	for (size_t i = 0; i < sizeof(with) / sizeof(with[0]); i++)
		assert_true(utf8_has_hidden_blank(with[i]));
	for (size_t i = 0; i < sizeof(without) / sizeof(without[0]); i++)
		assert_false(utf8_has_hidden_blank(without[i]));
}

RUN(cmocka_unit_test(test_hidden_blank), cmocka_unit_test(test_length),
	cmocka_unit_test(test_valid), cmocka_unit_test(test_cut),
	cmocka_unit_test(test_cut_characters), cmocka_unit_test(test_force))
