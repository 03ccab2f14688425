/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "reply/reply.h"

static const struct operation rest = { .name = "test",
	.method = "GET",
	.path = "/incidents/{id}",
	.result = RESULT_MEMBER,
	.member = "incident" };
static const struct operation list = { .name = "test",
	.method = "GET",
	.path = "/policies/{id}",
	.result = RESULT_LIST,
	.member = "policy/services" };
static const struct operation whole = { .name = "test",
	.method = "POST",
	.path = "/generic/2010-04-15/create_event.json",
	.throttle = 403,
	.host = HOST_EVENTS,
	.result = RESULT_WHOLE };
static const struct operation acknowledge = { .name = "test",
	.method = "PUT",
	.path = "/incidents/{id}",
	.result = RESULT_WHOLE,
	.member = "incident",
	.wrapper = "incident",
	.confirms = "status" };
static const struct operation any = {
	.name = "rest.request", .path = "{+path}", .result = RESULT_WHOLE
};
static const struct operation deleted = {
	.name = "test", .method = "DELETE", .path = "/x", .result = RESULT_DELETED
};
static const struct operation success = {
	.name = "test", .method = "PUT", .path = "/x", .result = RESULT_SUCCESS
};

static void set(struct http_reply *reply, long status, const char *body)
{
	*reply = (struct http_reply)HTTP_REPLY;
	reply->status = status;
	(void)snprintf(reply->request_id, sizeof(reply->request_id), "abc-1");
	assert_true(text_add(&reply->body, body));
}

static void expect_result(
	const struct operation *operation, long status, const char *body, const char *expected)
{
	struct request request = {
		.operation = operation, .method = "GET", .member = operation->member
	};
	struct text out = TEXT(TEXT_ANY);
	struct http_reply reply;
	struct error err = { 0 };

	set(&reply, status, body);
	if (!reply_result(&request, &reply, &out, &err))
		fail_msg("%s: %s", body, err.text);
	assert_string_equal(text_string(&out), expected);
	text_done(&out);
	text_done(&reply.body);
}

static void expect_nonsense(const struct operation *operation, const char *body, const char *says)
{
	struct request request = {
		.operation = operation, .method = "GET", .member = operation->member
	};
	struct text out = TEXT(TEXT_ANY);
	struct http_reply reply;
	struct error err = { 0 };

	set(&reply, 200, body);
	assert_false(reply_result(&request, &reply, &out, &err));
	assert_int_equal(err.kind, ERROR_REPLY);
	if (!strstr(err.text, says))
		fail_msg("%s: %s, not %s", body, err.text, says);
	assert_int_equal(out.len, 0);
	text_done(&reply.body);
}

static void test_results(void **state)
{
	(void)state;
	expect_result(&rest, 200, "{\"x\":1, \"incident\": {\"id\":\"P1\"} }", "{\"id\":\"P1\"}");
	expect_result(&list, 200, "{\"policy\":{\"services\":[1, 2]}}", "[1, 2]");
	expect_result(&whole, 200, " {\"status\":\"success\"}\n", "{\"status\":\"success\"}");
	expect_result(&deleted, 204, "", "{\"deleted\":true}");
	expect_result(&success, 204, "", "{\"success\":true}");
	expect_result(&any, 204, "", "{\"success\":true}");
	expect_result(&deleted, 200, "\r\n", "{\"deleted\":true}");
	expect_result(&success, 200, "{\"users\":[]}", "{\"success\":true}");
	expect_result(&any, 200, "null", "null");
	expect_result(&any, 200, "{\"error\":{}}", "{\"error\":{}}");
	expect_result(&rest, 200, "{\"incident\":{\"id\":\"\xff\"}}", "{\"id\":\"\xef\xbf\xbd\"}");
}

