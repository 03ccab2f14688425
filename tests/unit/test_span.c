/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json/scan.h"

#include <limits.h>

/* Reads a text that is a valid document. */
static struct span document(const char *text)
{
	struct span span = { 0 };
	size_t at;

	if (!scan_document(text, strlen(text), 64, &span, &at))
		fail_msg("not JSON at byte %zu: %s", at, text);
	return span;
}

static void assert_span(struct span span, const char *expected)
{
	if (!expected) {
		assert_null(span.start);
		return;
	}
	assert_non_null(span.start);
	if (span.len != strlen(expected) || memcmp(span.start, expected, span.len) != 0)
		fail_msg("%.*s is not %s", (int)span.len, span.start, expected);
}

static void test_kind(void **state)
{
	(void)state;
	assert_int_equal(span_kind((struct span){ 0 }), '\0');
	assert_int_equal(span_kind(document(" {}")), '{');
	assert_int_equal(span_kind(document("-1")), '-');
}

static void test_member(void **state)
{
	(void)state;
	struct span value = document("{ \"a\" : { \"b\" : [ 1 , 2 ] , \"c\" : \"}\\\"]\" } ,"
				     " \"ab\" : null, \"a\\u0062\": 7, \"x\" : 1, \"x\" : 2 }");

	assert_span(span_member(value, "a/b"), "[ 1 , 2 ]");
	assert_span(span_member(value, "a/c"), "\"}\\\"]\"");
	assert_span(span_member(value, "ab"), "null");
	assert_span(span_member(value, "x"), "2");
	assert_span(span_member(value, "b"), NULL);
	assert_span(span_member(value, "a/b/c"), NULL);
	assert_span(span_member(value, "a/b/c/d"), NULL);
	assert_span(span_member(document("[1]"), "a"), NULL);
	assert_span(span_member((struct span){ 0 }, "a"), NULL);
}

static void test_members(void **state)
{
	(void)state;
	static const char *const names[] = { "more", "limit", "offset" };
	struct span spans[COUNT(names)];

	span_members(document("{\"limit\":1,\"l\":9,\"limit\":25,\"more\":false}"), names, spans,
		COUNT(names));
	assert_span(spans[0], "false");
	assert_span(spans[1], "25");
	assert_span(spans[2], NULL);
	span_members(document("[]"), names, spans, COUNT(names));
	for (size_t i = 0; i < COUNT(names); i++)
		assert_span(spans[i], NULL);
}

static void test_next(void **state)
{
	(void)state;
	struct span array = document("[ \"],[\" , [1,[2]] ,{\"a\":[]}, -1.5 ,null,\"\\\\\" ]");
	static const char *const expected[] = { "\"],[\"", "[1,[2]]", "{\"a\":[]}", "-1.5", "null",
		"\"\\\\\"" };
	size_t at = 0;

	for (size_t i = 0; i < COUNT(expected); i++)
		assert_span(span_next(array, &at), expected[i]);
	assert_span(span_next(array, &at), NULL);
	assert_span(span_next(array, &at), NULL);
	at = 0;
	assert_span(span_next(document("[ ]"), &at), NULL);
	assert_span(span_next(document("{}"), &at), NULL);
	assert_span(span_next((struct span){ 0 }, &at), NULL);
}

static void test_next_member(void **state)
{
	(void)state;
	struct span object = document("{ \"a\\\"b\" : 1 ,\"\":[] }"), name, value;
	size_t at = 0;

	assert_true(span_next_member(object, &at, &name, &value));
	assert_span(name, "\"a\\\"b\"");
	assert_span(value, "1");
	assert_false(span_is_name(name, "a\"b", 3));
	assert_true(span_next_member(object, &at, &name, &value));
	assert_true(span_is_name(name, "", 0));
	assert_span(value, "[]");
	assert_false(span_next_member(object, &at, &name, &value));
	at = 0;
	assert_false(span_next_member(document("[]"), &at, &name, &value));
	assert_false(span_next_member((struct span){ 0 }, &at, &name, &value));
}

static void test_boolean(void **state)
{
	(void)state;
	bool value = false;

	assert_true(span_boolean(document("true"), &value));
	assert_true(value);
	assert_true(span_boolean(document("false"), &value));
	assert_false(value);
	value = true;
	assert_false(span_boolean(document("null"), &value));
	assert_false(span_boolean(document("\"false\""), &value));
	assert_false(span_boolean((struct span){ 0 }, &value));
	assert_true(value);
}

static void test_integer(void **state)
{
	(void)state;
	static const char *const none[] = { "1.0", "1e3", "\"1\"", "null", "true", "[]",
		"9223372036854775808", "12345678901234567890123456789012345" };
	char most[32];
	long value = 7;

	for (size_t i = 0; i < COUNT(none); i++)
		assert_false(span_integer(document(none[i]), &value));
	assert_false(span_integer((struct span){ 0 }, &value));
	assert_int_equal(value, 7);
	assert_true(span_integer(document(" -25 "), &value));
	assert_int_equal(value, -25);
	(void)snprintf(most, sizeof(most), "%ld", LONG_MAX);
	assert_true(span_integer(document(most), &value));
	assert_int_equal(value, LONG_MAX);
}

static void assert_string(const char *json, const char *expected, size_t len)
{
	struct text text = TEXT(TEXT_ANY);

	assert_true(span_string(document(json), &text));
	assert_int_equal(text.len, len);
	assert_memory_equal(text_string(&text), expected, len);
	text_done(&text);
}

static void test_string(void **state)
{
	(void)state;
	struct text text = TEXT(TEXT_ANY);

	assert_string("\"\"", "", 0);
	assert_string("\"caf\xc3\xa9\"", "caf\xc3\xa9", 5);
	assert_string("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t", 8);
	assert_string("\"\\u0041\\u00e9\\u20AC\\ud83d\\ude00!\"",
		"A\xc3\xa9\xe2\x82\xac\xf0\x9f\x98\x80!", 11);
	assert_string("\"a\\u0000b\"",
		"a\xef\xbf\xbd"
		"b",
		5);
	assert_string("\"\\ud83d\"", "\xef\xbf\xbd", 3);
	assert_string("\"\\ude00\\ud83d\"", "\xef\xbf\xbd\xef\xbf\xbd", 6);
	assert_string("\"\\ud83d\\n\\u0041\"", "\xef\xbf\xbd\nA", 5);
	assert_string("\"\\ud83d\\ud83d\\ude00\"", "\xef\xbf\xbd\xf0\x9f\x98\x80", 7);
	assert_false(span_string(document("1"), &text));
	assert_false(span_string((struct span){ 0 }, &text));
	assert_int_equal(text.len, 0);
	struct text small = TEXT(3);
	assert_false(span_string(document("\"four\""), &small));
	text_done(&small);
}

RUN(cmocka_unit_test(test_kind), cmocka_unit_test(test_member), cmocka_unit_test(test_members),
	cmocka_unit_test(test_next), cmocka_unit_test(test_next_member),
	cmocka_unit_test(test_boolean), cmocka_unit_test(test_integer),
	cmocka_unit_test(test_string))
