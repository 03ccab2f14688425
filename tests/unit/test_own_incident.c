/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "client/recover.h"
#include "operations/own_incident.h"
#include "json/json.h"
#include "json/read.h"

#define OPEN "Open incident with matching dedup key already exists on this service"

static const struct operation create = {
	.method = "POST", .path = "/incidents", .host = HOST_REST, .recover = &recovery_of_opening
};

/* Exactly the rows that can find out whether an earlier try succeeded. */
static void test_which_rows_look(void **state)
{
	static const struct {
		const char *name;
		const struct recovery *recover;
	} expected[] = {
		{ "acknowledge_incident", &recovery_of_status },
		{ "incident.acknowledge", &recovery_of_status },
		{ "incident.create.rest_v2", &recovery_of_opening },
		{ "incident.create.rest_v2.simple", &recovery_of_opening },
		{ "incident.page", &recovery_of_opening },
		{ "incident.resolve", &recovery_of_status },
		{ "incident.update", &recovery_of_status },
		{ "resolve_incident", &recovery_of_status },
	};
	const struct operation *row = NULL;
	size_t count = 0;

	(void)state;
	while ((row = operation_next(row))) {
		if (!row->recover)
			continue;
		assert_true(count < COUNT(expected));
		assert_string_equal(row->name, expected[count].name);
		assert_ptr_equal(row->recover, expected[count++].recover);
		assert_int_equal(row->host, HOST_REST);
	}
	assert_int_equal(count, COUNT(expected));
}