static void test_key_is_returned(void **state)
{
	(void)state;
	struct request request = {
		.operation = &whole, .method = "POST", .key_name = "incident_key", .key = "k\"1"
	};
	static const char *const bodies[][2] = {
		{ "{\"status\":\"success\"}",
			"{\"status\":\"success\",\"incident_key\":\"k\\\"1\"}" },
		{ "{\"status\":\"success\",\"incident_key\":\"other\"}",
			"{\"status\":\"success\",\"incident_key\":\"other\"}" },
	};

	for (size_t i = 0; i < COUNT(bodies); i++) {
		struct text out = TEXT(TEXT_ANY);
		struct http_reply reply;
		struct error err = { 0 };

		set(&reply, 200, bodies[i][0]);
		assert_true(reply_result(&request, &reply, &out, &err));
		assert_string_equal(text_string(&out), bodies[i][1]);
		text_done(&out);
		text_done(&reply.body);
	}
}

static void test_nonsense(void **state)
{
	(void)state;
	expect_nonsense(&rest, "", "empty body");
	expect_nonsense(&rest, "{\"incident\":", "not JSON");
	expect_nonsense(&rest, "<html><body>Sign in</body></html>", "HTML page");
	expect_nonsense(&rest, "{\"alert\":{}}", "no \"incident\"");
	expect_nonsense(&rest, "[]", "not an object");
	expect_nonsense(&rest, "{\"incident\":null}", "not an object");
	expect_nonsense(&rest, "{\"incident\":\"P1\"}", "not an object");
	expect_nonsense(&list, "{\"policy\":{\"services\":{}}}", "not an array");
	expect_nonsense(&whole, "null", "not an object");
	expect_nonsense(&whole, "[]", "not an object");
	expect_nonsense(&whole, "\"OK\"", "not an object");
	expect_nonsense(&whole, "{}", "not with \"success\"");
	expect_nonsense(&whole, "{\"ok\":true}", "not with \"success\"");
	expect_nonsense(&whole, "{\"status\":[\"success\"]}", "not with \"success\"");
	expect_nonsense(&whole,
		"{\"status\":\"invalid event\",\"message\":\"Event object is invalid\","
		"\"errors\":[\"Service key is wrong\"]}",
		"not with \"success\": Event object is invalid: Service key is wrong");
	expect_nonsense(&acknowledge, "{\"ok\":1}", "no \"incident\"");
	expect_nonsense(&acknowledge, "{\"incident\":null}", "not an object");
	expect_nonsense(&whole, "{\"error\":{\"message\":\"no\",\"code\":1}}",
		"answered 200 with an error: no (code 1)");
	expect_nonsense(&deleted, "<html><body>Sign in</body></html>", "HTML page");
	expect_nonsense(&success, "<html><body>Sign in</body></html>", "HTML page");
}

/* An error body and the error that it becomes. */
static void expect_error(const struct operation *operation, long status, const char *body,
	enum error_kind kind, long code, const char *says, const char *problem)
{
	struct request request = { .operation = operation, .retry = RETRY_UNSENT };
	struct http_reply reply;
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	const char *first;

	set(&reply, status, body);
	reply_error(&request, &reply, &err);
	assert_int_equal(err.kind, kind);
	assert_int_equal(err.code, status);
	assert_int_equal(err.detail, code);
	if (!strstr(err.text, says))
		fail_msg("%s: %s, not %s", body, err.text, says);
	first = error_next_problem(&err, NULL);
	if (problem)
		assert_string_equal(first ? first : "none", problem);
	else
		assert_null(first);
	text_done(&reply.body);
}

