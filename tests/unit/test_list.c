/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "account.h"
#include "base/utf8.h"
#include "list/list.h"
#include "json/json.h"
#include "json/read.h"

#include <time.h>

enum { JANUARY = 1767225600, DAY = 86400 }; /* the first of 2026, 00:00 UTC */

/* A call of list_all() and its outcome. */
struct ending {
	struct operation operation;
	struct request request;
	struct text out;
	struct error err;
	struct json_object *list; /* NULL on failure */
	bool cut;
};

static struct ending outcome;

/* The row of incidents, which a test may change. */
static struct timeline timeline;

static int forget(void **state)
{
	(void)state;
	json_object_put(outcome.list);
	json_object_put(outcome.request.body);
	text_done(&outcome.request.url);
	text_done(&outcome.request.query);
	text_done(&outcome.out);
	text_done(&account.asked);
	return 0;
}

static int prepare(void **state)
{
	(void)state;
	account_reset();
	account.first_made = JANUARY;
	account.between = 60;
	timeline = *operation_find("incident.find")->timeline;
	timeline.days_most = 0;
	outcome =
		(struct ending){ .operation = { .name = "incident.find", .member = "incidents" } };
	outcome.request.url = outcome.request.query = outcome.out = (struct text)TEXT(TEXT_ANY);
	(void)text_add(&outcome.request.url, "https://api.pagerduty.com/incidents");
	return 0;
}

static bool list(long maximum, bool partial)
{
	struct list_want want = { .maximum = maximum, .partial = partial };
	struct client client = { 0 };

	text_clear(&outcome.out);
	text_clear(&account.asked);
	account.calls = 0;
	outcome.err = (struct error){ 0 };
	/* list_all() must set it, also if the list is complete. */
	outcome.cut = true;
	json_object_put(outcome.list);
	outcome.list = NULL;
	if (outcome.operation.paging == PAGING_NONE)
		outcome.operation.paging = account.paging;
	outcome.request.operation = &outcome.operation;
	outcome.request.member = outcome.operation.member;
	if (!list_all(&client, &outcome.request, &want, &outcome.out, &outcome.cut, &outcome.err)) {
		assert_int_not_equal(outcome.err.kind, ERROR_NONE);
		return false;
	}
	assert_int_equal(outcome.err.kind, ERROR_NONE);
	/* Does not use json_read(), which takes time to find duplicate members. */
	struct json_tokener *parser = json_tokener_new_ex(JSON_DEPTH_REPLY + 1);
	assert_non_null(parser);
	assert_true(utf8_valid(outcome.out.data, outcome.out.len) == outcome.out.len);
	outcome.list = json_tokener_parse_ex(parser, outcome.out.data, (int)outcome.out.len + 1);
	assert_int_equal(json_tokener_get_error(parser), json_tokener_success);
	json_tokener_free(parser);
	assert_true(json_object_is_type(outcome.list, json_type_array));
	return true;
}

static void assert_listed(long maximum)
{
	if (!list(maximum, false))
		fail_msg("%s", outcome.err.text);
	assert_false(outcome.cut);
}

static void assert_fails(enum error_kind kind, const char *part)
{
	if (list(0, false))
		fail_msg("a list of %zu came", json_object_array_length(outcome.list));
	assert_int_equal(outcome.err.kind, kind);
	if (!strstr(outcome.err.text, part))
		fail_msg("\"%s\" does not say \"%s\"", outcome.err.text, part);
}

/* Checks that the list has count records: first, first + step and so on. */
static void assert_records(long first, long count, long step)
{
	assert_int_equal(json_object_array_length(outcome.list), count);
	for (long i = 0; i < count; i++) {
		char id[32];
		struct json_object *record = json_object_array_get_idx(outcome.list, (size_t)i);

		(void)snprintf(id, sizeof(id), "P%05ld", first + i * step);
		assert_string_equal(json_string(record, "id"), id);
	}
}

static void set_query(const char *query)
{
	text_clear(&outcome.request.query);
	assert_true(text_add(&outcome.request.query, query));
}

static void set_range(const char *query)
{
	outcome.operation.timeline = &timeline;
	set_query(query);
}

