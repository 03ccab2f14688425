/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "schema/schema.h"
#include "json/json.h"
#include "json/read.h"

#include "base/scope.h"

static struct json_object *parse(const char *text)
{
	struct json_object *value = NULL;
	struct error err = { 0 };

	if (!json_read(text, strlen(text), JSON_DEPTH_PARAMETERS, "the text", ERROR_USAGE, &value,
		    &err))
		fail_msg("%s: %s", text, err.text);
	return value;
}

/*
 * The problem that each keyword reports, and its place. The other keywords are tested by the suite.
 * If says is NULL, the value is accepted.
 */
static const struct {
	const char *schema, *text, *says;
} sentences[] = {
	{ "{\"properties\":{\"a/b~c\":{\"items\":{\"type\":\"null\"}}}}", "{\"a/b~c\":[null,1]}",
		"data/a~1b~0c/1 must be null, not 1" },
	{ "{\"type\":[\"string\",\"null\",\"object\"]}", "[]",
		"data must be a string or an object, not []" },
	{ "{\"enum\":[1,null,\"a\",[2]]}", "\"b\"", "data must be one of 1, a, [2], not \"b\"" },
	{ "{\"enum\":[\"a\"]}", "null", "data must be a, not null" },
	{ "{\"type\":\"string\",\"enum\":[\"a\"]}", "1", "data must be a string, not 1" },
	{ "{\"const\":{\"a\":1}}", "{\"a\":2}", "data must be {\"a\":1}, not {\"a\":2}" },
	{ "{\"const\":1.0}", "1", NULL },
	{ "{\"maximum\":1048576}", "1048577", "data must be at most 1048576" },
	{ "{\"exclusiveMinimum\":0}", "0", "data must be above 0" },
	{ "{\"exclusiveMaximum\":0.5}", "0.5", "data must be below 0.5" },
	{ "{\"multipleOf\":0.01}", "0.075", "data must be a multiple of 0.01" },
	{ "{\"minItems\":2}", "[1]", "data must have at least 2 elements" },
	{ "{\"uniqueItems\":true}", "[1,2,1]", "data/2 appears twice" },
	{ "{\"uniqueItems\":false}", "[1,1]", NULL },
	{ "{\"properties\":{\"a\":{\"$ref\":\"#/definitions/none\"}}}", "{\"a\":1}",
		"data/a cannot be checked: its schema leads nowhere" },
	{ "{\"additionalProperties\":false,\"properties\":{\"a\":{}}}", "{\"a\":1,\"b\":2}",
		"data/b is not allowed" },
	{ "{\"anyOf\":[{\"type\":\"string\",\"maxLength\":2},{\"type\":\"object\"}]}", "\"abc\"",
		"data must have at most 2 characters" },
	{ "{\"anyOf\":[{\"type\":\"string\"},{\"title\":\"a list\",\"type\":\"array\"}]}", "1",
		"data must be a string or a list, not 1" },
	{ "{\"oneOf\":[{\"title\":\"a big one\",\"minimum\":9},{\"title\":\"an even one\","
	  "\"multipleOf\":2}]}",
		"10", "data must be either a big one or an even one alone, not 10" },
	{ "{\"oneOf\":[{\"title\":\"a big one\",\"minimum\":9},{\"title\":\"an even one\","
	  "\"multipleOf\":2}]}",
		"3", "data must be a big one or an even one, not 3" },
	{ "{\"not\":{\"title\":\"be three\",\"const\":3}}", "3", "data must not be three" },
	{ "{\"not\":{\"const\":3}}", "3", "data must not be like that" },
	{ "{\"const\":1}", "\"0123456789012345678901234567890123456789012345678901234567890123\"",
		"data must be 1, not \"01234567890123456789012345678901234567890123456789012345678"
		"..." },
	{ "{\"definitions\":{\"d\":{\"type\":\"string\"}},\"items\":{\"$ref\":\"#/definitions/"
	  "d\"}}",
		"[\"a\",1]", "data/1 must be a string, not 1" },
	{ "{\"format\":\"email\"}", "\"@example.com\"",
		"data must be an e-mail address, not \"@example.com\"" },
	{ "{\"format\":\"date-time\"}", "\"2026-01-31\"", NULL },
};

static void test_sentences(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(sentences); i++) {
		struct json_object *schema = parse(sentences[i].schema),
				   *value = parse(sentences[i].text);
		struct problems problems = { 0 };
		struct error err = { .problems = &problems };
		bool ok = schema_check(schema, value, "data", &err);
		const char *first = error_next_problem(&err, NULL);

		if (ok != !sentences[i].says || (!ok && strcmp(first, sentences[i].says) != 0))
			fail_msg("%s: %s: %s", sentences[i].schema, sentences[i].text,
				first ? first : "accepted");
		if (!ok && error_next_problem(&err, first))
			fail_msg("and %s", error_next_problem(&err, first));
		json_object_put(schema);
		json_object_put(value);
	}
}

