/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "config/expression.h"

static void check_name(const char *text, bool user, const char *expected)
{
	struct datastore_name name = { 0 };
	bool unknown = false;

	assert_true(datastore_expression(text, &name, &unknown));
	assert_int_equal(name.user, user);
	assert_int_equal(name.name_len, strlen(expected));
	assert_memory_equal(name.name, expected, strlen(expected));
}

static void check_none(const char *text, bool looks_like_one)
{
	struct datastore_name name = { 0 };
	bool unknown = false;

	assert_false(datastore_expression(text, &name, &unknown));
	assert_int_equal(unknown, looks_like_one);
}

static void test_names(void **state)
{
	(void)state;
	check_name("{{st2kv.system.api_key}}", false, "api_key");
	check_name("{{ st2kv.user.api_key }}", true, "api_key");
	check_name("  {{st2kv.system.a.b.c}}  ", false, "a.b.c");
	check_name("{{st2kv.system.user.x}}", false, "user.x");
	check_name("{{st2kv.system.x|decrypt_kv}}", false, "x");
	check_name("{{ st2kv.user.x | decrypt_kv }}", true, "x");
}

static void test_others(void **state)
{
	(void)state;
	check_none("", false);
	check_none("plain", false);
	check_none("{", false);
	check_none("{{", true);
	check_none("{{}}", true);
	check_none("{{system.x}}", true);
	check_none("{{st2kv.x}}", true);
	check_none("{{st2kv.system.}}", true);
	check_none("{{st2kv.system.x}", true);
	check_none("{{st2kv.system.x | upper}}", true);
	check_none("{{st2kv.system.x | decrypt_kv | upper}}", true);
	check_none("{{st2kv.system.x}} and more", true);
	check_none("before {{st2kv.system.x}}", true);
	check_none("{{st2kv.system.x y}}", true);
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_others))
