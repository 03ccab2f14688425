/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json.h"
#include "schema.h"

#include "scope.h"

/* What PagerDuty takes, and what it or the older pack's workflows would not be understood by. says NULL: accepted. */
static const struct {
	const char *schema, *text, *says;
} cases[] = {
	{ "escalation_policy.create",
		"{\"type\":\"escalation_policy\",\"name\":\"E\",\"escalation_rules\":[{"
		"\"escalation_delay_in_minutes\":30,\"targets\":"
		"[{\"id\":\"P1\",\"type\":\"schedule_v3_reference\"}]}],\"teams\":[{\"id\":\"T1\","
		"\"type\":\"team_reference\"}]}",
		NULL },
	{ "escalation_policy.create",
		"{\"type\":\"escalation_policy\",\"name\":\"E\",\"escalation_rules\":[{"
		"\"escalation_delay_in_minutes\":30,\"targets\":"
		"[{\"id\":\"P1\",\"type\":\"team\"}]}]}",
		"data/escalation_rules/0/targets/0/type must be one of user, schedule," },
	{ "escalation_policy.create",
		"{\"type\":\"escalation_policy\",\"name\":\"E\",\"escalation_rules\":[{"
		"\"escalation_delay_in_minutes\":30,\"targets\":[]}]}",
		"data/escalation_rules/0/targets must have at least 1 elements" },
	{ "escalation_policy.create", "{\"type\":\"escalation_policy\",\"name\":\"E\"}",
		"data/escalation_rules is required, and was not given" },
	{ "incident.create.rest_v2",
		"{\"type\":\"incident\",\"title\":\"t\",\"service\":{\"id\":\"P1\",\"type\":"
		"\"service\"},\"body\":{\"details\":\"text\"},"
		"\"assignments\":[{\"assignee\":{\"id\":\"U\",\"type\":\"user_reference\"}}],"
		"\"future\":1}",
		NULL },
	{ "incident.create.rest_v2",
		"{\"type\":\"incident\",\"title\":\"t\",\"service\":{\"id\":\"P1\",\"type\":"
		"\"service_reference\"},\"assignments\":[{\"id\":"
		"\"U\",\"type\":\"user_reference\"}]}",
		"data/assignments/0/assignee is required" },
	{ "incident.create.rest_v2",
		"{\"type\":\"incident\",\"title\":7,\"service\":{\"id\":\"P1\",\"type\":"
		"\"service\"}}",
		"data/title must be a string, not 7" },
	{ "maintenance_window.create",
		"{\"type\":\"maintenance_window\",\"start_time\":\"2026-01-01T00:00:00Z\",\"end_"
		"time\":\"soon\",\"services\":[{\"id\":"
		"\"P1\",\"type\":\"service_reference\"}]}",
		"data/end_time must be a date or a date-time of ISO 8601, not \"soon\"" },
	{ "schedule.create",
		"{\"type\":\"schedule\",\"time_zone\":\"UTC\",\"schedule_layers\":[{\"start\":"
		"\"2026-01-01T00:00:00Z\","
		"\"rotation_virtual_start\":\"2026-01-01T00:00:00Z\",\"rotation_turn_length_"
		"seconds\":86400,\"users\":[{\"user\":{\"id\":"
		"\"U\",\"type\":\"user\"}}],\"restrictions\":[{\"type\":\"daily_restriction\","
		"\"start_time_of_day\":\"08:00:00\","
		"\"duration_seconds\":32400}]}]}",
		NULL },
	{ "schedule.create",
		"{\"type\":\"schedule\",\"time_zone\":\"UTC\",\"schedule_layers\":[{\"users\":[{"
		"\"user\":{}}]}]}",
		"data/schedule_layers/0/users/0/user/id is required" },
	{ "schedule.create", "{\"type\":\"schedule\"}", "data/time_zone is required" },
	{ "service.create",
		"{\"type\":\"service\",\"name\":\"n\",\"auto_resolve_timeout\":null,\"escalation_"
		"policy\":{\"id\":\"P\",\"type\":"
		"\"escalation_policy\"},\"alert_grouping_parameters\":{\"type\":null}}",
		NULL },
	{ "service.create",
		"{\"type\":\"service\",\"name\":\"n\",\"auto_resolve_timeout\":\"14400\","
		"\"escalation_policy\":{\"id\":\"P\",\"type\":"
		"\"escalation_policy\"}}",
		"data/auto_resolve_timeout must be an integer or null, not \"14400\"" },
	{ "service.create",
		"{\"type\":\"service\",\"name\":\"n\",\"escalation_policy\":{\"id\":\"P\",\"type\":"
		"\"policy\"}}",
		"data/escalation_policy/type must be one of escalation_policy, "
		"escalation_policy_reference, not \"policy\"" },
	{ "team.create", "{\"type\":\"team\",\"name\":\"\"}",
		"data/name must have at least 1 characters" },
	{ "user.create", "{\"type\":\"user\",\"name\":\"Ana\",\"email\":\"ana example\"}",
		"data/email must be an e-mail address" },
	{ "user.create_contact_method",
		"{\"type\":\"sms_contact_method\",\"label\":\"Work\",\"address\":\"5005550100\"}",
		NULL },
	{ "user.create_contact_method",
		"{\"type\":\"sms_contact_method\",\"label\":\"Work\",\"address\":\"5005550100\","
		"\"country_code\":0}",
		"data/country_code must be at least 1" },
	{ "user.create_notification_rule",
		"{\"type\":\"assignment_notification_rule\",\"start_delay_in_minutes\":-1,"
		"\"urgency\":\"high\",\"contact_method\":{\"id\":"
		"\"C\",\"type\":\"email_contact_method\"}}",
		"data/start_delay_in_minutes must be at least 0" },
};