static void test_exact(void **state)
{
	(void)state;
	static const long counts[] = { 0, 1, 24, 25, 26, 99, 100, 101, 250, 10000 };
	static const long maximums[] = { 0, 1, 24, 25, 26, 99, 100, 101, 200, 9999 };

	for (size_t c = 0; c < COUNT(counts); c++) {
		for (size_t m = 0; m < COUNT(maximums); m++) {
			long expected =
				maximums[m] && maximums[m] < counts[c] ? maximums[m] : counts[c];

			account.records = counts[c];
			assert_listed(maximums[m]);
			assert_records(0, expected, 1);
			assert_int_equal(account.calls, expected ? (expected + 99) / 100 : 1);
		}
	}
}

static void test_asked(void **state)
{
	(void)state;
	account.records = 250;
	assert_listed(0);
	assert_string_equal(account.asked.data,
		"limit=100&offset=0\nlimit=100&offset=100\nlimit=100&offset=200\n");
	assert_listed(25);
	assert_string_equal(account.asked.data, "limit=25&offset=0\n");
	assert_listed(101);
	assert_string_equal(account.asked.data, "limit=100&offset=0\nlimit=1&offset=100\n");
	set_query("statuses[]=triggered");
	assert_listed(1);
	assert_string_equal(account.asked.data, "statuses[]=triggered&limit=1&offset=0\n");
}

/* A server may return fewer records than the limit: the next page begins after those. */
static void test_smaller_pages(void **state)
{
	(void)state;
	account.records = 100;
	account.most = 30;
	for (int says_more = 0; says_more < 2; says_more++) {
		account.without_more = !says_more;
		assert_listed(0);
		assert_records(0, 100, 1);
		assert_string_equal(account.asked.data,
			"limit=100&offset=0\nlimit=100&offset=30\nlimit=100&offset=60\n"
			"limit=100&offset=90\n");
		assert_listed(31);
		assert_records(0, 31, 1);
		assert_string_equal(account.asked.data, "limit=31&offset=0\nlimit=1&offset=30\n");
	}
}

/* If a reply does not say whether there is more, a full page means that there may be. */
static void test_without_more(void **state)
{
	(void)state;
	account.without_more = true;
	account.records = 250;
	assert_listed(0);
	assert_records(0, 250, 1);
	assert_int_equal(account.calls, 3);
	account.records = 200;
	assert_listed(0);
	assert_records(0, 200, 1);
	assert_int_equal(account.calls, 3);
}

static void test_more_of_nothing(void **state)
{
	(void)state;
	account.records = 150;
	account.always_more = true;
	assert_fails(ERROR_REPLY,
		"page 3 of the list holds nothing, and says that there is more (150 records had come)");
	assert_int_equal(account.calls, 3);
	/* After enough records no further page is asked for. */
	assert_listed(150);
	assert_records(0, 150, 1);
	account.records = 0;
	assert_fails(ERROR_REPLY, "page 1 of the list holds nothing");
	assert_int_equal(account.calls, 1);
}

/* New records at the front move old records to the next page, where they appear again. */
static void test_growing(void **state)
{
	(void)state;
	account.records = 1000;
	account.newest_first = true;
	account.grows = 7;
	assert_listed(0);
	assert_records(999, 1000, -1);
	account.records = 1000;
	assert_listed(150);
	assert_records(999, 150, -1);
	/* Seven records of the second page are repetitions, so a third page is needed. */
	assert_string_equal(account.asked.data,
		"limit=100&offset=0\nlimit=50&offset=100\nlimit=100&offset=150\n");
}

static void test_without_ids(void **state)
{
	(void)state;
	account.records = 250;
	account.without_ids = true;
	assert_listed(0);
	assert_int_equal(json_object_array_length(outcome.list), 250);
}

static void test_circles(void **state)
{
	(void)state;
	account.records = 50;
	account.endless = true;
	account.always_more = true;
	assert_fails(ERROR_REPLY, "repeats records that came before");
	assert_int_equal(account.calls, 12);
	/* Repeated records without an id are not noticed, but the list ends. */
	account.without_ids = true;
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_int_equal(account.calls, 100);
}