static void test_what_is_such_a_refusal(void **state)
{
	static const struct operation other = { .method = "POST", .path = "/incidents" };
	static const struct {
		const struct operation *operation;
		const char *key;
		long status;
		const char *text;
		bool expected;
	} rows[] = {
		{ &create, "k", 400, "PagerDuty answered 400: Arguments Caused Error: " OPEN,
			true },
		{ &create, "k", 400, "PagerDuty answered 400: INCIDENT KEY is in use", true },
		{ &create, "k", 400, "PagerDuty answered 400: Title is too long", false },
		{ &create, "k", 409, "PagerDuty answered 409: " OPEN, false },
		{ &create, NULL, 400, "PagerDuty answered 400: " OPEN, false },
		{ &other, "k", 400, "PagerDuty answered 400: " OPEN, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct request request = {
			.operation = rows[i].operation, .method = "POST", .key = rows[i].key
		};
		struct error refusal = { .code = rows[i].status };

		(void)error_set(&refusal, ERROR_REFUSED, rows[i].status, "%s", rows[i].text);
		if (recover_is_refused(&request, &refusal) != rows[i].expected)
			fail_msg("row %zu", i);
	}
}

static void find_query(const char *body, char *out, size_t room)
{
	scoped(json_put_at) struct json_object *document = NULL;
	scoped(request_done) struct request find = { 0 };
	struct error err = { 0 };

	assert_true(json_read(
		body, strlen(body), JSON_DEPTH_REPLY, "body", ERROR_INTERNAL, &document, &err));
	struct request request = { .operation = &create,
		.method = "POST",
		.url = TEXT(TEXT_ANY),
		.key = "a&b=c/\xc3\xa9",
		.body = document };
	assert_true(text_add(&request.url, "https://api.pagerduty.com/incidents"));
	assert_true(recover_build(&find, &request));
	assert_string_equal(text_string(&find.url), "https://api.pagerduty.com/incidents");
	assert_string_equal(find.method, "GET");
	assert_null(find.body);
	assert_int_equal(find.retry, RETRY_SAFE);
	(void)snprintf(out, room, "%s", text_string(&find.query));
	text_done(&request.url);
}

#define QUERY "statuses[]=triggered&statuses[]=acknowledged&incident_key=a%26b%3Dc%2F%C3%A9"

static void test_how_it_is_looked_for(void **state)
{
	char query[256];

	(void)state;
	find_query("{\"incident\":{\"service\":{\"id\":\"S 1\"}}}", query, sizeof(query));
	assert_string_equal(query, QUERY "&service_ids[]=S%201");
	find_query("{\"incident\":{}}", query, sizeof(query));
	assert_string_equal(query, QUERY);
	find_query("{\"incident\":{\"service\":\"S1\"}}", query, sizeof(query));
	assert_string_equal(query, QUERY);
}

/* 1,000,000 seconds after the start of 1970. */
#define MADE "\"created_at\":\"1970-01-12T13:46:40Z\""

static void test_what_is_found(void **state)
{
	static const struct {
		double began;
		const char *body, *expected; /* NULL: none */
	} rows[] = {
		{ 1000002, "{\"incidents\":[{\"id\":\"I1\"," MADE "},{\"id\":\"I2\"," MADE "}]}",
			"{\"incident\":{\"id\":\"I1\"," MADE "}}" },
		/*
		 * The incident was created before the call: clocks do not differ by three seconds.
		 */
		{ 1000003, "{\"incidents\":[{\"id\":\"I1\"," MADE "}]}", NULL },
		/* The clock is not known. */
		{ -1, "{\"incidents\":[{\"id\":\"I1\"," MADE "}]}", NULL },
		{ 1000000, "{\"incidents\":[{\"id\":\"I1\"}]}", NULL },
		{ 1000000, "{\"incidents\":[{\"created_at\":\"yesterday\"}]}", NULL },
		/* Of several incidents the one that can be ours. */
		{ 1000000,
			"{\"incidents\":[{\"created_at\":\"1970-01-01T00:00:00Z\"},{" MADE
			",\"incident_key\":\"l\"},{" MADE ",\"incident_key\":\"k\"}]}",
			"{\"incident\":{" MADE ",\"incident_key\":\"k\"}}" },
		{ 1000000, "{\"incidents\":[{\"id\":\"\xff\"," MADE "}]}",
			"{\"incident\":{\"id\":\"\xef\xbf\xbd\"," MADE "}}" },
		{ 0, "{\"incidents\":[]}", NULL },
		{ 0, "{\"incidents\":[null]}", NULL },
		{ 0, "{\"incidents\":{\"id\":\"I1\"}}", NULL },
		{ 0, "{\"incidents\":null}", NULL },
		{ 0, "{}", NULL },
		{ 0, "[]", NULL },
		{ 0, "null", NULL },
		{ 0, "<html>", NULL },
		{ 0, "", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct request request = {
			.operation = &create, .method = "POST", .key = "k"
		};
		struct http_reply reply = HTTP_REPLY;

		assert_true(text_add(&reply.body, rows[i].body));
		bool found = recover_take(&request, rows[i].began, &reply);
		if (found != !!rows[i].expected ||
			(found && strcmp(text_string(&reply.body), rows[i].expected) != 0))
			fail_msg("%s: %s", rows[i].body, text_string(&reply.body));
		http_reply_done(&reply);
	}
}

/* An incident was moved to a status, and has this status. */
static void test_moved(void **state)
{
	static const struct operation move = { .method = "PUT", .recover = &recovery_of_status };
	static const struct operation merge = { .method = "PUT" };
	static const struct {
		const struct operation *operation;
		const char *body;
		long status, code;
		bool expected;
	} rows[] = {
		{ &move, "{\"incident\":{\"status\":\"resolved\"}}", 400, 1001, true },
		{ &move, "{\"incident\":{\"status\":\"acknowledged\"}}", 400, 1002, true },
		/* A resolved incident cannot be acknowledged. */
		{ &move, "{\"incident\":{\"status\":\"acknowledged\"}}", 400, 1001, false },
		{ &move, "{\"incident\":{\"status\":\"resolved\"}}", 404, 1001, false },
		{ &move, "{\"incident\":{\"status\":\"resolved\"}}", 400, 2001, false },
		{ &move, "{\"incident\":{\"title\":\"t\"}}", 400, 1001, false },
		/* The incident does not show whether the title was changed too. */
		{ &move, "{\"incident\":{\"title\":\"t\",\"status\":\"resolved\"}}", 400, 1001,
			false },
		{ &merge, "{\"incident\":{\"status\":\"resolved\"}}", 400, 1001, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct error refusal = { .code = rows[i].status, .detail = rows[i].code },
			     err = { 0 };
		scoped(json_put_at) struct json_object *body = NULL;

		assert_true(json_read(rows[i].body, strlen(rows[i].body), JSON_DEPTH_REPLY, "body",
			ERROR_INTERNAL, &body, &err));
		const struct request request = {
			.operation = rows[i].operation, .method = "PUT", .body = body
		};
		if (recover_is_refused(&request, &refusal) != rows[i].expected)
			fail_msg("row %zu", i);
	}
}

RUN(cmocka_unit_test(test_which_rows_look), cmocka_unit_test(test_what_is_such_a_refusal),
	cmocka_unit_test(test_moved), cmocka_unit_test(test_how_it_is_looked_for),
	cmocka_unit_test(test_what_is_found))
