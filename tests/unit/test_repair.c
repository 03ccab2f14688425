/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/utf8.h"
#include "json/repair.h"

#define MARK "\xef\xbf\xbd" /* U+FFFD */

static void assert_mended(const char *before, const char *after)
{
	struct text text = TEXT(TEXT_ANY);

	assert_true(text_add(&text, before));
	assert_true(json_repair(&text));
	assert_string_equal(text_string(&text), after);
	assert_int_equal(text.len, strlen(after));
	assert_int_equal(utf8_valid(text_string(&text), text.len), text.len);
	/* Well-formed text is not changed. */
	assert_true(json_repair(&text));
	assert_string_equal(text_string(&text), after);
	text_done(&text);
}

static void test_well_formed(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "a", "{\"a\":\"\\n\\u00e9\\\\ud800\"}",
		"\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80", "\xed\x9f\xbf\xee\x80\x80\xf4\x8f\xbf\xbf",
		"\\ud83d\\ude00", "\\uD83D\\uDE00", "\\u12", "\\", "a\\\\\\ud83d\\ude00" };

	for (size_t i = 0; i < COUNT(texts); i++)
		assert_mended(texts[i], texts[i]);
}

/* The examples of section 3.9 of the Unicode standard: one U+FFFD for each maximal subpart. */
static void test_ill_formed(void **state)
{
	(void)state;
	assert_mended("\x61\xf1\x80\x80\xe1\x80\xc2\x62\x80\x63\x80\xbf\x64",
		"a" MARK MARK MARK "b" MARK "c" MARK MARK "d");
	assert_mended("\xc0\xaf\xe0\x80\xbf\xf0\x81\x82\x41",
		MARK MARK MARK MARK MARK MARK MARK MARK "A");
	assert_mended("\xed\xa0\x80\xed\xbf\xbf\xed\xaf\x41",
		MARK MARK MARK MARK MARK MARK MARK MARK "A");
	assert_mended(
		"\xf4\x91\x92\x93\xff\x41\x80\xbf\x42", MARK MARK MARK MARK MARK "A" MARK MARK "B");
	assert_mended("\xe1\x80\xe2\xf0\x91\x92\xf1\xbf\x41", MARK MARK MARK MARK "A");
}

static void test_at_the_end(void **state)
{
	(void)state;
	assert_mended("\xc3", MARK);
	assert_mended("ab\xe2\x82", "ab" MARK);
	assert_mended("abcdefgh\xf0\x9f\x98", "abcdefgh" MARK);
	assert_mended("\x80", MARK);
	assert_mended("\xc3\xa9\xff", "\xc3\xa9" MARK);
}

static void test_surrogates(void **state)
{
	(void)state;
	assert_mended("\"\\ud800\"", "\"\\ufffd\"");
	assert_mended("\"\\uDFFF\"", "\"\\ufffd\"");
	assert_mended("\\ude00\\ud83d", "\\ufffd\\ufffd");
	assert_mended("\\ud83d\\ud83d\\ude00", "\\ufffd\\ud83d\\ude00");
	assert_mended("\\ud83d\\n", "\\ufffd\\n");
	assert_mended("\\ud83d\\\\ude00", "\\ufffd\\\\ude00");
	assert_mended("\\ud83dx\\ude00", "\\ufffdx\\ufffd");
	assert_mended("\\ud83d\\u0041", "\\ufffd\\u0041");
	assert_mended("\\ud83d\\u", "\\ufffd\\u");
	assert_mended("\\\\\\ud83d", "\\\\\\ufffd");
	assert_mended("\xff\\ud83d", MARK "\\ufffd");
}

static void test_escaped_nul(void **state)
{
	(void)state;
	assert_mended("\"\\u0000\"", "\"\\ufffd\"");
	assert_mended("\\\\u0000", "\\\\u0000");
	assert_mended("\\ud83d\\u0000\\u0001", "\\ufffd\\ufffd\\u0001");
}

static void test_mark(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);

	assert_true(text_add(&text, "\xef\xbb\xbf{}"));
	assert_true(json_repair(&text));
	assert_string_equal(text_string(&text), "{}");
	assert_int_equal(text.len, 2);
	text_clear(&text);
	assert_true(text_add(&text, "\xef\xbb\xbf"));
	assert_true(json_repair(&text));
	assert_int_equal(text.len, 0);
	/* Elsewhere it is an ordinary character. */
	text_clear(&text);
	assert_true(text_add(&text, "{\xef\xbb\xbf}"));
	assert_true(json_repair(&text));
	assert_int_equal(text.len, 5);
	text_done(&text);
}

/* A text at its limit can be repaired, although U+FFFD is longer than the byte it replaces. */
static void test_limit(void **state)
{
	(void)state;
	struct text text = TEXT(4);

	assert_true(text_add(&text, "\xff\xff\xff\xff"));
	assert_true(json_repair(&text));
	assert_string_equal(text.data, MARK MARK MARK MARK);
	assert_int_equal(text.limit, 4);
	/* The text is used again for the next reply. */
	text_clear(&text);
	assert_true(text_add(&text, "abcd"));
	assert_false(text_add(&text, "e"));
	text_done(&text);
}

static void test_nul(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);

	assert_true(text_add_bytes(&text, "a\0\xff\0b", 5));
	assert_true(json_repair(&text));
	assert_int_equal(text.len, 7);
	assert_memory_equal(text.data, "a\0" MARK "\0b", 7);
	text_done(&text);
}

static void test_secret_stays_secret(void **state)
{
	(void)state;
	struct text text = TEXT_SECRET(TEXT_ANY);

	assert_true(text_add(&text, "\xff"));
	assert_true(json_repair(&text));
	assert_true(text.secret);
	text_done(&text);
}

RUN(cmocka_unit_test(test_secret_stays_secret), cmocka_unit_test(test_well_formed),
	cmocka_unit_test(test_ill_formed), cmocka_unit_test(test_at_the_end),
	cmocka_unit_test(test_surrogates), cmocka_unit_test(test_escaped_nul),
	cmocka_unit_test(test_mark), cmocka_unit_test(test_limit), cmocka_unit_test(test_nul))
