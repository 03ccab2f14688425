/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "view/time_format.h"

static const int64_t now = 1795971600; /* Sun 2026-11-29 17:00 UTC */

static void check_distance(int64_t seconds, const char *wanted)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);

	time_format_distance(&out, now + seconds, now);
	assert_string_equal(text_string(&out), wanted);
}

static void test_distance(void **state)
{
	(void)state;
	check_distance(0, "just now");
	check_distance(-59, "just now");
	check_distance(30, "in a moment");
	check_distance(-60, "1 min ago");
	check_distance(-3599, "59 min ago");
	check_distance(7200, "in 2 h");
	check_distance(-47 * 3600, "47 h ago");
	check_distance(-48 * 3600, "2 days ago");
	check_distance(-70 * 86400, "2 months ago");
	check_distance(-800 * 86400, "2 years ago");
}

static void check(const char *zone, int64_t at, const char *brief, const char *full)
{
	scoped(text_done) struct text first = TEXT(TEXT_ANY), second = TEXT(TEXT_ANY);

	assert_int_equal(setenv("TZ", zone, 1), 0);
	time_format_short(&first, at, now);
	time_format_full(&second, at);
	assert_string_equal(text_string(&first), brief);
	assert_string_equal(text_string(&second), full);
}

static void test_zone(void **state)
{
	(void)state;
	check("UTC0", now, "17:00", "Sun 2026-11-29 17:00 UTC");
	check("CET-1", now, "18:00", "Sun 2026-11-29 18:00 CET");
	check("CET-1", now + 6 * 3600, "Nov 30 00:00", "Mon 2026-11-30 00:00 CET");
	check("UTC0", now - 365 * 86400, "2025-11-29 17:00", "Sat 2025-11-29 17:00 UTC");
}

RUN(cmocka_unit_test(test_distance), cmocka_unit_test(test_zone))
