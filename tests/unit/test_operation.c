/* SPDX-License-Identifier: Apache-2.0 */
/* Checks every row of the table. */
#include "unit.h"

#include "action/operation.h"
#include "schema/schema.h"
#include "json/json.h"
#include "json/read.h"

/* Fails, and names the row and its member. */
#define EXPECT(condition, row_, what)                                                     \
	do {                                                                              \
		if (!(condition))                                                         \
			fail_msg("%s: %s: not so: %s", (row_)->name, (what), #condition); \
	} while (0)

static bool has_place(const struct operation *row, enum place place)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(row, i)); i++) {
		if (param->place == place)
			return true;
	}
	return false;
}

static struct json_object *parse(const char *text)
{
	struct json_object *value = NULL;
	struct error err = { 0 };

	if (!json_read(
		    text, strlen(text), JSON_DEPTH_PARAMETERS, "text", ERROR_USAGE, &value, &err))
		fail_msg("%s: %s", text, err.text);
	return value;
}

/* StackStorm shows "action NAME", and chat and --list show the summary. */
static void test_names(void **state)
{
	const char *previous = "";

	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		size_t len = strlen(row->summary);

		EXPECT(strcmp(previous, row->name) < 0, row, "order");
		EXPECT(operation_find(row->name) == row, row, "the table must be sorted");
		EXPECT(strspn(row->name, "abcdefghijklmnopqrstuvwxyz0123456789_.") ==
				strlen(row->name),
			row, "name");
		EXPECT(len > 1 && row->summary[len - 1] == '.', row, "summary");
		EXPECT(!strchr(row->summary, '\n'), row, "summary");
		EXPECT(row->returns && *row->returns, row, "returns");
		previous = row->name;
	}
	assert_null(operation_find(""));
	assert_null(operation_find("incident"));
	assert_null(operation_find("incident.get.more"));
}

/*
 * Each expression of the path is a parameter that always has a value, and each such parameter is in
 * the path.
 */
static void test_paths(void **state)
{
	const struct param *param;

	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		size_t in_path = 0;

		for (const char *at = row->path ? row->path : ""; (at = strchr(at, '{')); at++)
			in_path++;
		EXPECT(row->path || row->run, row, "neither a path nor a function");
		if (!row->path)
			continue;
		EXPECT(*row->path == '/' || !strncmp(row->path, "{+", 2), row, "path");
		for (size_t i = 0; (param = operation_param(row, i)); i++) {
			char expression[80];

			if (param->place != PLACE_PATH && param->place != PLACE_WHOLE_PATH)
				continue;
			(void)snprintf(expression, sizeof(expression), "{%s%s}",
				param->place == PLACE_WHOLE_PATH ? "+" : "", param->name);
			EXPECT(strstr(row->path, expression), row, param->name);
			EXPECT(param->required && param->type == TYPE_STRING, row, param->name);
			in_path--;
		}
		EXPECT(in_path == 0, row, "an expression without a parameter");
	}
}

static bool is_method(const char *text)
{
	static const char *const methods[] = { "GET", "POST", "PUT", "PATCH", "DELETE" };

	for (size_t i = 0; i < COUNT(methods); i++) {
		if (!strcmp(text, methods[i]))
			return true;
	}
	return false;
}

/* A request that may be sent again must not have its effect twice. */
static void test_retries(void **state)
{
	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		bool adds = row->method &&
			    (!strcmp(row->method, "POST") || !strcmp(row->method, "PATCH"));

		EXPECT(!row->method || is_method(row->method), row, "method");
		EXPECT(adds == (row->retry != RETRY_SAFE), row, "retry");
		EXPECT((row->retry == RETRY_KEYED) == (row->key != NULL), row, "key");
		EXPECT(!row->make_key || row->key, row, "make_key");
	}
}

