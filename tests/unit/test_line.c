/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "base/line.h"

static void check(const char *text, unsigned number, const char *line)
{
	size_t len;
	const char *found = line_find(text, number, &len);

	if (!line) {
		assert_null(found);
		return;
	}
	assert_non_null(found);
	assert_int_equal(len, strlen(line));
	assert_memory_equal(found, line, len);
}

static void test_find(void **state)
{
	(void)state;
	check("", 1, "");
	check("", 2, NULL);
	check("a", 1, "a");
	check("a\nb", 2, "b");
	check("a\nb\n", 3, "");
	check("a\nb\n", 4, NULL);
	check("a\r\nb\rc\n\nz", 2, "b");
	check("a\r\nb\rc\n\nz", 3, "c");
	check("a\r\nb\rc\n\nz", 4, "");
	check("a\r\nb\rc\n\nz", 5, "z");
	check("a\xc2\x85"
	      "b\xe2\x80\xa8"
	      "c\xe2\x80\xa9"
	      "d",
		4, "d");
	check("\xef\xbb\xbf"
	      "a\nb",
		1, "a");
}

static void test_around(void **state)
{
	static const char text[] = "ab\r\ncd\n";
	unsigned number;

	(void)state;
	assert_ptr_equal(line_around(text, 0, &number), text);
	assert_int_equal(number, 1);
	assert_ptr_equal(line_around(text, 3, &number), text);
	assert_int_equal(number, 1);
	assert_ptr_equal(line_around(text, 4, &number), text + 4);
	assert_int_equal(number, 2);
	assert_ptr_equal(line_around(text, 7, &number), text + 7);
	assert_int_equal(number, 3);
}

RUN(cmocka_unit_test(test_find), cmocka_unit_test(test_around))