static struct json_object *parse(const char *text)
{
	struct json_object *value = NULL;
	struct error err = { 0 };

	if (!json_read(text, strlen(text), JSON_DEPTH_PARAMETERS, "the text", ERROR_USAGE, &value,
		    &err))
		fail_msg("%s: %s", text, err.text);
	return value;
}

static void test_documents(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		struct json_object *schema = schema_find(cases[i].schema),
				   *value = parse(cases[i].text);
		struct error err = { 0 };

		assert_non_null(schema);
		bool ok = schema_check(schema, value, "data", &err);
		const char *first = error_next_problem(&err, NULL);
		if (ok != !cases[i].says)
			fail_msg("%s: %s: %s", cases[i].schema, cases[i].text,
				first ? first : "accepted");
		bool said = ok;
		for (const char *p = first; p; p = error_next_problem(&err, p))
			said = said || strstr(p, cases[i].says);
		if (!said)
			fail_msg("%s: %s, not %s", cases[i].text, first, cases[i].says);
		json_object_put(value);
	}
	schema_free_all();
}

static void test_every_schema(void **state)
{
	(void)state;
	size_t count = 0;

	for (const char *name; (name = schema_name(count)); count++) {
		struct json_object *schema = schema_find(name);

		assert_non_null(schema);
		assert_null(schema_unknown_keyword(schema));
		assert_true(count == 0 || strcmp(schema_name(count - 1), name) < 0);
	}
	assert_true(count >= 9);
	assert_null(schema_find("nonsense"));
	schema_free_all();
}

static void expect_filled(
	const char *schema_text, const char *text, bool only_types, const char *expected)
{
	struct json_object *schema = parse(schema_text), *value = parse(text),
			   *right = parse(expected);
	struct error err = { 0 };

	assert_true(schema_fill(schema, value, only_types, &err));
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

	expect_filled(schema, "{}", false, "{\"type\":\"t\",\"n\":1}");
	expect_filled(schema, "{\"n\":5,\"in\":{}}", false,
		"{\"type\":\"t\",\"n\":5,\"in\":{\"type\":\"i\",\"m\":[]}}");
	expect_filled(schema, "{\"in\":{}}", true, "{\"type\":\"t\",\"in\":{\"type\":\"i\"}}");
	expect_filled(schema, "{\"list\":[{},{\"j\":3}]}", false,
		"{\"type\":\"t\",\"n\":1,\"list\":[{\"j\":2},{\"j\":3}]}");
	/* What is null was given. */
	expect_filled(schema, "{\"n\":null,\"in\":null}", false,
		"{\"type\":\"t\",\"n\":null,\"in\":null}");
	expect_filled(schema, "[]", false, "[]");
}

static void test_unknown_keyword(void **state)
{
	(void)state;
	static const char *const texts[] = { "{\"pattern\":\"x\"}",
		"{\"properties\":{\"a\":{\"oneOf\":[]}}}", "{\"items\":{\"not\":{}}}",
		"{\"definitions\":{\"d\":{\"if\":{}}}}", "{\"items\":[{}]}" };

	for (size_t i = 0; i < COUNT(texts); i++) {
		struct json_object *schema = parse(texts[i]);

		assert_non_null(schema_unknown_keyword(schema));
		json_object_put(schema);
	}
	struct json_object *pattern = parse("{\"properties\":{\"pattern\":{}}}");
	assert_null(schema_unknown_keyword(pattern));
	json_object_put(pattern);
}

static void test_for_stackstorm(void **state)
{
	(void)state;
	struct json_object *schema =
		parse("{\"$schema\":\"x\",\"title\":\"t\",\"type\":\"object\",\"required\":[\"a\"],"
		      "\"properties\":{\"a\":{\"type\":[\"string\","
		      "\"null\"],\"format\":\"email\",\"minLength\":1},\"b\":{\"type\":\"array\","
		      "\"items\":{\"type\":\"object\",\"properties\":{"
		      "\"c\":{\"enum\":[1]}},\"required\":[\"c\"]}}}}");
	struct json_object *expected =
		parse("{\"type\":\"object\",\"properties\":{\"a\":{\"type\":[\"string\",\"null\"],"
		      "\"minLength\":1,\"required\":true},\"b\":{"
		      "\"type\":\"array\",\"items\":{\"type\":\"object\",\"properties\":{\"c\":{"
		      "\"enum\":[1],\"required\":true}}}}}}");
	struct json_object *out = schema_for_stackstorm(schema);

	if (!json_object_equal(out, expected))
		fail_msg("%s", json_object_to_json_string(out));
	json_object_put(out);
	json_object_put(expected);
	json_object_put(schema);
}

RUN(cmocka_unit_test(test_documents), cmocka_unit_test(test_every_schema),
	cmocka_unit_test(test_fill), cmocka_unit_test(test_unknown_keyword),
	cmocka_unit_test(test_for_stackstorm))
