/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/number.h"

#include <float.h>
#include <math.h>

#define LAST_FRACTION 4503599627370495.5 /* 2^52 - 0.5 */

static void check(double number, double floor, double ceiling, double nearest)
{
	assert_true(number_floor(number) == floor);
	assert_true(number_ceiling(number) == ceiling);
	assert_true(number_nearest(number) == nearest);
	assert_int_equal(number_is_whole(number), floor == ceiling);
}

static void test_numbers(void **state)
{
	(void)state;
	check(0, 0, 0, 0);
	check(1, 1, 1, 1);
	check(-1, -1, -1, -1);
	check(1.25, 1, 2, 1);
	check(1.5, 1, 2, 2);
	check(-1.25, -2, -1, -1);
	check(-1.5, -2, -1, -1);
	check(DBL_MIN, 0, 1, 0);
	check(-DBL_MIN, -1, 0, 0);
}

static void test_large(void **state)
{
	(void)state;
	check(LAST_FRACTION, 0x1p52 - 1, 0x1p52, 0x1p52);
	check(-LAST_FRACTION, -0x1p52, 1 - 0x1p52, 1 - 0x1p52);
	check(0x1p52 + 1, 0x1p52 + 1, 0x1p52 + 1, 0x1p52 + 1);
	check(0x1p63, 0x1p63, 0x1p63, 0x1p63);
	check(DBL_MAX, DBL_MAX, DBL_MAX, DBL_MAX);
	check(-DBL_MAX, -DBL_MAX, -DBL_MAX, -DBL_MAX);
}

static void test_no_number(void **state)
{
	(void)state;
	assert_true(number_floor((double)INFINITY) == (double)INFINITY);
	assert_true(number_ceiling(-(double)INFINITY) == -(double)INFINITY);
	assert_true(isnan(number_floor((double)NAN)));
	assert_false(number_is_whole((double)INFINITY));
	assert_false(number_is_whole((double)NAN));
}

RUN(cmocka_unit_test(test_numbers), cmocka_unit_test(test_large), cmocka_unit_test(test_no_number))
