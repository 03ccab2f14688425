/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/when.h"

#include <time.h>

/* 2026-03-28T23:30:00Z: 29 March, 00:30, in Paris, in the night in which summer time begins. */
enum { NOW = 1774740600 };

static void check(const char *text, const char *zone, const char *moment)
{
	char out[INSTANT_TEXT] = "";
	const char *wrong = when_read(text, zone, NOW, out);

	assert_true(when_valid(text));
	if (wrong)
		fail_msg("%s %s", text, wrong);
	assert_string_equal(out, moment);
	assert_true(instant_valid(out));
}

static void check_wrong(const char *text, const char *zone, const char *part)
{
	char out[INSTANT_TEXT] = "";
	const char *wrong = when_read(text, zone, NOW, out);

	if (!wrong || !strstr(wrong, part))
		fail_msg("%s: %s", text, wrong ? wrong : out);
	assert_string_equal(out, "");
}

/* A time that occurs twice, and one that does not occur, whatever was asked before. */
static void test_changes_of_clock(void **state)
{
	(void)state;
	for (int i = 0; i < 2; i++) {
		check("2026-10-25 02:30 Europe/Paris", NULL, "2026-10-25T02:30:00+02:00");
		check("2026-10-25 03:00 Europe/Paris", NULL, "2026-10-25T03:00:00+01:00");
		check("2026-10-25 01:59 Europe/Paris", NULL, "2026-10-25T01:59:00+02:00");
		check("2026-11-01 01:30 America/New_York", NULL, "2026-11-01T01:30:00-04:00");
		check("2026-11-01 02:00 America/New_York", NULL, "2026-11-01T02:00:00-05:00");
		check("2026-04-05 01:45 Australia/Lord_Howe", NULL, "2026-04-05T01:45:00+11:00");
		check("2026-03-29 02:30 Europe/Paris", NULL, "2026-03-29T03:30:00+02:00");
		check("2026-03-29 01:59 Europe/Paris", NULL, "2026-03-29T01:59:00+01:00");
		check("2026-03-29 03:00 Europe/Paris", NULL, "2026-03-29T03:00:00+02:00");
		check("2026-03-08 02:30 America/New_York", NULL, "2026-03-08T03:30:00-04:00");
		check("2026-01-15 12:00 Europe/Paris", NULL, "2026-01-15T12:00:00+01:00");
		check("2026-07-15 12:00 Asia/Kolkata", NULL, "2026-07-15T12:00:00+05:30");
	}
}

static void test_relative(void **state)
{
	(void)state;
	check("now", NULL, "2026-03-28T23:30:00Z");
	check(" NOW ", "Europe/Paris", "2026-03-28T23:30:00Z");
	check("+2h", NULL, "2026-03-29T01:30:00Z");
	check("-30m", NULL, "2026-03-28T23:00:00Z");
	check("now+1d 12h", NULL, "2026-03-30T11:30:00Z");
	check("now - 45s", NULL, "2026-03-28T23:29:15Z");
	check("+90", NULL, "2026-03-28T23:31:30Z");
}

static void test_offsets(void **state)
{
	(void)state;
	check("tomorrow 09:00", "UTC", "2026-03-29T09:00:00Z");
	check("tomorrow 09:00Z", NULL, "2026-03-29T09:00:00Z");
	check("Tomorrow at 9:05:06 utc", NULL, "2026-03-29T09:05:06Z");
	/* The day is the day in the zone. */
	check("tomorrow 09:00 +01:00", NULL, "2026-03-30T09:00:00+01:00");
	check("today 09:00-0330", NULL, "2026-03-28T09:00:00-03:30");
	check("yesterday 00:00 +14", NULL, "2026-03-28T00:00:00+14:00");
	check("2026-01-31 08:00 +02:00", NULL, "2026-01-31T08:00:00+02:00");
}

static void test_zones(void **state)
{
	(void)state;
	check("today 01:59 Europe/Paris", NULL, "2026-03-29T01:59:00+01:00");
	check("today 03:00", "Europe/Paris", "2026-03-29T03:00:00+02:00");
	check("tomorrow 09:00", "Europe/Paris", "2026-03-30T09:00:00+02:00");
	check("yesterday 9:00 Europe/Paris", "UTC", "2026-03-28T09:00:00+01:00");
	check("tomorrow 09:00 Asia/Kolkata", NULL, "2026-03-30T09:00:00+05:30");
	check("today 09:00 America/St_Johns", NULL, "2026-03-28T09:00:00-02:30");
	check("2026-07-01 08:00 Europe/Paris", NULL, "2026-07-01T08:00:00+02:00");
	check("2026-07-01T08:00 Europe/Paris", "UTC", "2026-07-01T08:00:00+02:00");
}

static void test_wrong(void **state)
{
	static const char *const others[] = { "", "tomorrow", "today", "nowhere", "now 2h", "+",
		"-", "+2x", "tomorrow 25:00", "tomorrow 09:60", "tomorrow 09", "tomorrowly 09:00",
		"tomorrow 09:00 Europe/Paris please", "monday 09:00", "2026-01-31 Europe/Paris",
		"2026-02-31 08:00 Europe/Paris", "2026-01-31T08:00Z Europe/Paris",
		"tomorrow 09:00 +25:00", "2h", "1700000000" };

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++) {
		if (when_valid(others[i]))
			fail_msg("%s was taken", others[i]);
	}
	check_wrong("tomorrow 09:00", NULL, "must say in which time zone");
	check_wrong("tomorrow 09:00 Mars/Olympus", NULL, "does not know");
	check_wrong("tomorrow 09:00 ../../etc/passwd", NULL, "does not know");
	check_wrong("tomorrow 09:00", "/etc/passwd", "does not know");
}

/* The time zone of the process was restored. */
static void test_environment(void **state)
{
	char out[INSTANT_TEXT];

	(void)state;
	assert_int_equal(setenv("TZ", "Asia/Tokyo", true), 0);
	assert_null(when_read("tomorrow 09:00 Europe/Paris", NULL, NOW, out));
	assert_string_equal(getenv("TZ"), "Asia/Tokyo");
	assert_int_equal(timezone, -9 * 3600);
	assert_int_equal(unsetenv("TZ"), 0);
	assert_null(when_read("tomorrow 09:00 Europe/Paris", NULL, NOW, out));
	assert_null(getenv("TZ"));
}

RUN(cmocka_unit_test(test_changes_of_clock), cmocka_unit_test(test_relative),
	cmocka_unit_test(test_offsets), cmocka_unit_test(test_zones), cmocka_unit_test(test_wrong),
	cmocka_unit_test(test_environment))