static void test_every_schema(void **state)
{
	(void)state;
	struct error err = { 0 };
	size_t count = 0;

	for (const char *name; (name = schema_name(count)); count++) {
		struct json_object *schema = schema_find(name);

		assert_non_null(schema);
		assert_true(schema_is_valid(schema, &err));
		assert_true(count == 0 || strcmp(schema_name(count - 1), name) < 0);
	}
	assert_true(count >= 9);
	assert_null(schema_find("nonsense"));
	schema_free_all();
}

static void expect_filled(const char *schema_text, const char *text, const char *expected)
{
	struct json_object *schema = parse(schema_text), *value = parse(text),
			   *right = parse(expected);
	struct error err = { 0 };

	assert_true(schema_fill(schema, value, &err));
	if (!json_object_equal(value, right))
		fail_msg("%s became %s", text, json_object_to_json_string(value));
	json_object_put(schema);
	json_object_put(value);
	json_object_put(right);
}

static void test_fill(void **state)
{
	(void)state;
	static const char schema[] =
		"{\"properties\":{\"type\":{\"default\":\"t\"},\"n\":{\"default\":1},\"in\":{"
		"\"properties\":{\"type\":{\"default\":\"i\"},"
		"\"m\":{\"default\":[]}}},\"list\":{\"items\":{\"properties\":{\"k\":{\"default\":"
		"null},\"j\":{\"default\":2}}}}}}";

	expect_filled(schema, "{}", "{\"type\":\"t\",\"n\":1}");
	expect_filled(schema, "{\"n\":5,\"in\":{}}",
		"{\"type\":\"t\",\"n\":5,\"in\":{\"type\":\"i\",\"m\":[]}}");
	expect_filled(schema, "{\"list\":[{},{\"j\":3}]}",
		"{\"type\":\"t\",\"n\":1,\"list\":[{\"j\":2},{\"j\":3}]}");
	/* A member that is null was given. */
	expect_filled(
		schema, "{\"n\":null,\"in\":null}", "{\"type\":\"t\",\"n\":null,\"in\":null}");
	expect_filled(schema, "[]", "[]");
	/*
	 * Defaults are filled in through references and allOf, but not through anyOf, because it is
	 * not known which form was meant.
	 */
	static const char referring[] =
		"{\"definitions\":{\"d\":{\"properties\":{\"a\":{\"default\":1}}}},"
		"\"properties\":{\"in\":{\"$ref\":\"#/definitions/d\"},\"list\":{\"items\":{"
		"\"$ref\":\"#/definitions/d\"}}},"
		"\"allOf\":[{\"properties\":{\"b\":{\"default\":2}}}],"
		"\"anyOf\":[{\"properties\":{\"c\":{\"default\":3}}}]}";
	expect_filled(referring, "{\"in\":{},\"list\":[{}]}",
		"{\"in\":{\"a\":1},\"list\":[{\"a\":1}],\"b\":2}");
}

/*
 * At the top only the type is required, but within a given member everything is. Only types are
 * filled in.
 */
static void test_update(void **state)
{
	static const char schema[] =
		"{\"required\":[\"n\",\"type\"],\"definitions\":{\"d\":{\"default\":5,\"required\":"
		"[\"k\"],"
		"\"properties\":{\"type\":{\"default\":\"d\"},\"k\":{\"default\":1}}}},"
		"\"properties\":{\"type\":{\"default\":\"t\"},\"n\":{\"default\":1},"
		"\"of\":{\"$ref\":\"#/definitions/d\"},"
		"\"list\":{\"items\":{\"properties\":{\"m\":{\"default\":2}}}}},"
		"\"allOf\":[{\"properties\":{\"a\":{\"default\":3}}}]}";
	static const char update[] =
		"{\"required\":[\"type\"],\"definitions\":{\"d\":{\"required\":[\"k\"],"
		"\"properties\":{\"type\":{\"default\":\"d\"},\"k\":{}}}},"
		"\"properties\":{\"type\":{\"default\":\"t\"},\"n\":{},"
		"\"of\":{\"$ref\":\"#/definitions/d\"},"
		"\"list\":{\"items\":{\"properties\":{\"m\":{}}}}},"
		"\"allOf\":[{\"properties\":{\"a\":{}}}]}";
	struct json_object *whole = parse(schema), *right = parse(update),
			   *out = schema_for_update(whole);

	(void)state;
	if (!json_object_equal(out, right))
		fail_msg("it became %s", json_object_to_json_string(out));
	json_object_put(whole);
	json_object_put(right);
	json_object_put(out);
	expect_filled(update, "{\"of\":{}}", "{\"type\":\"t\",\"of\":{\"type\":\"d\"}}");
}

