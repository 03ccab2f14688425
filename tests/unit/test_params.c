/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "action/params.h"
#include "operations/rows.h"
#include "json/json.h"

static const struct operation row = {
	.name = "test.row",
	.method = "PUT",
	.path = "/things/{id}",
	.params = PARAMS(
		&(const struct param){
			.name = "id", .place = PLACE_PATH, .type = TYPE_STRING, .required = true },
		&(const struct param){ .name = "text", .place = PLACE_BODY, .type = TYPE_STRING },
		&(const struct param){ .name = "secret",
			.place = PLACE_BODY,
			.type = TYPE_STRING,
			.secret = true,
			.values = VALUES("a") },
		&(const struct param){ .name = "level",
			.place = PLACE_BODY,
			.type = TYPE_STRING,
			.values = VALUES("high", "low") },
		&(const struct param){ .name = "statuses",
			.place = PLACE_QUERY,
			.type = TYPE_LIST,
			.values = VALUES("triggered", "resolved") },
		&(const struct param){
			.name = "ids", .place = PLACE_BODY, .type = TYPE_LIST, .filled = true },
		&(const struct param){ .name = "maximum",
			.place = PLACE_CONTROL,
			.type = TYPE_INTEGER,
			.initial = "25",
			.most = 100 },
		&(const struct param){ .name = "flag",
			.place = PLACE_QUERY,
			.type = TYPE_BOOLEAN,
			.initial = "false" },
		&(const struct param){ .name = "data", .place = PLACE_DATA, .type = TYPE_OBJECT },
		&(const struct param){ .name = "links", .place = PLACE_BODY, .type = TYPE_OBJECTS },
		&(const struct param){ .name = "since", .place = PLACE_QUERY, .type = TYPE_TIME },
		&(const struct param){
			.name = "from_email", .place = PLACE_FROM, .type = TYPE_EMAIL },
		&(const struct param){
			.name = "path", .place = PLACE_WHOLE_PATH, .type = TYPE_STRING }),
};

/* Reads the given parameters together with a valid id. */
static struct json_object *read_with_id(const char *members, struct error *err)
{
	static struct problems problems;
	char text[1024];

	*err = (struct error){ .problems = &problems };
	error_clear(err);
	(void)snprintf(text, sizeof(text), "{\"id\":\"P1\"%s%s}", *members ? "," : "", members);
	return params_read(&row, text, strlen(text), err);
}

static void expect_accepted(const char *members, const char *expected)
{
	struct error err;
	struct json_object *values = read_with_id(members, &err);
	struct text out = TEXT(TEXT_ANY);

	if (!values)
		fail_msg("%s: %s", members, err.text);
	assert_true(json_print(&out, values));
	assert_string_equal(text_string(&out), expected);
	text_done(&out);
	json_object_put(values);
}

static void expect_refused(const char *members, const char *says)
{
	struct error err;
	struct json_object *values = read_with_id(members, &err);

	if (values)
		fail_msg("accepted: %s", members);
	assert_int_equal(err.kind, ERROR_USAGE);
	for (const char *p = error_next_problem(&err, NULL); p; p = error_next_problem(&err, p)) {
		if (strstr(p, says))
			return;
	}
	fail_msg("%s: %s, not %s", members, err.text, says);
}

#define DEFAULTS "\"maximum\":25,\"flag\":false}"

static void test_accepts(void **state)
{
	(void)state;
	expect_accepted("", "{\"id\":\"P1\"," DEFAULTS);
	expect_accepted("\"text\":null,\"statuses\":null", "{\"id\":\"P1\"," DEFAULTS);
	expect_accepted("\"text\":\"\",\"statuses\":[]", "{\"id\":\"P1\"," DEFAULTS);
	expect_accepted("\"level\":\"low\"", "{\"id\":\"P1\",\"level\":\"low\"," DEFAULTS);
	expect_accepted(
		"\"maximum\":0,\"flag\":true", "{\"id\":\"P1\",\"maximum\":0,\"flag\":true}");
	expect_accepted("\"links\":[{\"a\":1}]",
		"{\"id\":\"P1\","
		"\"maximum\":25,\"flag\":false,\"links\":[{\"a\":1}]}");
	expect_accepted("\"path\":\"/incidents/P1/notes\"",
		"{\"id\":\"P1\",\"maximum\":25,\"flag\":false,\"path\":\"/incidents/P1/notes\"}");
}

static void test_brackets(void **state)
{
	(void)state;
	expect_accepted("\"statuses\":[\"[triggered\",\"resolved]\"]",
		"{\"id\":\"P1\",\"statuses\":[\"triggered\",\"resolved\"]," DEFAULTS);
	expect_accepted("\"statuses\":[\"[triggered]\"]",
		"{\"id\":\"P1\",\"statuses\":[\"triggered\"]," DEFAULTS);
	expect_accepted("\"statuses\":[\"[]\"]", "{\"id\":\"P1\"," DEFAULTS);
	expect_refused("\"statuses\":[\"[\"]", "statuses[0]");
	expect_refused("\"statuses\":[\"[triggered\",\"resolved\"]", "statuses[0]");
}

