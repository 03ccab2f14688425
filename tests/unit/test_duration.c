/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/duration.h"

static void check(const char *text, int64_t seconds)
{
	int64_t found = -1;

	if (!duration_read(text, &found))
		fail_msg("%s was refused", text);
	assert_int_equal(found, seconds);
}

static void test_durations(void **state)
{
	(void)state;
	check("2h", 7200);
	check("90m", 5400);
	check("1d 12h", 129600);
	check("1d12h", 129600);
	check(" 1 hour 30 Minutes ", 5400);
	check("45s", 45);
	check("1W", 604800);
	check("2hrs 1min 1 second", 7261);
	check("900", 900);
	check("0", 0);
	check("999999999 weeks", INT64_C(999999999) * 604800);
}

static void test_others(void **state)
{
	static const char *const others[] = { "", " ", "h", "2x", "2 h m", "1d 12", "12 1d", "-2h",
		"+2h", "1.5h", "2h,", "1000000000", "2hh", "two hours", "2h x", "1e3" };

	(void)state;
	for (size_t i = 0; i < COUNT(others); i++) {
		int64_t seconds = -1;

		if (duration_read(others[i], &seconds))
			fail_msg("%s was read as %lld", others[i], (long long)seconds);
		assert_int_equal(seconds, -1);
	}
}

RUN(cmocka_unit_test(test_durations), cmocka_unit_test(test_others))
