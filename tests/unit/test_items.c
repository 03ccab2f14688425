/* SPDX-License-Identifier: Apache-2.0 */
/* Tests each way in which a reply says what happened to each of several things. */
#include "unit.h"

#include "operations/rows.h"
#include "reply/items.h"
#include "json/json.h"
#include "json/read.h"

/* Checks a document that fails with this kind and this sentence; NULL: it does not. */
static void check_kind(const struct outcome *outcome, const char *body, const char *document,
	const char *refused, enum error_kind kind)
{
	const struct operation operation = { .name = "test", .method = "POST", .outcome = outcome };
	struct request request = { .operation = &operation, .method = "POST" };
	struct error err = { 0 };

	if (body && !json_read_reply(body, strlen(body), &request.body, NULL))
		fail_msg("%s", body);
	bool ok = items_check(&request, (struct span){ document, strlen(document) }, &err);
	if (ok != (refused == NULL))
		fail_msg("%s: %s", document, ok ? "nothing was refused" : err.text);
	if (refused) {
		assert_int_equal(err.kind, kind);
		assert_string_equal(err.text, refused);
	}
	json_object_put(request.body);
}

static void check(
	const struct outcome *outcome, const char *body, const char *document, const char *refused)
{
	check_kind(outcome, body, document, refused, ERROR_REFUSED);
}

static void test_words(void **state)
{
	(void)state;
	check(&outcome_subscriptions, NULL,
		"{\"subscriptions\":[{\"subscriber_id\":\"P1\",\"result\":\"success\"},{\"result\":\"duplicate\"}]}",
		NULL);
	check(&outcome_subscriptions, NULL,
		"{\"subscriptions\":[{\"subscriber_id\":\"P1\",\"result\":\"success\"},{\"subscriber_id\":\"P2\",\"result\":\"unauthorized\"}]}",
		"PagerDuty refused 1 of 2 items, and took the others: [1] P2: unauthorized");
	/* A missing word does not mean that a thing was done. */
	check(&outcome_cancellations, NULL, "{\"responder_request_targets\":[{}]}",
		"PagerDuty refused 1 of 1 items: [0]: no outcome is given");
	check(&outcome_cancellations, NULL,
		"{\"responder_request_targets\":[{\"id\":\"P1\",\"result\":\"joined\"},{\"id\":\"P2\",\"result\":\"not_found\"}]}",
		"PagerDuty refused 2 of 2 items: [0] P1: joined");
}

static void test_counts(void **state)
{
	(void)state;
	check(&outcome_removals, NULL,
		"{\"deleted_count\":2,\"unauthorized_count\":0,\"non_existent_count\":0}", NULL);
	check(&outcome_removals, NULL,
		"{\"deleted_count\":1,\"unauthorized_count\":1,\"non_existent_count\":2}",
		"PagerDuty refused 3 of 4 items, and took the others: unauthorized_count: 1");
}

static void test_problems(void **state)
{
	(void)state;
	check(&outcome_rendering, NULL, "{\"templated_fields\":{},\"errors\":[]}", NULL);
	check(&outcome_rendering, NULL, "{\"errors\":[\"no such variable\",{\"at\":1}]}",
		"PagerDuty refused 1 of 1 items: no such variable");
}

static void test_sent(void **state)
{
	static const char sent[] =
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\"},{\"id\":\"P2\"}]}";

	(void)state;
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P2\",\"status\":\"triggered\"},{\"id\":\"P1\",\"status\":\"resolved\"}]}",
		NULL);
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"triggered\"},{\"id\":\"P2\"}]}",
		"PagerDuty refused 1 of 2 items, and took the others: [0] P1: in PagerDuty's answer it is triggered, and not resolved");
	check_kind(&outcome_of_incidents, sent, "{\"incidents\":[]}",
		"it is not known whether 2 of 2 items were changed: [0] P1: PagerDuty's answer does not name it",
		ERROR_REPLY);
	check_kind(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\"}],\"more\":true}",
		"it is not known whether 1 of 2 items was changed: [1] P2: PagerDuty's answer ends before it",
		ERROR_REPLY);
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"triggered\"}]}",
		"PagerDuty refused 1 of 2 items, and it is not known whether 1 was changed: [0] P1: in PagerDuty's answer it is triggered, and not resolved");
}

/* A thing is done only if all that the answer says of it is so. */
static void test_strange_things(void **state)
{
	static const char sent[] =
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\"},{\"id\":\"P2\"}]}";

	(void)state;
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\",\"error\":null,\"errors\":[]},{\"id\":\"P2\",\"status\":200,\"error\":\"\"}]}",
		NULL);
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\",\"error\":{\"message\":\"locked\"}},{\"id\":\"P2\"}]}",
		"PagerDuty refused 1 of 2 items, and took the others: [0] P1: PagerDuty's answer has an error for it: locked");
	check(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":\"resolved\"},{\"id\":\"P2\",\"status\":404}]}",
		"PagerDuty refused 1 of 2 items, and took the others: [1] P2: PagerDuty's answer has an error for it");
	check_kind(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P1\",\"status\":null},{\"id\":\"P2\"}]}",
		"it is not known whether 1 of 2 items was changed: [0] P1: PagerDuty's answer does not say which status it has",
		ERROR_REPLY);
	check_kind(&outcome_of_incidents, sent,
		"{\"incidents\":[{\"id\":\"P2\"},{\"id\":\"P1\",\"status\":\"resolved\"},{\"id\":\"P1\",\"status\":\"triggered\"}]}",
		"it is not known whether 1 of 2 items was changed: [0] P1: PagerDuty's answer names it twice, with different outcomes",
		ERROR_REPLY);
}

static void test_statuses(void **state)
{
	(void)state;
	check(NULL, NULL, "[{\"status\":201},{\"status\":400,\"errors\":[\"x\"]}]",
		"PagerDuty refused 1 of 2 items, and took the others: [1]: 400 Bad Request: x");
	/* The status of an incident is a text. */
	check(NULL, NULL, "{\"incidents\":[{\"status\":\"resolved\"}]}", NULL);
}

RUN(cmocka_unit_test(test_words), cmocka_unit_test(test_counts), cmocka_unit_test(test_problems),
	cmocka_unit_test(test_sent), cmocka_unit_test(test_strange_things),
	cmocka_unit_test(test_statuses))
