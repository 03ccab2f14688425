/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/fold.h"

static void check(const char *text, const char *folded)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);

	assert_true(fold_add(&out, text, strlen(text)));
	assert_string_equal(text_string(&out), folded);
}

static void test_fold(void **state)
{
	(void)state;
	check("", "");
	check("Web SHOP 100% +1", "web shop 100% +1");
	check("[@`{", "[@`{");
	check("ÀÖØÞ×ß÷", "àöøþ×ß÷");
	check("ŁÓDŹ ĲŸ ĄĘ ȘȚ", "łódź ĳÿ ąę șț");
	check("ΆΈΌΎΏΑΡΣΫ ς", "άέόύώαρσϋ σ");
	check("ЀЏАЯҐӐԮ", "ѐџаяґӑԯ");
	check("ԱՖ ḀẔẠỾ ＡＺ", "աֆ ḁẕạỿ ａｚ");
	/* Characters without a small letter, and characters that are not letters. */
	check("İ 東京 🚒 ĸ", "İ 東京 🚒 ĸ");
	check("A\xff\xc3"
	      "B\xe2\x82",
		"a\xff\xc3"
		"b\xe2\x82");
}

RUN(cmocka_unit_test(test_fold))
