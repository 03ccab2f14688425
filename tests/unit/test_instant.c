/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/instant.h"

static void assert_moment(const char *text, int64_t expected)
{
	int64_t seconds = 0;

	if (!instant_read(text, &seconds))
		fail_msg("refused: %s", text);
	if (seconds != expected)
		fail_msg("%s is %lld", text, (long long)seconds);
	assert_true(instant_valid(text));
}

static void test_reads(void **state)
{
	(void)state;
	assert_moment("1970-01-01", 0);
	assert_moment("1970-01-01T00:00Z", 0);
	assert_moment("1970-01-01 00:00:01", 1);
	assert_moment("1970-01-01t00:00:01z", 1);
	assert_moment("2026-01-31T08:00:00Z", 1769846400);
	assert_moment("2026-01-31T08:00:00.123456Z", 1769846400);
	assert_moment("2026-01-31T08:00:00,5Z", 1769846400);
	assert_moment("2026-01-31T10:00:00+02:00", 1769846400);
	assert_moment("2026-01-31T10:00:00+0200", 1769846400);
	assert_moment("2026-01-31T10:00+02", 1769846400);
	assert_moment("2026-01-31T04:30:00-03:30", 1769846400);
	assert_moment("2026-01-31T22:00:00+14:00", 1769846400);
	assert_moment("2011-05-06T17:00-07", 1304726400);
	/* A leap year, and a leap second. */
	assert_moment("2024-02-29", 1709164800);
	assert_moment("2000-02-29", 951782400);
	assert_moment("2016-12-31T23:59:60Z", 1483228800);
	assert_moment("1969-12-31T23:59:59Z", -1);
	assert_moment("9999-12-31T23:59:59Z", 253402300799);
}

static void test_refuses(void **state)
{
	(void)state;
	static const char *const texts[] = { "", "now", "2026", "2026-01", "2026-1-31",
		"2026-01-31T", "2026-01-31T08", "2026-01-31T8:00", "2026-01-31T08:0",
		"2026-01-31T08:00:", "2026-01-31T08:00:00.", "2026-01-31T08:00:00.Z",
		"2026-01-31T24:00", "2026-01-31T08:60", "2026-01-31T08:00:61", "2026-02-29",
		"2026-02-30", "2026-04-31", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00",
		"2026-01-32", "1899-12-31", "2026-01-31Z", "2026-01-31T08:00ZZ",
		"2026-01-31T08:00 Z", "2026-01-31T08:00+", "2026-01-31T08:00+2",
		"2026-01-31T08:00+15", "2026-01-31T08:00+02:", "2026-01-31T08:00+02:60",
		"2026-01-31T08:00+02:0", "2026-01-31T08:00+02:000", " 2026-01-31", "2026-01-31 ",
		"2026/01/31", "31-01-2026", "20260131", "2026-01-31T08:00:00Z\n",
		"2026-01-31X08:00", "-026-01-31", "+2026-01-31" };

	for (size_t i = 0; i < COUNT(texts); i++) {
		int64_t seconds = 7;

		if (instant_read(texts[i], &seconds) || instant_valid(texts[i]))
			fail_msg("accepted: %s", texts[i]);
		assert_int_equal(seconds, 7);
	}
}

static void test_local(void **state)
{
	(void)state;
	static const char *const local[] = { "2026-01-31", "2026-01-31T08:00",
		"2026-01-31 08:00:00.5" };
	static const char *const placed[] = { "2026-01-31T08:00Z", "2026-01-31t08:00z",
		"2026-01-31 08:00-07", "2026-01-31T08:00:00+02:00" };

	for (size_t i = 0; i < COUNT(local); i++)
		assert_true(instant_is_local(local[i]));
	for (size_t i = 0; i < COUNT(placed); i++)
		assert_false(instant_is_local(placed[i]));
}

/* The time zone of the process must not matter. */
static void test_time_zone(void **state)
{
	(void)state;
	assert_int_equal(setenv("TZ", "America/New_York", 1), 0);
	assert_moment("2026-07-01T08:00:00", 1782892800);
	assert_moment("2026-03-08T02:30:00", 1772937000);
	assert_int_equal(unsetenv("TZ"), 0);
}

static void test_prints(void **state)
{
	(void)state;
	static const int64_t moments[] = { 0, -1, 1769846400, 951782400, 253402300799 };
	char text[INSTANT_TEXT];

	for (size_t i = 0; i < COUNT(moments); i++) {
		instant_print(moments[i], text);
		assert_moment(text, moments[i]);
	}
	instant_print(1769846400, text);
	assert_string_equal(text, "2026-01-31T08:00:00Z");
	/* A time beyond the range of the calendar still gives a text. */
	instant_print(INT64_MAX, text);
	assert_int_equal(strlen(text), 20);
}

RUN(cmocka_unit_test(test_reads), cmocka_unit_test(test_refuses), cmocka_unit_test(test_time_zone),
	cmocka_unit_test(test_local), cmocka_unit_test(test_prints))
