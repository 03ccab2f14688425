/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "view/plain.h"

#define PARTED "\xe2\x80\x8b"

static void check(enum plain_for use, const char *given, const char *wanted)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);

	plain_add(&out, given, strlen(given), use);
	assert_string_equal(text_string(&out), wanted);
}

static void test_one_line(void **state)
{
	(void)state;
	check(PLAIN_TERMINAL, "  a\n\tb\r\n c \n", "a b c");
	check(PLAIN_TERMINAL, "\n \t", "");
	check(PLAIN_TERMINAL, "\033[31mred\a\x7f", "[31mred");
	check(PLAIN_TERMINAL,
		"a\xc2\x9b"
		"31mb\xc2\x85"
		"c\xe2\x80\xa8"
		"d",
		"a 31mb c d");
	check(PLAIN_TERMINAL,
		"\xe2\x80\xae"
		"abc\xe2\x81\xa6\xef\xbb\xbf",
		"abc");
	check(PLAIN_TERMINAL,
		"\xff"
		"a\xe2\x82",
		"\xef\xbf\xbd"
		"a\xef\xbf\xbd\xef\xbf\xbd");
	check(PLAIN_TERMINAL, "{{ 1 }} <b> @here `x`", "{{ 1 }} <b> @here `x`");
}

static void test_marks(void **state)
{
	(void)state;
	scoped(text_done) struct text many = TEXT(TEXT_ANY), few = TEXT(TEXT_ANY);

	(void)text_add(&many, "e");
	(void)text_add(&few, "e");
	for (int i = 0; i < 100; i++)
		(void)text_add(&many, "\xcc\x81");
	for (int i = 0; i < 8; i++)
		(void)text_add(&few, "\xcc\x81");
	check(PLAIN_TERMINAL, text_string(&many), text_string(&few));
}

static void test_chat(void **state)
{
	(void)state;
	check(PLAIN_CHAT, "{{ ctx() }}", "{" PARTED "{ ctx() }}");
	check(PLAIN_CHAT, "{{{{x", "{" PARTED "{" PARTED "{" PARTED "{x");
	check(PLAIN_CHAT, "{%if%}{#x#}{~}{ {", "{" PARTED "%if%}{" PARTED "#x#}{" PARTED "~}{ {");
	check(PLAIN_CHAT, "<% $ %>", "\xe2\x80\xb9% $ %\xe2\x80\xba");
	/* Removed characters must not let two others form a command after the check. */
	check(PLAIN_CHAT, "{\xe2\x80\xae{ 1 }}", "{" PARTED "{ 1 }}");
	check(PLAIN_CHAT, "{\xef\xbb\xbf%", "{" PARTED "%");
	check(PLAIN_CHAT, "&\xe2\x80\xaelt;", "&lt" PARTED ";");
	check(PLAIN_CHAT, "&lt;a&#60;b;c;", "&lt" PARTED ";a&#60" PARTED ";b;c;");
	check(PLAIN_CHAT, "a=1&b=2 ;", "a=1&b=2 ;");
	check(PLAIN_CHAT, "[x](y) `z`", "[x]" PARTED "(y) 'z'");
}

static void test_mentions(void **state)
{
	(void)state;
	check(PLAIN_CHAT, "@here", "@" PARTED "here");
	check(PLAIN_CHAT, "x@here @@all", "x@" PARTED "here @" PARTED "@" PARTED "all");
	check(PLAIN_CHAT, "ana@example.com", "ana@example.com");
	check(PLAIN_CHAT, " @example.com", "@" PARTED "example.com");
	check(PLAIN_CHAT, "\xc3\xa9@all.b", "\xc3\xa9@" PARTED "all.b");
	check(PLAIN_CHAT, "a@b", "a@" PARTED "b");
	check(PLAIN_CHAT, "a@", "a@" PARTED);
}

static void test_cut(void **state)
{
	(void)state;
	scoped(text_done) struct text out = TEXT(TEXT_ANY);

	plain_add_cut(&out, "abc", 3, PLAIN_CHAT, 3);
	plain_add_cut(&out,
		"d\xc3\xa9"
		"fg",
		5, PLAIN_CHAT, 3);
	assert_string_equal(text_string(&out), "abcd\xc3\xa9\xe2\x80\xa6");
}

RUN(cmocka_unit_test(test_one_line), cmocka_unit_test(test_marks), cmocka_unit_test(test_chat),
	cmocka_unit_test(test_mentions), cmocka_unit_test(test_cut))