/* The requests for which PagerDuty's specification requires the header From. */
static bool wants_from(const struct operation *row)
{
	static const char *const requests[] = { "POST /incidents", "PUT /incidents",
		"PUT /incidents/{entity_id}", "PUT /incidents/{entity_id}/alerts",
		"PUT /incidents/{entity_id}/alerts/{alert_id}", "PUT /incidents/{entity_id}/merge",
		"POST /incidents/{entity_id}/notes", "PUT /incidents/{entity_id}/notes/{note_id}",
		"POST /incidents/{entity_id}/snooze", "POST /incidents/{entity_id}/status_updates",
		"PUT /log_entries/{entity_id}/channel", "POST /maintenance_windows",
		"POST /users" };
	char request[160];

	(void)snprintf(request, sizeof(request), "%s %s", row->method ? row->method : "",
		row->path ? row->path : "");
	for (size_t i = 0; i < COUNT(requests); i++) {
		if (!strcmp(request, requests[i]))
			return true;
	}
	return false;
}

static void test_who_acts(void **state)
{
	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		/* auth.test tells whether PagerDuty knows the address that would be sent. */
		bool tells = !strcmp(row->name, "auth.test") ||
			     (row->path && row->host == HOST_REST && operation_changes(row));
		const struct param *from = operation_find_param(row, "from_email");

		EXPECT(!from || tells, row, "from_email");
		EXPECT((row->from == FROM_REQUIRED) == wants_from(row), row, "from");
		/* The configuration may contain it. */
		EXPECT(!from || (from->place == PLACE_FROM && !from->required), row, "from_email");
	}
}

static void test_hosts(void **state)
{
	const struct param *param;

	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		EXPECT((row->host == HOST_EVENTS) == has_place(row, PLACE_KEY), row, "host");
		EXPECT((row->host == HOST_EVENTS) == !!row->api, row, "api");
		EXPECT(!row->api || operation_find(row->api->action)->api == row->api, row,
			"action");
		EXPECT(has_place(row, PLACE_KEY_NAME) == has_place(row, PLACE_KEY), row, "key");
		for (size_t i = 0; (param = operation_param(row, i)); i++) {
			EXPECT(param->place != PLACE_KEY ||
					(param->secret && !param->initial && !param->wire &&
						!strcmp(param->name, row->api->key)),
				row, param->name);
		}
	}
}

static void test_bodies(void **state)
{
	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		bool data = has_place(row, PLACE_DATA);
		bool body = data || row->constant || has_place(row, PLACE_BODY) ||
			    has_place(row, PLACE_KEY);

		EXPECT(!body || !row->method || strcmp(row->method, "GET") != 0, row,
			"a body with GET");
		EXPECT(body || !row->wrapper, row, "wrapper");
		EXPECT(!row->schema || (data && schema_find(row->schema)), row, "schema");
		EXPECT(!data || row->schema || !row->method, row, "data that nothing checks");
		if (row->constant)
			json_object_put(parse(row->constant));
	}
	schema_free_all();
}

static bool is_query(const struct operation *row, const char *name)
{
	const struct param *param = operation_find_param(row, name);

	return param && param->place == PLACE_QUERY && !param->wire;
}

/* Its names are names of the row's parameters, and the parameter of the order is known. */
static void test_timeline(const struct operation *row)
{
	const struct timeline *timeline = row->timeline;

	EXPECT(!operation_find_param(row, "sort_by") ||
			operation_find_param(row, "sort_by")->orders,
		row, "sort_by");
	if (!timeline)
		return;
	EXPECT(row->paging == PAGING_CLASSIC, row, "paging");
	EXPECT(is_query(row, timeline->since) && is_query(row, timeline->until), row, "range");
	EXPECT(timeline->made, row, "made");
	EXPECT(!timeline->any_time || is_query(row, timeline->any_time), row, "any_time");
	EXPECT(!timeline->order || (is_query(row, timeline->order) && timeline->by_time &&
					   operation_find_param(row, timeline->order)->orders),
		row, "order");
	EXPECT(timeline->order || !operation_find_param(row, "sort_by"), row, "order");
	EXPECT(!timeline->in_chat || timeline->order, row, "in_chat");
}

