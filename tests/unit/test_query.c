/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "request/query.h"

/* Finds and decodes a parameter. */
static bool query_member(const char *query, const char *name, char *out, size_t size)
{
	const char *value = query_find(query, name, strlen(name));

	return value && query_decode(value, out, size);
}

static void test_member(void **state)
{
	(void)state;
	char text[16] = "as it was";

	assert_false(query_member("", "a", text, sizeof(text)));
	assert_false(query_member("ab=1&b=2", "a", text, sizeof(text)));
	assert_false(query_member("b=a=1", "a", text, sizeof(text)));
	assert_string_equal(text, "as it was");
	assert_true(query_member("b=2&a=x%3Ay%20z&c=3", "a", text, sizeof(text)));
	assert_string_equal(text, "x:y z");
	assert_true(query_member("&&a=", "a", text, sizeof(text)));
	assert_string_equal(text, "");
	assert_true(query_member("a=%4", "a", text, sizeof(text)));
	assert_string_equal(text, "%4");
	assert_true(query_member("a=123456789012345", "a", text, sizeof(text)));
	assert_false(query_member("a=1234567890123456", "a", text, sizeof(text)));
	assert_true(query_member("a=1&a=2", "a", text, sizeof(text)));
	assert_string_equal(text, "1");
}

RUN(cmocka_unit_test(test_member))