static void test_error_shapes(void **state)
{
	(void)state;
	expect_error(&rest, 400,
		"{\"error\":{\"message\":\"Invalid Input "
		"Provided\",\"code\":2001,\"errors\":[\"Title cannot be blank\"]}}",
		ERROR_REFUSED, 2001,
		"PagerDuty answered 400 Bad Request: Invalid Input Provided (code 2001): Title "
		"cannot be blank",
		"Title cannot be blank");
	expect_error(&rest, 400, "{\"error\":{\"message\":\"m\",\"errors\":\"Invalid Override\"}}",
		ERROR_REFUSED, 0, "m: Invalid Override", "Invalid Override");
	expect_error(&rest, 400,
		"{\"error\":{\"message\":\"m\",\"errors\":{\"name\":[\"is taken\",\"is long\"]}}}",
		ERROR_REFUSED, 0, "m: name: is taken; name: is long", "name: is taken");
	expect_error(&rest, 400, "{\"error\":[\"links should have at most 50 item(s)\"]}",
		ERROR_REFUSED, 0, "links should have at most 50",
		"links should have at most 50 item(s)");
	expect_error(&rest, 404, "{\"error\":\"Not Found\"}", ERROR_REFUSED, 0,
		"404 Not Found: Not Found", NULL);
	expect_error(&whole, 400,
		"{\"status\":\"invalid event\",\"message\":\"Event object is "
		"invalid\",\"errors\":[\"description missing\"]}",
		ERROR_REFUSED, 0, "400 Bad Request: Event object is invalid: description missing",
		"description missing");
	expect_error(&rest, 503, "", ERROR_UNAVAILABLE, 0,
		"PagerDuty answered 503 Service Unavailable", NULL);
	expect_error(&rest, 502, "<!DOCTYPE html><html></html>", ERROR_UNAVAILABLE, 0, "HTML page",
		NULL);
	expect_error(&rest, 418,
		"{\"error\":{\"message\":7,\"code\":\"x\",\"errors\":[{\"a\":1}]}}", ERROR_REFUSED,
		0, "418", "{\"a\":1}");
	expect_error(&rest, 400, "not json", ERROR_REFUSED, 0, "400 Bad Request", NULL);
}

static void test_hints(void **state)
{
	(void)state;
	const struct operation *schedule = operation_find("schedule.get");

	expect_error(&rest, 402, "", ERROR_REFUSED, 0, "ability", NULL);
	expect_error(&rest, 403, "", ERROR_REFUSED, 0, "scope", NULL);
	expect_error(schedule, 404, "", ERROR_REFUSED, 0, "schedule_v3.get", NULL);
	expect_error(schedule, 400, "{\"error\":{\"message\":\"use the v3 endpoint\"}}",
		ERROR_REFUSED, 0, "schedule_v3.get", NULL);
}

static bool throttled(const struct request *request, long status, const char *body)
{
	struct http_reply reply = { .status = status, .body = TEXT(TEXT_ANY) };
	bool found = text_add(&reply.body, body) && reply_throttled(request, &reply);

	http_reply_done(&reply);
	return found;
}

static void test_kinds(void **state)
{
	(void)state;
	static const struct {
		long status;
		enum retry_class retry;
		enum error_kind kind;
		bool retryable;
	} cases[] = {
		{ 400, RETRY_SAFE, ERROR_REFUSED, false },
		{ 302, RETRY_SAFE, ERROR_REFUSED, false },
		{ 403, RETRY_SAFE, ERROR_REFUSED, false },
		{ 408, RETRY_SAFE, ERROR_UNAVAILABLE, true },
		{ 408, RETRY_UNSENT, ERROR_UNAVAILABLE, false },
		{ 429, RETRY_UNSENT, ERROR_UNAVAILABLE, true },
		{ 500, RETRY_KEYED, ERROR_UNAVAILABLE, true },
		{ 503, RETRY_UNSENT, ERROR_UNAVAILABLE, false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		struct request request = { .operation = &rest, .retry = cases[i].retry };
		struct http_reply reply;
		struct error err = { 0 };

		set(&reply, cases[i].status, "");
		reply_error(&request, &reply, &err);
		assert_int_equal(err.kind, cases[i].kind);
		assert_int_equal(err.retryable, cases[i].retryable);
		text_done(&reply.body);
	}
	struct request v1 = { .operation = &whole };
	assert_true(throttled(&v1, 403, ""));
	assert_true(throttled(&v1, 400, "{\"error\":\"Account could not be locked\"}"));
	assert_false(throttled(&v1, 400, "{}"));
	v1.operation = &rest;
	assert_false(throttled(&v1, 403, ""));
	assert_true(throttled(&v1, 429, ""));
}

RUN(cmocka_unit_test(test_results), cmocka_unit_test(test_key_is_returned),
	cmocka_unit_test(test_nonsense), cmocka_unit_test(test_error_shapes),
	cmocka_unit_test(test_hints), cmocka_unit_test(test_kinds))
