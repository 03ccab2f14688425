/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "config/datastore.h"

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

/* Without StackStorm's variables nothing is asked; the sentence says what they are. */
static void test_outside(void **state)
{
	const struct datastore_name name = { false, "api_key}}", 7 };
	struct error err = { 0 };

	(void)state;
	assert_int_equal(unsetenv("ST2_ACTION_API_URL"), 0);
	assert_int_equal(setenv("ST2_ACTION_AUTH_TOKEN", "t0ken", 1), 0);
	assert_null(datastore_get(&name, 0, &err));
	assert_int_equal(err.kind, ERROR_CONFIG);
	assert_non_null(strstr(err.text, "key api_key of the datastore"));
	assert_non_null(strstr(err.text, "ST2_ACTION_API_URL"));
	assert_int_equal(setenv("ST2_ACTION_API_URL", "http://127.0.0.1:1/v1", 1), 0);
	assert_int_equal(setenv("ST2_ACTION_AUTH_TOKEN", "", 1), 0);
	assert_null(datastore_get(&name, 0, &err));
	assert_non_null(strstr(err.text, "ST2_ACTION_AUTH_TOKEN"));
}

RUN(cmocka_unit_test(test_names), cmocka_unit_test(test_others), cmocka_unit_test(test_outside))
