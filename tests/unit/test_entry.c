/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "poll/entry.h"
#include "json/json.h"
#include "json/scan.h"

/* Reads a list. ids are the ids of its entries in the expected order. */
static void check_order(const char *json, const char *ids, unsigned odd)
{
	scoped(entries_done) struct entries entries = { 0 };
	scoped(text_done) struct text found = TEXT(TEXT_ANY);
	struct span list;
	unsigned left_out = 0;
	size_t at;

	assert_true(scan_document(json, strlen(json), JSON_DEPTH_REPLY, &list, &at));
	assert_true(entries_read(list, &entries, &left_out));
	for (size_t i = 0; i < entries.count; i++)
		assert_true(text_addf(&found, "%s%s", i ? " " : "", entries.all[i].id));
	assert_string_equal(text_string(&found), ids);
	assert_int_equal(left_out, odd);
}

#define ENTRY(id, time) \
	"{\"id\":\"" id "\",\"type\":\"trigger_log_entry\",\"created_at\":\"2026-11-29T" time "\"}"

static void test_order(void **state)
{
	(void)state;
	check_order("[]", "", 0);
	/* As PagerDuty lists them: of two entries in one second the later comes first. */
	check_order("[" ENTRY("c", "12:00:02Z") "," ENTRY("b2", "12:00:01Z") "," ENTRY(
			    "b1", "12:00:01Z") "," ENTRY("a", "12:00:00Z") "]",
		"a b1 b2 c", 0);
	/* A list that begins with the oldest entry. */
	check_order("[" ENTRY("a", "12:00:00Z") "," ENTRY("b1", "12:00:01Z") "," ENTRY(
			    "b2", "12:00:01Z") "]",
		"a b1 b2", 0);
	check_order("[" ENTRY("b", "12:00:00Z") "," ENTRY("a", "13:00:00+02:00") "]", "a b", 0);
	check_order("[" ENTRY("a", "12:00:00Z") ",{},7,null," ENTRY("", "12:00:00Z") "," ENTRY(
			    "b", "yesterday") "]",
		"a", 5);
}

static const char *event_of(const char *kind, const char *others)
{
	scoped(text_done) struct text json = TEXT(TEXT_ANY);
	scoped(entries_done) struct entries entries = { 0 };
	struct span list;
	unsigned odd;
	size_t at;

	assert_true(text_addf(&json,
		"[{\"id\":\"Q1\",\"type\":\"%s\",\"created_at\":\"2026-11-29T12:00:00Z\","
		"\"incident\":{\"id\":\"P1\"}}%s]",
		kind, others));
	assert_true(scan_document(json.data, json.len, JSON_DEPTH_REPLY, &list, &at));
	assert_true(entries_read(list, &entries, &odd));
	for (size_t i = 0; i < entries.count; i++) {
		if (!strcmp(entries.all[i].id, "Q1"))
			return entry_event_type(&entries.all[i], &entries);
	}
	fail();
	return NULL;
}

static void test_event_types(void **state)
{
	(void)state;
	assert_string_equal(event_of("trigger_log_entry", ""), "incident.triggered");
	assert_string_equal(event_of("resolve_log_entry", ""), "incident.resolved");
	assert_string_equal(event_of("resolve_log_entry_reference", ""), "incident.resolved");
	assert_null(event_of("notify_log_entry", ""));
	assert_null(event_of("snooze_log_entry", ""));
	assert_null(event_of("trigger", ""));
	assert_null(event_of("triggers_log_entry", ""));
}

#define TRIGGER(incident, time)                                                                  \
	",{\"id\":\"Q0\",\"type\":\"trigger_log_entry\",\"created_at\":\"2026-11-29T" time "\"," \
	"\"incident\":{\"id\":\"" incident "\"}}"

static void test_assignments(void **state)
{
	static const char reassigned[] = "incident.reassigned";

	(void)state;
	assert_string_equal(event_of("assign_log_entry", ""), reassigned);
	assert_null(event_of("assign_log_entry", TRIGGER("P1", "12:00:00Z")));
	assert_null(event_of("assign_log_entry", TRIGGER("P1", "11:59:59Z")));
	assert_string_equal(event_of("assign_log_entry", TRIGGER("P2", "12:00:00Z")), reassigned);
	assert_string_equal(event_of("assign_log_entry", TRIGGER("P1", "11:59:50Z")), reassigned);
	assert_string_equal(event_of("assign_log_entry", TRIGGER("P1", "12:00:01Z")), reassigned);
}

static void check_payload(const char *record, const char *expected)
{
	scoped(text_done) struct text json = TEXT(TEXT_ANY), payload = TEXT(TEXT_ANY);
	scoped(entries_done) struct entries entries = { 0 };
	struct span list;
	unsigned odd;
	size_t at;

	assert_true(text_addf(&json, "[%s]", record));
	assert_true(scan_document(json.data, json.len, JSON_DEPTH_REPLY, &list, &at));
	assert_true(entries_read(list, &entries, &odd));
	assert_int_equal(entries.count, 1);
	assert_true(entry_add_payload(&entries.all[0], "incident.triggered", "emea", &payload));
	assert_string_equal(payload.data, expected);
}

static void test_payload(void **state)
{
	(void)state;
	check_payload(ENTRY("Q1", "12:00:00Z"),
		"{\"id\":\"Q1\",\"event_type\":\"incident.triggered\",\"resource_type\":\"incident\","
		"\"occurred_at\":\"2026-11-29T12:00:00Z\",\"agent\":null,\"client\":null,"
		"\"data\":null,\"source\":\"poll\",\"account\":\"emea\"}");
	check_payload(
		"{\"id\":\"Q1\",\"type\":\"x\",\"created_at\":\"2026-11-29T12:00:00Z\","
		"\"agent\":{\"id\":\"PU\"},\"incident\":{\"id\":\"P1\",\"incident_number\":7,"
		"\"type\":\"incident\",\"summary\":\"s\",\"self\":\"u\",\"assignments\":[{\"at\":1,"
		"\"assignee\":{\"id\":\"PA\"}},{},{\"assignee\":{\"id\":\"PB\"}}]}}",
		"{\"id\":\"Q1\",\"event_type\":\"incident.triggered\",\"resource_type\":\"incident\","
		"\"occurred_at\":\"2026-11-29T12:00:00Z\",\"agent\":{\"id\":\"PU\"},\"client\":null,"
		"\"data\":{\"type\":\"incident\",\"id\":\"P1\",\"self\":\"u\",\"html_url\":null,"
		"\"status\":null,\"incident_key\":null,\"created_at\":null,\"service\":null,"
		"\"escalation_policy\":null,\"teams\":null,\"priority\":null,\"urgency\":null,"
		"\"conference_bridge\":null,\"resolve_reason\":null,\"incident_type\":null,"
		"\"number\":7,\"title\":\"s\",\"assignees\":[{\"id\":\"PA\"},{\"id\":\"PB\"}]},"
		"\"source\":\"poll\",\"account\":\"emea\"}");
}

RUN(cmocka_unit_test(test_order), cmocka_unit_test(test_event_types),
	cmocka_unit_test(test_assignments), cmocka_unit_test(test_payload))