static void test_limit(void **state)
{
	(void)state;
	account.records = 10001;
	assert_fails(ERROR_REFUSED, "more than 10,000 records match, and PagerDuty lists at "
				    "most 10,000: narrow the search, or "
				    "give partial: true");
	assert_int_equal(account.calls, 100);
	assert_true(list(0, true));
	assert_true(outcome.cut);
	assert_records(0, 10000, 1);
	/* A maximum up to 10,000 succeeds. */
	assert_listed(10000);
	assert_records(0, 10000, 1);
	assert_false(list(10001, false));
	assert_true(list(10001, true));
	assert_true(outcome.cut);
	/* The last page is shorter, so that offset plus limit does not exceed 10,000. */
	account.most = 70;
	assert_true(list(0, true));
	assert_records(0, 10000, 1);
	assert_non_null(strstr(account.asked.data, "limit=60&offset=9940\n"));
}

/* 25,000 records of January, a hundred seconds apart, with other records before and after. */
static void set_january(void)
{
	account.between = 100;
	account.first_made = JANUARY - 5000 * 100;
	account.records = 5000 + 26784 + 5000;
}

static void test_slices(void **state)
{
	(void)state;
	set_january();
	set_range("a=1&since=2026-01-01T00%3A00%3A00Z&until=2026-01-31T23%3A59%3A59Z&b=2");
	assert_listed(0);
	assert_records(5000, 26784, 1);
	/* The first walk, two requests for each cut and one for each end, and then the records. */
	assert_in_range(account.calls, 100 + 268, 100 + 268 + 20);
	assert_non_null(
		strstr(account.asked.data, "\na=1&since=2026-01-01T00%3A00%3A00Z&b=2&until=2026-01-"
					   "16T11%3A59%3A59Z&limit=1&offset=9999\n"));
	account.newest_first = true;
	assert_listed(0);
	assert_records(5000 + 26784 - 1, 26784, -1);
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-01-31T23%3A59%3A59Z&"
		  "sort_by=created_at%3Adesc");
	assert_listed(12345);
	assert_records(5000 + 26784 - 1, 12345, -1);
	/* Notifications have started_at. */
	account.made = timeline.made = "started_at";
	assert_listed(10001);
	assert_records(5000 + 26784 - 1, 10001, -1);
}

/* Ends without an offset are in the account's time zone, and so must be the cuts between them. */
static void test_slices_of_local_time(void **state)
{
	(void)state;
	static const int zones[] = { -12, 9, 14 };

	for (size_t i = 0; i < COUNT(zones); i++) {
		set_january();
		account.zone = zones[i] * 3600;
		/* An hour has 36 times a hundred seconds. */
		long first = 5000 - zones[i] * 36;
		set_range("since=2026-01-01&until=2026-01-31");
		assert_listed(0);
		assert_records(first, 30 * 864 + 1, 1);
		/* A range without an end ends now, just after the newest record. */
		account.first_made += (int64_t)time(NULL) - (JANUARY + 31 * DAY + 5000 * 100);
		set_query("since=2026-01-01");
		struct tm day = { 0 };
		time_t then = (time_t)(account.first_made + 5000 * 100);
		char query[64];
		(void)gmtime_r(&then, &day);
		(void)strftime(query, sizeof(query), "since=%Y-%m-%dT%H%%3A%M%%3A%S", &day);
		set_query(query);
		assert_listed(0);
		assert_records(first, account.records - first, 1);
	}
}

/* Without since, the range begins at the oldest record that was received. */
static void test_slices_without_start(void **state)
{
	(void)state;
	set_january();
	account.records = 15000;
	set_range("");
	assert_listed(0);
	assert_records(0, 15000, 1);
	set_range("until=2026-01-12T00%3A00%3A00Z");
	assert_listed(0);
	assert_records(0, 5000 + 11 * 864 + 1, 1);
	account.newest_first = true;
	set_range("");
	assert_fails(ERROR_REFUSED, "narrow the search by since and until, or");
}

/* A list in another order cannot be composed of slices of time. */
static void test_slices_of_other_order(void **state)
{
	(void)state;
	set_january();
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z&"
		  "sort_by=urgency%3Adesc");
	assert_fails(
		ERROR_REFUSED, "narrow the search by since and until, or leave sort_by out, or");
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00");
	assert_fails(ERROR_REFUSED, "by since and until, both with an offset or both without, or");
	set_range("sort_by=incident_number%3Aasc&since=2026-01-01T00%3A00%3A00Z&"
		  "until=2026-01-31T23%3A59%3A59Z");
	assert_listed(0);
	assert_records(5000, 26784, 1);
	/* With date_range=all PagerDuty ignores both ends. */
	set_range("date_range=all&since=2026-01-01T00%3A00%3A00Z");
	assert_fails(ERROR_REFUSED, "by since and until, without date_range, or");
	assert_int_equal(account.calls, 100);
}

