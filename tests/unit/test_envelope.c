/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "webhook/envelope.h"

/* Fails if the body is an event, or if it is refused for another reason. */
static void refuse(const char *content, size_t len, const char *reason)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);
	scoped(envelope_done) struct envelope event = { 0 };
	const char *problem = "";

	assert_true(text_add_bytes(&body, content, len));
	assert_false(envelope_read(&body, &event, &problem));
	assert_string_equal(problem, reason);
}

#define REFUSE(content, reason) refuse(content, sizeof(content) - 1, reason)

static void test_no_events(void **state)
{
	static const char no_json[] = "the body is not JSON, or nested too deep";
	static const char no_event[] = "the body has no object \"event\"";
	static const char no_id[] = "the event has no text \"id\"";
	static const char no_type[] = "the event has no text \"event_type\"";

	(void)state;
	REFUSE("", no_json);
	REFUSE(" ", no_json);
	REFUSE("{\"event\":{}", no_json);
	REFUSE("{\"event\":{\"id\":\"a\0\"}}", no_json);
	REFUSE("{} {}", no_json);
	REFUSE("[]", no_event);
	REFUSE("{}", no_event);
	REFUSE("{\"event\":[]}", no_event);
	REFUSE("{\"event\":null}", no_event);
	REFUSE("{\"event\":{}}", no_id);
	REFUSE("{\"event\":{\"id\":7}}", no_id);
	REFUSE("{\"event\":{\"id\":\"\"}}", no_id);
	REFUSE("{\"event\":{\"id\":\"a\"}}", no_type);
	REFUSE("{\"event\":{\"id\":\"a\",\"event_type\":{}}}", no_type);
}

/* depth is the number of levels within data. */
static bool reads_nested(unsigned depth)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);
	scoped(envelope_done) struct envelope event = { 0 };
	const char *problem;

	(void)text_add(&body, "{\"event\":{\"id\":\"a\",\"event_type\":\"b\",\"data\":");
	for (unsigned i = 0; i < depth; i++)
		(void)text_add(&body, "[");
	for (unsigned i = 0; i < depth; i++)
		(void)text_add(&body, "]");
	assert_true(text_add(&body, "}}"));
	return envelope_read(&body, &event, &problem);
}

static void test_depth(void **state)
{
	(void)state;
	assert_true(reads_nested(1));
	assert_true(reads_nested(ENVELOPE_DEPTH - 2));
	assert_false(reads_nested(ENVELOPE_DEPTH - 1));
	assert_false(reads_nested(300));
}

static void check_payload(const char *content, const char *account, const char *expected)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY), payload = TEXT(TEXT_ANY);
	scoped(envelope_done) struct envelope event = { 0 };
	const char *problem = "";

	assert_true(text_add(&body, content));
	assert_true(envelope_read(&body, &event, &problem));
	assert_true(envelope_add_payload(&event, "webhook", account, &payload));
	assert_string_equal(payload.data, expected);
}

static void test_payload(void **state)
{
	(void)state;
	check_payload(
		"{\"event\": {\"id\": \"a\", \"event_type\": \"b\", \"resource_type\": \"incident\", "
		"\"occurred_at\": \"t\", \"agent\": {\"id\": \"P\"}, \"client\": null, "
		"\"data\": {\"n\": 1.50, \"big\": 123456789012345678901234567890}}}",
		"default",
		"{\"id\":\"a\",\"event_type\":\"b\",\"resource_type\":\"incident\",\"occurred_at\":\"t\","
		"\"agent\":{\"id\": \"P\"},\"client\":null,"
		"\"data\":{\"n\": 1.50, \"big\": 123456789012345678901234567890},"
		"\"source\":\"webhook\",\"account\":\"default\"}");
	check_payload("{\"event\":{\"event_type\":\"b\",\"new\":[],\"source\":\"x\",\"id\":\"a\"}}",
		"e\"m",
		"{\"event_type\":\"b\",\"new\":[],\"id\":\"a\",\"resource_type\":null,"
		"\"occurred_at\":null,\"agent\":null,\"client\":null,\"data\":null,"
		"\"source\":\"webhook\",\"account\":\"e\\\"m\"}");
	check_payload("{\"event\":{\"id\":\"\xff\",\"event_type\":\"\\ud800\",\"resource_type\":0,"
		      "\"occurred_at\":0,\"agent\":0,\"client\":0,\"data\":0}}",
		"default",
		"{\"id\":\"\xef\xbf\xbd\",\"event_type\":\"\\ufffd\",\"resource_type\":0,"
		"\"occurred_at\":0,\"agent\":0,\"client\":0,\"data\":0,"
		"\"source\":\"webhook\",\"account\":\"default\"}");
}

static void test_ping(void **state)
{
	static const char *const types[] = { "pagey.ping", "pagey.pong", "incident.triggered" };

	(void)state;
	for (size_t i = 0; i < COUNT(types); i++) {
		scoped(text_done) struct text body = TEXT(TEXT_ANY);
		scoped(envelope_done) struct envelope event = { 0 };
		const char *problem;

		assert_true(text_addf(
			&body, "{\"event\":{\"id\":\"a\",\"event_type\":\"%s\"}}", types[i]));
		assert_true(envelope_read(&body, &event, &problem));
		assert_int_equal(envelope_is_ping(&event), i == 0);
	}
}

RUN(cmocka_unit_test(test_no_events), cmocka_unit_test(test_depth), cmocka_unit_test(test_payload),
	cmocka_unit_test(test_ping))
