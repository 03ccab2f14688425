/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json/json.h"
#include "json/read.h"

static bool reads(const char *text, struct json_object **out, struct error *err)
{
	*err = (struct error){ 0 };
	return json_read(text, strlen(text), 4, "the text", ERROR_USAGE, out, err);
}

static void test_accepts(void **state)
{
	(void)state;
	static const char *const texts[] = { "{}",
		" [1, -0.5e3, \"\\u00e9\\ud83d\\udd25\", true, null] ", "12", "-0",
		"9223372036854775807", "\"a:b,{\\\"}\"", "[[[[]]]]",
		"{\"a\":{\"a\":1},\"b\":[{\"a\":1},{\"a\":1}]}", "{\"\\\"\":1,\"\\\\\":2}" };

	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
		struct json_object *value = NULL;
		struct error err;

		if (!reads(texts[i], &value, &err))
			fail_msg("%s: %s", texts[i], err.text);
		json_object_put(value);
	}
}

static void test_refuses(void **state)
{
	(void)state;
	static const struct {
		const char *text, *says;
	} cases[] = {
		{ "", "ends too early" },
		{ "{", "ends too early" },
		{ "{\"a\":1,}", "line 1, column 8: not JSON" },
		{ "{'a':1}", "not JSON" },
		{ "[NaN]", "not JSON" },
		{ "[01]", "not JSON" },
		{ "[1.]", "not JSON" },
		{ "{} {}", "line 1, column 4: not JSON" },
		{ "{}\n// no", "line 2, column 1: not JSON" },
		{ "[\"\t\"]", "not JSON" },
		{ "[\"\\x\"]", "not JSON" },
		{ "[\"\\u0000\"]", "NUL" },
		{ "[\"\\ud800\"]", "surrogate" },
		{ "[\"\\udc00\"]", "surrogate" },
		{ "[\"\\ud800\\u0041\"]", "surrogate" },
		{ "[9223372036854775808]", "64 bits" },
		{ "[-99999999999999999999]", "64 bits" },
		{ "[[[[[]]]]]", "deeper than 4" },
		{ "{\"a\":1,\"a\":2}", "\"a\" appears twice" },
		{ "{\"a\":1,\"\\u0061\":2}", "\"a\" appears twice" },
		{ "[{\"x\":{\"b\":1,\"b\":1}}]", "\"b\" appears twice" },
		{ "{\"x\":[{\"b\":1,\"b\":1}],\"z\":1}", "\"b\" appears twice" },
		{ " {\"a\":1,\"a\":2}", "\"a\" appears twice" },
		{ "{\"a\":{\n \"b/c\":[0,\"\\u0000\"]}}",
			"line 2, column 12: a/b~1c/1: a text holds" },
		{ "\"\\u0000\"", "line 1, column 2: a text holds" },
		{ "[\"\xff\"]", "not UTF-8" },
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct json_object *value = NULL;
		struct error err;

		if (reads(cases[i].text, &value, &err))
			fail_msg("accepted: %s", cases[i].text);
		assert_null(value);
		assert_int_equal(err.kind, ERROR_USAGE);
		if (!strstr(err.text, cases[i].says))
			fail_msg("%s: %s, not %s", cases[i].text, err.text, cases[i].says);
	}
}

/* The text may end in the middle of a token. */
static void test_without_end(void **state)
{
	(void)state;
	static const char digits[] = "9223372036854775807123";
	struct json_object *value = NULL;
	struct error err = { 0 };

	assert_true(json_read(digits, 19, 4, "the text", ERROR_USAGE, &value, &err));
	assert_true(json_object_get_int64(value) == INT64_MAX);
	json_object_put(value);
	value = NULL;
	assert_false(json_read(digits, 20, 4, "the text", ERROR_USAGE, &value, &err));
	assert_non_null(strstr(err.text, "64 bits"));
}

static void test_null_document(void **state)
{
	(void)state;
	struct json_object *value = NULL;
	struct error err;

	assert_true(reads("null", &value, &err));
	assert_null(value);
}

/* Any valid JSON can be read, whatever its numbers and strings are. */
static void test_reply(void **state)
{
	(void)state;
	static const char *const good[] = { "{\"a\":1,\"a\":2}", "[\"\\u0000\"]", "[\"\\ud800\"]",
		"123456789012345678901234567890", "null" };
	static const char *const bad[] = { "", "{", "{} {}", "[nan]", "<html>" };
	struct json_object *value;

	for (size_t i = 0; i < COUNT(good); i++) {
		value = NULL;
		assert_true(json_read_reply(good[i], strlen(good[i]), &value, NULL));
		json_object_put(value);
	}
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(json_read_reply(bad[i], strlen(bad[i]), &value, NULL));
}

RUN(cmocka_unit_test(test_accepts), cmocka_unit_test(test_refuses),
	cmocka_unit_test(test_without_end), cmocka_unit_test(test_null_document),
	cmocka_unit_test(test_reply))