/* If all records of a page have the same time, the order is not known. */
static void test_slices_of_first_page_at_once(void **state)
{
	(void)state;
	account.first_made = JANUARY;
	account.between = 10;
	account.records = 12000;
	account.at_once = 250;
	account.newest_first = true;
	set_range("");
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_int_equal(account.calls, 100);
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	assert_listed(0);
	assert_records(11999, 12000, -1);
	assert_listed(10500);
	assert_records(11999, 10500, -1);
}

/* It is not known whether a range includes its ends. No record may be lost between two slices. */
static void test_slices_without_ends(void **state)
{
	(void)state;
	account.first_made = JANUARY + 1;
	account.between = 1;
	account.records = 30000;
	account.without_ends = true;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	assert_listed(0);
	assert_records(0, 30000, 1);
	account.newest_first = true;
	assert_listed(0);
	assert_records(29999, 30000, -1);
}

/* Slices with fewer than 10,000 records in all mean that the server ignores the range. */
static void test_slices_lose(void **state)
{
	(void)state;
	set_january();
	account.loses_from = 101;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	/* The records of the first walk are kept then. */
	assert_true(list(0, true));
	assert_true(outcome.cut);
	assert_records(5000, 10000, 1);
}

/* Without the times of the records the order of a list is not known. */
static void test_slices_of_unknown_order(void **state)
{
	(void)state;
	set_january();
	account.made = "noticed_at";
	account.newest_first = true;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_int_equal(account.calls, 100);
}

/* Without an end the range ends at PagerDuty's present time, whatever our clock says. */
/* A range that is longer than PagerDuty accepts, in both orders, with several maximums. */
static void test_pieces(void **state)
{
	static const long maximums[] = { 0, 1, 40, 150, 10001 };

	(void)state;
	account.records = 300;
	for (int newest = 0; newest < 2; newest++) {
		account.newest_first = newest;
		for (size_t i = 0; i < COUNT(maximums); i++) {
			long expected = maximums[i] && maximums[i] < 300 ? maximums[i] : 300;

			set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
			timeline.days_most = 7;
			assert_listed(maximums[i]);
			assert_records(newest ? 299 : 0, expected, newest ? -1 : 1);
		}
	}
}

/* A piece may have more records than PagerDuty lists. */
static void test_pieces_and_slices(void **state)
{
	(void)state;
	account.records = 30000;
	account.newest_first = true;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	timeline.days_most = 20;
	assert_listed(0);
	assert_records(29999, 30000, -1);
}

static void test_slices_until_now(void **state)
{
	(void)state;
	account.between = 1;
	account.records = 12000;
	account.first_made = (int64_t)time(NULL) - 11880;
	set_range("since=2026-01-01T00%3A00%3A00Z");
	account.newest_first = true;
	assert_listed(0);
	assert_records(11999, 12000, -1);
}

static void test_overfull_second(void **state)
{
	(void)state;
	account.records = 10500;
	account.between = 0;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-01-01T01%3A00%3A00Z");
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_true(list(0, true));
	assert_true(outcome.cut);
	assert_records(0, 10000, 1);
}

/* A server that ignores since and until returns the same records for each slice. */
static void test_range_ignored(void **state)
{
	(void)state;
	set_january();
	account.ignores_range = true;
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-02-01T00%3A00%3A00Z");
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_in_range(account.calls, 200, 230);
	assert_true(list(0, true));
	assert_true(outcome.cut);
	assert_records(0, 10000, 1);
	assert_in_range(account.calls, 200, 230);
}

static void test_slice_fails(void **state)
{
	(void)state;
	set_january();
	set_range("since=2026-01-01T00%3A00%3A00Z&until=2026-01-31T23%3A59%3A59Z");
	assert_listed(0);
	unsigned calls = account.calls;
	for (account.fails_at = 101; account.fails_at <= calls; account.fails_at += 47)
		assert_fails(ERROR_UNAVAILABLE, "503");
}

