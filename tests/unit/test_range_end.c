/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/instant.h"
#include "request/query.h"
#include "request/range_end.h"

#include <string.h>
#include <time.h>

static const struct timeline timeline = {
	.since = "since", .until = "until", .any_time = "date_range"
};
static const struct operation list = { .timeline = &timeline }, other = { .timeline = NULL };

static struct request request_of(const struct operation *operation, const char *query)
{
	struct request request = { .operation = operation, .query = TEXT(TEXT_ANY) };
	struct error err = { 0 };

	assert_true(text_add(&request.query, query));
	assert_true(range_end_add(&request, operation->timeline, &err));
	return request;
}

static void assert_left(const struct operation *operation, const char *query)
{
	scoped(request_done) struct request request = request_of(operation, query);

	assert_string_equal(text_string(&request.query), query);
	assert_int_equal(request.until_now, 0);
}

static void test_left_alone(void **state)
{
	(void)state;
	assert_left(&list, "a=b");
	assert_left(&list, "until=2026-01-31");
	assert_left(&list, "since=2026-01-01&until=2026-01-31");
	assert_left(&list, "since=2026-01-01&date_range=all");
	assert_left(&other, "since=2026-01-01");
}

static void test_ends_now(void **state)
{
	scoped(request_done) struct request request = request_of(&list, "since=2026-01-01&a=b");
	int64_t now = (int64_t)time(NULL), moment;
	char text[INSTANT_TEXT];

	(void)state;
	assert_int_equal(request.until_now, strlen("since=2026-01-01&a=b"));
	assert_true(query_decode(
		query_find(text_string(&request.query), "until", 5), text, sizeof(text)));
	assert_true(instant_read(text, &moment));
	assert_false(instant_is_local(text));
	/* The end is now or a little later. */
	assert_in_range(moment, now, now + 60);
}

static void assert_refused(int64_t ahead, bool local, bool refused)
{
	scoped(request_done) struct request request = { .operation = &list,
		.query = TEXT(TEXT_ANY) };
	struct error err = { 0 };
	char text[INSTANT_TEXT];

	instant_print((int64_t)time(NULL) + ahead, text);
	if (local)
		text[strcspn(text, "Z")] = '\0';
	assert_true(text_addf(&request.query, "since=%s", text));
	assert_int_equal(range_end_add(&request, &timeline, &err), !refused);
	assert_int_equal(err.kind, refused ? ERROR_USAGE : ERROR_NONE);
}

/* PagerDuty's clock may be ahead of ours, and a start may come from PagerDuty. */
static void test_start_a_little_ahead(void **state)
{
	scoped(request_done) struct request request = { .operation = &list,
		.query = TEXT(TEXT_ANY) };
	struct error err = { 0 };
	char text[INSTANT_TEXT];
	int64_t start = (int64_t)time(NULL) + 90, end;

	(void)state;
	instant_print(start, text);
	assert_true(text_addf(&request.query, "since=%s", text));
	assert_true(range_end_add(&request, &timeline, &err));
	assert_true(query_decode(
		query_find(text_string(&request.query), "until", 5), text, sizeof(text)));
	assert_true(instant_read(text, &end));
	assert_int_equal(end, start + 60);
	assert_refused(14 * 60, false, false);
	assert_refused(17 * 60, false, true);
}

static void test_start_in_the_future(void **state)
{
	(void)state;
	assert_refused(0, false, false);
	assert_refused(7200, false, true);
	/* Somewhere it is 14 hours later. */
	assert_refused(7200, true, false);
	assert_refused(15 * 3600, true, true);
}

RUN(cmocka_unit_test(test_left_alone), cmocka_unit_test(test_ends_now),
	cmocka_unit_test(test_start_a_little_ahead), cmocka_unit_test(test_start_in_the_future))