static void test_refuses(void **state)
{
	(void)state;
	expect_refused("\"text\":1", "text must be a string, not an integer");
	expect_refused("\"text\":{}", "text must be a string, not an object");
	expect_refused("\"level\":\"High\"", "level must be one of high, low, not \"High\"");
	expect_refused("\"maximum\":\"12\"", "maximum must be an integer, not a string");
	expect_refused(
		"\"maximum\":1.5", "maximum must be an integer, not a number with a fraction");
	expect_refused("\"maximum\":-1", "maximum must be between 0 and 100, not -1");
	expect_refused("\"maximum\":101", "maximum must be between 0 and 100, not 101");
	expect_refused("\"flag\":\"true\"", "flag must be a boolean (true or false), not a string");
	expect_refused("\"flag\":0", "flag must be a boolean");
	expect_refused(
		"\"statuses\":\"triggered\"", "statuses must be an array of strings, not a string");
	expect_refused(
		"\"statuses\":[\"triggered\",1]", "statuses[1] must be a string, not an integer");
	expect_refused(
		"\"statuses\":[\"triggered\",null]", "statuses[1] must be a string, not null");
	expect_refused("\"statuses\":[\"triggered\",\"\"]", "statuses[1] must not be empty");
	expect_refused("\"statuses\":[\"open\"]",
		"statuses[0] must be one of triggered, resolved, not \"open\"");
	expect_refused("\"ids\":[]", "ids must not be empty");
	expect_refused("\"ids\":[\"[]\"]", "ids must not be empty");
	expect_refused("\"data\":[]", "data must be an object, not an array");
	expect_refused("\"links\":[1]", "links[0] must be an object, not an integer");
	expect_refused("\"since\":\"yesterday\"", "since must be a date or a date-time");
	expect_refused("\"since\":\"2026-02-30\"", "since must be");
	expect_refused(
		"\"from_email\":\"bob\"", "from_email must be an e-mail address, not \"bob\"");
	expect_refused("\"from_email\":\"a@b\\r\\nX: y\"", "from_email must be an e-mail address");
	expect_refused("\"entity\":\"x\"", "there is no parameter \"entity\"");
	expect_refused("\"max\":null", "there is no parameter \"max\"");
	expect_refused("\"statusses\":[]", "did you mean statuses?");
}

static void test_ids(void **state)
{
	(void)state;
	static const char *const bad[] = { "\"\"", "\".\"", "\"..\"", "\"a/b\"", "\"a\\nb\"",
		"\"a b\"", "\"a,b\"", "\"#a\"", "1" };
	static const char *const good[] = { "\"P1\"", "\"a?c\"", "\"\xc3\xa9\"", "\"...\"" };
	char text[64];

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct error err = { 0 };

		(void)snprintf(text, sizeof(text), "{\"id\":%s}", bad[i]);
		assert_null(params_read(&row, text, strlen(text), &err));
		assert_non_null(strstr(err.text, "id must"));
	}
	for (size_t i = 0; i < COUNT(good); i++) {
		struct error err = { 0 };

		(void)snprintf(text, sizeof(text), "{\"id\":%s}", good[i]);
		struct json_object *values = params_read(&row, text, strlen(text), &err);
		assert_non_null(values);
		json_object_put(values);
	}
}

static void test_paths(void **state)
{
	(void)state;
	static const char *const bad[] = { "incidents", "//evil.example.com/x", "/a//b", "/a/../b",
		"/a/%2e%2E/b", "/..", "/a/.", "/a?b", "/a#b", "/a b", "/a\\\\b", "/a/",
		"https://evil.example.com/", "/\\u00e9" };
	char members[128];

	for (size_t i = 0; i < COUNT(bad); i++) {
		(void)snprintf(members, sizeof(members), "\"path\":\"%s\"", bad[i]);
		expect_refused(members, "path must be a path below");
	}
}

static void test_lists_every_problem(void **state)
{
	(void)state;
	static const char text[] = "{\"text\":1,\"level\":\"x\",\"nonsense\":2}";
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	unsigned count = 0;

	assert_null(params_read(&row, text, strlen(text), &err));
	for (const char *p = error_next_problem(&err, NULL); p; p = error_next_problem(&err, p))
		count++;
	assert_int_equal(count, 4);
	assert_string_equal(err.text, "id is required, and was not given (and 3 more)");
}

static void test_secret_is_not_shown(void **state)
{
	(void)state;
	struct error err;

	assert_null(read_with_id("\"secret\":\"hunter2\"", &err));
	assert_null(strstr(err.text, "hunter2"));
}

static void test_document(void **state)
{
	(void)state;
	static const char *const bad[] = { "[]", "null", "\"x\"", "{", "{}{}" };

	for (size_t i = 0; i < COUNT(bad); i++) {
		struct error err = { 0 };

		assert_null(params_read(&row, bad[i], strlen(bad[i]), &err));
		assert_int_equal(err.kind, ERROR_USAGE);
		assert_non_null(strstr(err.text, "the parameters"));
	}
	for (size_t i = 0; i < 2; i++) {
		struct error err = { 0 };

		assert_null(params_read(&row, i ? " \n" : "", i ? 2 : 0, &err));
		assert_non_null(strstr(err.text, "id is required"));
	}
}

RUN(cmocka_unit_test(test_accepts), cmocka_unit_test(test_brackets), cmocka_unit_test(test_refuses),
	cmocka_unit_test(test_ids), cmocka_unit_test(test_paths),
	cmocka_unit_test(test_lists_every_problem), cmocka_unit_test(test_secret_is_not_shown),
	cmocka_unit_test(test_document))