static void test_wide_pages(void **state)
{
	(void)state;
	outcome.operation.paging = account.paging = PAGING_V3;
	account.records = 2500;
	assert_listed(0);
	assert_records(0, 2500, 1);
	assert_string_equal(account.asked.data,
		"limit=1000&offset=0\nlimit=1000&offset=1000\nlimit=1000&offset=2000\n");
	account.records = 10001;
	assert_fails(ERROR_REFUSED, "narrow the search, or");
}

static void test_cursor(void **state)
{
	(void)state;
	account.records = 250;
	account.paging = PAGING_CURSOR;
	assert_listed(0);
	assert_records(0, 250, 1);
	assert_string_equal(
		account.asked.data, "limit=100\nlimit=100&cursor=c100\nlimit=100&cursor=c200\n");
	assert_listed(150);
	assert_records(0, 150, 1);
	assert_string_equal(account.asked.data, "limit=100\nlimit=50&cursor=c100\n");
	/* These lists do not end at 10,000 records. */
	account.records = 20100;
	assert_listed(0);
	assert_records(0, 20100, 1);
}

static void test_after(void **state)
{
	(void)state;
	account.records = 250;
	account.paging = PAGING_AFTER;
	assert_listed(0);
	assert_records(0, 250, 1);
	assert_string_equal(
		account.asked.data, "limit=100\nlimit=100&after=c100\nlimit=100&after=c200\n");
}

static void test_cursor_kinds(void **state)
{
	(void)state;
	account.body_at = 1;
	outcome.operation.paging = PAGING_CURSOR;
	static const char *const ends[] = { "{\"incidents\":[{}]}",
		"{\"incidents\":[{}],\"next_cursor\":null}",
		"{\"incidents\":[{}],\"next_cursor\":\"\"}" };
	for (size_t i = 0; i < COUNT(ends); i++) {
		account.body = ends[i];
		assert_listed(0);
		assert_int_equal(account.calls, 1);
	}
	/* Any text may be a cursor, and it is encoded. The same cursor twice is an error. */
	account.body = "{\"incidents\":[{}],\"next_cursor\":\"a&b=\\u00e9\\/+\"}";
	assert_fails(ERROR_REPLY, "page 2 of the list has a cursor that came before");
	assert_string_equal(
		account.asked.data, "limit=100\nlimit=100&cursor=a%26b%3D%C3%A9%2F%2B\n");
	account.body = "{\"next_cursor\":17,\"incidents\":[{}]}";
	assert_fails(ERROR_REPLY, "came before");
	assert_string_equal(account.asked.data, "limit=100\nlimit=100&cursor=17\n");
}

static void test_cursor_too_long(void **state)
{
	(void)state;
	struct text body = TEXT(TEXT_ANY);

	(void)text_addf(&body, "{\"incidents\":[],\"next_cursor\":\"%05000d\"}", 1);
	account.body_at = 1;
	account.body = body.data;
	outcome.operation.paging = PAGING_CURSOR;
	assert_fails(ERROR_REPLY, "page 1 of the list has a cursor that is too long");
	text_done(&body);
}

static void test_cursor_circles(void **state)
{
	(void)state;
	static const enum paging pagings[] = { PAGING_CURSOR, PAGING_AFTER, PAGING_BODY };

	account.records = 500;
	account.circular = true;
	account.without_ids = true;
	for (size_t i = 0; i < COUNT(pagings); i++) {
		outcome.operation.paging = account.paging = pagings[i];
		account.most = 10;
		if (pagings[i] == PAGING_BODY)
			outcome.request.body = json_object_new_object();
		assert_fails(ERROR_REPLY, "page 2 of the list has a cursor that came before");
	}
	/* New cursors again and again, without records. */
	json_object_put(outcome.request.body);
	outcome.request.body = NULL;
	outcome.operation.paging = account.paging = PAGING_CURSOR;
	account.circular = false;
	account.records = 1 << 30;
	account.between = 0;
	account.endless = true;
	account.empty_from = 3;
	assert_fails(ERROR_REPLY, "is empty, and so were a thousand in front of it");
	assert_int_equal(account.calls, 1003);
}