/* If says is NULL, the schema is valid. */
static const struct {
	const char *text, *says;
} validity[] = {
	{ "{\"properties\":{\"pattern\":{}}}", NULL },
	{ "{\"definitions\":{\"d\":{\"type\":\"string\"}},\"properties\":{\"a\":{\"$ref\":\"#/"
	  "definitions/d\"}},\"required\":[\"a\"],\"default\":{\"a\":\"\"}}",
		NULL },
	{ "{\"pattern\":\"x\"}", "/pattern: is a keyword that the checker does not know" },
	{ "{\"properties\":{\"a\":{\"oneOff\":[]}}}", "/properties/a/oneOff: is a keyword" },
	{ "{\"items\":{\"if\":{}}}", "/items/if: is a keyword" },
	{ "{\"anyOf\":[{},{\"allOf\":[{\"x\":1}]}]}", "/anyOf/1/allOf/0/x: is a keyword" },
	{ "{\"items\":[{}]}", "/items: is not a schema" },
	{ "{\"not\":1}", "/not: is not a schema" },
	{ "{\"anyOf\":[]}", "/anyOf: must be an array of schemas" },
	{ "{\"properties\":[]}", "/properties: must be an object of schemas" },
	{ "{\"type\":\"text\"}", "/type: must be a type" },
	{ "{\"type\":[\"string\",1]}", "/type: must be a type" },
	{ "{\"required\":true}", "/required: must be an array of names" },
	{ "{\"required\":[1]}", "/required: must be an array of names" },
	{ "{\"required\":[\"b\"],\"properties\":{\"a\":{}}}",
		"/required: names what is not in properties" },
	{ "{\"enum\":[]}", "/enum: must be an array of values" },
	{ "{\"type\":\"string\",\"enum\":[\"a\",1]}", "/enum: is refused by the schema" },
	{ "{\"type\":\"string\",\"default\":null}", "/default: is refused by the schema" },
	{ "{\"examples\":[5],\"maximum\":4}", "/examples: is refused by the schema" },
	{ "{\"minItems\":-1}", "/minItems: must be an integer from 0" },
	{ "{\"minLength\":1.5}", "/minLength: must be an integer from 0" },
	{ "{\"maximum\":\"1\"}", "/maximum: must be a number" },
	{ "{\"multipleOf\":0}", "/multipleOf: must be above 0" },
	{ "{\"uniqueItems\":1}", "/uniqueItems: must be a boolean" },
	{ "{\"title\":{}}", "/title: must be a text" },
	{ "{\"format\":\"date\"}", "/format: is a format that the checker does not know" },
	{ "{\"items\":{\"$ref\":\"#/definitions/d\"}}", "/items/$ref: leads nowhere" },
	{ "{\"$ref\":\"other.json\"}", "/$ref: leads nowhere" },
	{ "{\"$ref\":\"#\"}", "/$ref: leads nowhere" },
	{ "{\"items\":{\"$ref\":\"#\"}}", "refers to what holds it" },
	{ "5", ": is not a schema" },
};

static void test_valid(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(validity); i++) {
		struct json_object *schema = parse(validity[i].text);
		struct error err = { 0 };
		bool ok = schema_is_valid(schema, &err);

		if (ok != !validity[i].says || (!ok && !strstr(err.text, validity[i].says)))
			fail_msg("%s: %s", validity[i].text, ok ? "valid" : err.text);
		json_object_put(schema);
	}
}

static const struct {
	const char *schema, *metadata;
} converted[] = {
	{ "{\"$schema\":\"x\",\"title\":\"t\",\"type\":\"object\",\"required\":[\"a\"],"
	  "\"properties\":{"
	  "\"a\":{\"type\":[\"string\",\"null\"],\"format\":\"email\",\"minLength\":1},\"b\":{"
	  "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"c\":{\"enum\":[1]}},"
	  "\"required\":[\"c\"]}}}}",
		"{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"],"
		"\"minLength\":1,\"required\":true},\"b\":{\"type\":\"array\",\"items\":{"
		"\"type\":\"object\",\"properties\":{\"c\":{\"enum\":[1],\"required\":true}}}}}}" },
	{ "{\"definitions\":{\"d\":{\"type\":\"string\",\"const\":\"k\"}},\"properties\":{\"a\":{"
	  "\"$ref\":\"#/definitions/d\"}}}",
		"{\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[\"k\"]}}}" },
	{ "{\"oneOf\":[{\"maximum\":1},{\"required\":[\"a\"]}],\"not\":{\"const\":1},\"allOf\":["
	  "true,"
	  "{\"multipleOf\":2}],\"exclusiveMinimum\":0,\"additionalProperties\":false}",
		"{\"anyOf\":[{\"maximum\":1},{}],\"allOf\":[{},{\"multipleOf\":2}]}" },
};

static void test_for_stackstorm(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(converted); i++) {
		struct json_object *schema = parse(converted[i].schema),
				   *expected = parse(converted[i].metadata),
				   *out = schema_for_stackstorm(schema);

		if (!json_object_equal(out, expected))
			fail_msg("%s", json_object_to_json_string(out));
		json_object_put(out);
		json_object_put(expected);
		json_object_put(schema);
	}
}

RUN(cmocka_unit_test(test_sentences), cmocka_unit_test(test_every_schema),
	cmocka_unit_test(test_fill), cmocka_unit_test(test_update), cmocka_unit_test(test_valid),
	cmocka_unit_test(test_for_stackstorm))
