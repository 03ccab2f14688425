/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/instant.h"
#include "list/range.h"

#include <time.h>

enum { JANUARY = 1767225600, MARCH = 1772323200 }; /* the first of 2026, 00:00 UTC */

static const struct timeline timeline = { .since = "since", .until = "until" };

static void assert_written(const char *query, const struct range *range, const char *expected)
{
	struct text out = TEXT(TEXT_ANY);

	assert_true(range_write(&out, query, &timeline, range));
	assert_string_equal(text_string(&out), expected);
	text_done(&out);
}

static void test_reads(void **state)
{
	(void)state;
	struct range range;

	assert_true(
		range_read("since=2026-01-01T01%3A00%3A00%2B01%3A00&x=1&until=2026-03-01T00:00Z",
			&timeline, "", &range));
	assert_int_equal(range.since, JANUARY);
	assert_int_equal(range.until, MARCH);
	assert_false(range.local);
	assert_true(range.own_since && range.own_until);
	assert_true(range_read("until=2026-03-01&since=2026-01-01", &timeline, "", &range));
	assert_int_equal(range.since, JANUARY);
	assert_true(range.local);
}

static void test_reads_half(void **state)
{
	(void)state;
	int64_t now = (int64_t)time(NULL);
	struct range range;

	/*
	 * Without an end the range ends now by PagerDuty's clock. If the time zone is not known, it
	 * ends when it is now in every zone.
	 */
	assert_true(range_read("since=2026-01-01T00:00Z", &timeline, "", &range));
	assert_in_range(range.until, now, now + 60);
	assert_true(range.own_since && range.own_until && !range.local);
	assert_true(range_read("since=2026-01-01", &timeline, "", &range));
	assert_in_range(range.until, now + 14 * 3600, now + 14 * 3600 + 60);
	assert_true(range.local);
	/* Without a start the range begins at the first record and includes it. */
	assert_true(range_read("", &timeline, "2026-01-01T00:00:00Z", &range));
	assert_int_equal(range.since, JANUARY - 1);
	assert_false(range.own_since || range.local);
	assert_true(
		range_read("until=2026-03-01T00:00Z", &timeline, "2026-01-01T00:00:00Z", &range));
	assert_true(range.own_until && !range.own_since);
}

static void test_reads_none(void **state)
{
	(void)state;
	/* Longer than any time. */
	static const char long_moment[] = "since=2026-01-01T00%3A00%3A00."
					  "000000000000000000000000000000000000000000000000000Z";
	static const char *const queries[] = { "", "until=2026-03-01",
		"since=yesterday&until=2026-03-01", "since=2026-01-01&until=tomorrow",
		"since=", "since=2026-03-01&until=2026-03-01", "since=2026-03-01&until=2026-01-01",
		"since=9998-01-01",
		/* If only one end has an offset, the middle is not known. */
		"since=2026-01-01&until=2026-03-01T00:00Z",
		"since=2026-01-01T00:00Z&until=2026-03-01", long_moment };
	struct range range = { .since = 7 };

	for (size_t i = 0; i < COUNT(queries); i++) {
		if (range_read(queries[i], &timeline, "", &range))
			fail_msg("accepted: %s", queries[i]);
	}
	assert_int_equal(range.since, 7);
}

static void test_halves(void **state)
{
	(void)state;
	struct range range = { .since = 10, .until = 21, .own_since = true, .own_until = true };
	struct range older, newer;

	assert_true(range_halve(&range, &older, &newer));
	assert_int_equal(older.since, 10);
	assert_int_equal(older.until, 15);
	assert_int_equal(newer.since, 14);
	assert_int_equal(newer.until, 21);
	assert_true(older.own_since && !older.own_until && !newer.own_since && newer.own_until);
	range.until = 14;
	assert_true(range_halve(&range, &older, &newer));
	/* Both halves are shorter than the whole, so that cutting ends. */
	assert_int_equal(older.until - older.since, 2);
	assert_int_equal(newer.until - newer.since, 3);
	range.until = 13;
	assert_false(range_halve(&range, &older, &newer));
	/* Times before 1970. */
	range = (struct range){ .since = -5, .until = 0 };
	assert_true(range_halve(&range, &older, &newer));
	assert_in_range(older.until + 5, 2, 3);
}

static void test_writes(void **state)
{
	(void)state;
	struct range range = { .since = JANUARY, .until = MARCH };

	assert_written("", &range, "since=2026-01-01T00%3A00%3A00Z&until=2026-03-01T00%3A00%3A00Z");
	assert_written("a=1&since=x&since_b=2&until=y&c[]=3", &range,
		"a=1&since_b=2&c[]=3&since=2026-01-01T00%3A00%3A00Z&until=2026-03-01T00%3A00%"
		"3A00Z");
	range.local = true;
	assert_written("since=2026-01-01", &range,
		"since=2026-01-01T00%3A00%3A00&until=2026-03-01T00%3A00%3A00");
	/* The caller's end is kept as it was written. */
	range = (struct range){ .since = JANUARY, .until = MARCH, .own_since = true };
	assert_written("since=2026-01-01T01:00%2B01&a=1&until=2026-04-01T00:00Z", &range,
		"since=2026-01-01T01:00%2B01&a=1&until=2026-03-01T00%3A00%3A00Z");
	range = (struct range){ .since = JANUARY, .until = MARCH, .own_until = true };
	assert_written("until=2026-03-01T00:00Z", &range,
		"until=2026-03-01T00:00Z&since=2026-01-01T00%3A00%3A00Z");
}

/* A time that was printed can be read again. */
static void test_round_trip(void **state)
{
	(void)state;
	for (int local = 0; local < 2; local++) {
		struct range range = { .since = JANUARY + 1, .until = MARCH - 1, .local = local },
			     again;
		struct text out = TEXT(TEXT_ANY);

		assert_true(range_write(&out, "x=y", &timeline, &range));
		assert_true(range_read(out.data, &timeline, "", &again));
		assert_int_equal(again.since, range.since);
		assert_int_equal(again.until, range.until);
		assert_int_equal(again.local, range.local);
		text_done(&out);
	}
}

RUN(cmocka_unit_test(test_reads), cmocka_unit_test(test_reads_half),
	cmocka_unit_test(test_reads_none), cmocka_unit_test(test_halves),
	cmocka_unit_test(test_writes), cmocka_unit_test(test_round_trip))
