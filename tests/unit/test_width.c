/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "view/width.h"

static void test_width(void **state)
{
	(void)state;
	assert_int_equal(width_of('a'), 1);
	assert_int_equal(width_of(0xe9), 1);
	assert_int_equal(width_of(0x301), 0);
	assert_int_equal(width_of(0x200b), 0);
	assert_int_equal(width_of(0x65e5), 2);
	assert_int_equal(width_of(0xff21), 2);
	assert_int_equal(width_of(0x1f600), 2);
	assert_int_equal(width_of(0xac00), 2);
	assert_int_equal(width_of(0x2588), 1);
	assert_int_equal(width_text("a\xcc\x81\xe6\x97\xa5", 6), 3);
}

static void test_cut(void **state)
{
	(void)state;
	static const char text[] = "a\xcc\x81\xe6\x97\xa5z";

	assert_int_equal(width_cut(text, 7, 0), 0);
	assert_int_equal(width_cut(text, 7, 1), 3);
	assert_int_equal(width_cut(text, 7, 2), 3);
	assert_int_equal(width_cut(text, 7, 3), 6);
	assert_int_equal(width_cut(text, 7, 9), 7);
}

RUN(cmocka_unit_test(test_width), cmocka_unit_test(test_cut))