static void test_body(void **state)
{
	(void)state;
	outcome.operation.member = "data";
	account.paging = PAGING_BODY;
	account.records = 2500;
	outcome.request.body = json_object_new_object();
	assert_true(json_add(outcome.request.body, "filters", json_object_new_object()));
	assert_listed(0);
	assert_records(0, 2500, 1);
	assert_string_equal(account.asked.data,
		"{\"filters\":{},\"limit\":1000}\n"
		"{\"filters\":{},\"limit\":1000,\"starting_after\":\"c1000\"}\n"
		"{\"filters\":{},\"limit\":1000,\"starting_after\":\"c2000\"}\n");
	/* A list that says that there is more, but has no cursor, is not complete. */
	account.without_last = true;
	json_object_object_del(outcome.request.body, "starting_after");
	assert_fails(
		ERROR_REPLY, "page 1 of the list says that there is more, but not behind what");
}

static void set_guess(enum paging paging)
{
	outcome.operation.paging = PAGING_GUESS;
	outcome.operation.member = NULL;
	account.paging = paging;
}

static void test_guess(void **state)
{
	(void)state;
	account.records = 250;
	set_guess(PAGING_CLASSIC);
	assert_listed(0);
	assert_records(0, 250, 1);
	assert_string_equal(
		account.asked.data, "limit=100\nlimit=100&offset=100\nlimit=100&offset=200\n");
	set_guess(PAGING_CURSOR);
	assert_listed(0);
	assert_records(0, 250, 1);
	set_guess(PAGING_AFTER);
	assert_listed(120);
	assert_records(0, 120, 1);
	account.records = 10001;
	set_guess(PAGING_CLASSIC);
	assert_fails(ERROR_REFUSED, "more than 10,000 records match");
	assert_true(list(0, true));
	assert_true(outcome.cut);
	/* The reply says that there is more, but has no cursor. */
	account.without_offset = true;
	assert_fails(ERROR_REPLY,
		"page 1 of the list says that there is more, but not how to ask for it");
	account.records = 100;
	assert_listed(0);
	assert_records(0, 100, 1);
}

static void test_guess_body(void **state)
{
	(void)state;
	account.records = 1500;
	set_guess(PAGING_BODY);
	outcome.request.body = json_object_new_object();
	assert_listed(0);
	assert_records(0, 1500, 1);
	assert_string_equal(account.asked.data, "{}\n{\"limit\":1000,\"starting_after\":\"c20\"}\n"
						"{\"limit\":1000,\"starting_after\":\"c1020\"}\n");
}

static void test_guess_list(void **state)
{
	(void)state;
	static const struct {
		const char *body;
		long count; /* -1: not known */
	} replies[] = {
		{ "{\"x\":[1,2],\"more\":false}", 2 },
		{ "{\"x\":[1,2],\"incidents\":[3,4,5]}", 3 },
		{ "{\"incidents\":[],\"x\":[1]}", 0 },
		{ "{\"x\":[],\"y\":[]}", -1 },
		{ "{\"x\":{\"incidents\":[]}}", -1 },
		{ "{\"incidents\":{}}", -1 },
		{ "{}", -1 },
		{ "[1]", 1 },
		{ "null", -1 },
	};

	set_guess(PAGING_CLASSIC);
	account.body_at = 1;
	for (size_t i = 0; i < COUNT(replies); i++) {
		account.body = replies[i].body;
		if (replies[i].count < 0) {
			assert_fails(ERROR_REPLY,
				"page 1 of the list is not a list of records, and all is only for lists");
			continue;
		}
		assert_listed(0);
		assert_int_equal(json_object_array_length(outcome.list), replies[i].count);
	}
}