static void test_results(void **state)
{
	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		bool named = row->result == RESULT_MEMBER || row->result == RESULT_ONE ||
			     row->result == RESULT_VALUE || row->result == RESULT_LIST;
		bool paged = row->paging != PAGING_NONE;
		/* These lists end at PagerDuty's limit of 10,000 records. */
		bool limited = row->paging == PAGING_CLASSIC || row->paging == PAGING_V3 ||
			       row->paging == PAGING_GUESS;

		EXPECT(named || row->result == RESULT_WHOLE || row->result == RESULT_WHOLE_LIST ||
				!row->member,
			row, "member");
		EXPECT(!named || row->member, row, "member");
		EXPECT(!paged || row->result == RESULT_LIST || row->paging == PAGING_GUESS, row,
			"paging");
		EXPECT(paged == (operation_find_param(row, "maximum") != NULL) || row->run, row,
			"maximum");
		EXPECT(limited == (operation_find_param(row, "partial") != NULL), row, "partial");
		test_timeline(row);
		EXPECT(!row->confirms || (row->wrapper && row->member), row, "confirms");
		EXPECT(!row->path || !row->method == has_place(row, PLACE_METHOD), row, "method");
	}
}

static bool is_of_type(struct json_object *value, const struct param *param)
{
	switch (param->type) {
	case TYPE_INTEGER:
		return json_object_is_type(value, json_type_int);
	case TYPE_BOOLEAN:
		return json_object_is_type(value, json_type_boolean);
	case TYPE_LIST:
	case TYPE_OBJECTS:
		return json_object_is_type(value, json_type_array);
	case TYPE_OBJECT:
		return json_object_is_type(value, json_type_object);
	case TYPE_STRING:
	case TYPE_TIME:
	case TYPE_DURATION:
	case TYPE_EMAIL:
		break;
	}
	return json_object_is_type(value, json_type_string);
}

static bool is_allowed(struct json_object *value, const struct param *param)
{
	if (!param->values || param->type == TYPE_LIST)
		return true;
	for (const char *const *allowed = param->values; *allowed; allowed++) {
		if (!strcmp(*allowed, json_object_get_string(value)))
			return true;
	}
	return false;
}

static void check_value(const struct operation *row, const struct param *param, const char *text)
{
	struct json_object *value = parse(text);

	EXPECT(is_of_type(value, param), row, param->name);
	EXPECT(is_allowed(value, param), row, param->name);
	json_object_put(value);
}

/*
 * Names of the runner's parameters, and names with another meaning in Jinja or StackStorm
 * templates.
 */
static bool is_taken(const char *name)
{
	static const char *const taken[] = { "cmd", "env", "cwd", "sudo", "sudo_password",
		"kwarg_op", "timeout", "parameters_json", "action_context", "config_context",
		"st2kv", "system", "user_context", "range", "dict", "lipsum", "cycler", "joiner",
		"namespace", "not", "and", "or", "in", "is", "if", "else", "true", "false",
		"none" };

	for (size_t i = 0; i < COUNT(taken); i++) {
		if (!strcmp(name, taken[i]))
			return true;
	}
	return false;
}

static void test_parameters(void **state)
{
	const struct param *param;

	(void)state;
	for (const struct operation *row = operation_next(NULL); row; row = operation_next(row)) {
		for (size_t i = 0; (param = operation_param(row, i)); i++) {
			size_t len = strlen(param->description);

			EXPECT(operation_find_param(row, param->name) == param, row, param->name);
			EXPECT(!is_taken(param->name), row, param->name);
			EXPECT(len > 1 && param->description[len - 1] == '.', row, param->name);
			if (param->initial)
				check_value(row, param, param->initial);
			if (param->example)
				check_value(row, param, param->example);
			/* The example of an action is a valid call. */
			EXPECT(!param->required || param->initial || param->example, row,
				param->name);
			EXPECT(!param->values || *param->values, row, param->name);
			EXPECT(param->least <= param->most, row, param->name);
		}
	}
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_paths), cmocka_unit_test(test_retries),
	cmocka_unit_test(test_who_acts), cmocka_unit_test(test_hosts),
	cmocka_unit_test(test_bodies), cmocka_unit_test(test_results),
	cmocka_unit_test(test_parameters))