static void test_bad_pages(void **state)
{
	(void)state;
	static const struct {
		const char *body, *part;
	} replies[] = {
		{ "", "page 3 of the list is empty (200 records had come)" },
		{ "{\"incidents\":[",
			"page 3 of the list is not JSON, at byte 14 of 14 (200 records" },
		{ "{\"incidents\":[{}],}", "is not JSON, at byte 18 of 19 (201 records" },
		{ "{\"incidents\":[{]}", "is not JSON, at byte 15" },
		{ "{\"incidents\":[]} x", "is not JSON, at byte 17" },
		{ "[]", "is not JSON" },
		{ "{}", "page 3 of the list has no array \"incidents\" (200 records had come)" },
		{ "{\"incidents\":{}}", "has no array \"incidents\"" },
		{ "{\"incidents\":null,\"more\":false}", "has no array \"incidents\"" },
		{ "{\"data\":{\"incidents\":[]}}", "has no array \"incidents\"" },
		{ "<html></html>", "is an HTML page, not PagerDuty's JSON" },
	};

	account.records = 1000;
	account.body_at = 3;
	for (size_t i = 0; i < COUNT(replies); i++) {
		account.body = replies[i].body;
		assert_fails(ERROR_REPLY, replies[i].part);
		assert_int_equal(account.calls, 3);
	}
	account.content_type = "text/html; charset=utf-8";
	account.body = "Sign in";
	assert_fails(ERROR_REPLY, "is an HTML page");
}

/* The levels of the whole reply count. */
static void test_depth(void **state)
{
	(void)state;
	struct text body = TEXT(TEXT_ANY);

	account.body_at = 1;
	for (int depth = JSON_DEPTH_REPLY; depth <= JSON_DEPTH_REPLY + 1; depth++) {
		text_clear(&body);
		(void)text_add(&body, "{\"incidents\":[");
		for (int i = 2; i < depth; i++)
			(void)text_add(&body, "[");
		for (int i = 2; i < depth; i++)
			(void)text_add(&body, "]");
		(void)text_add(&body, "]}");
		account.body = body.data;
		if (depth == JSON_DEPTH_REPLY)
			assert_listed(0);
		else
			assert_fails(ERROR_REPLY, "is not JSON");
	}
	text_done(&body);
}

/* An error on a later page is an error of the list, and says how many records were received. */
static void test_fails_on_the_way(void **state)
{
	(void)state;
	account.records = 1000;
	account.fails_at = 7;
	assert_fails(ERROR_UNAVAILABLE,
		"PagerDuty answered 503 (page 7 of the list; 600 records had come)");
	assert_int_equal(outcome.err.code, 503);
	account.fails_at = 1;
	assert_fails(ERROR_UNAVAILABLE, "PagerDuty answered 503");
	assert_string_equal(outcome.err.text, "PagerDuty answered 503");
}

/* A record's own bytes are copied, except those that are not UTF-8. */
static void test_bytes(void **state)
{
	(void)state;
	account.body_at = 1;
	account.body = "\xef\xbb\xbf{ \"more\" : false , \"limit\":100 , \"incidents\" : [ "
		       "{ \"id\" : \"P1\" , \"n\" : 1.50e+3 } ,\n"
		       "{\"id\":\"P2\",\"t\":\"caf\xe9\\ud800 \\u00e9/\\/\"} , null ] }\n";
	assert_listed(0);
	assert_string_equal(outcome.out.data,
		"[{ \"id\" : \"P1\" , \"n\" : 1.50e+3 },"
		"{\"id\":\"P2\",\"t\":\"caf\xef\xbf\xbd\\ufffd \\u00e9/\\/\"},null]");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, prepare, forget)

RUN(TEST(test_exact), TEST(test_asked), TEST(test_smaller_pages), TEST(test_without_more),
	TEST(test_more_of_nothing), TEST(test_growing), TEST(test_without_ids), TEST(test_circles),
	TEST(test_limit), TEST(test_slices), TEST(test_slices_of_local_time),
	TEST(test_slices_without_start), TEST(test_slices_of_other_order),
	TEST(test_slices_of_first_page_at_once), TEST(test_slices_without_ends),
	TEST(test_slices_lose), TEST(test_slices_of_unknown_order), TEST(test_slices_until_now),
	TEST(test_pieces), TEST(test_pieces_and_slices), TEST(test_overfull_second),
	TEST(test_range_ignored), TEST(test_slice_fails), TEST(test_wide_pages), TEST(test_cursor),
	TEST(test_after), TEST(test_cursor_kinds), TEST(test_cursor_too_long),
	TEST(test_cursor_circles), TEST(test_body), TEST(test_guess), TEST(test_guess_body),
	TEST(test_guess_list), TEST(test_bad_pages), TEST(test_depth), TEST(test_fails_on_the_way),
	TEST(test_bytes))
