/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "json/json.h"
#include "json/read.h"

static void test_print(void **state)
{
	(void)state;
	static const char source[] = "{\"a/b\":\"\xc3\xa9\\n\\\"\",\"n\":1.50,\"l\":[true,null]}";
	struct text out = TEXT(TEXT_ANY);
	struct json_object *value = NULL;

	assert_true(json_read_reply(source, strlen(source), &value, NULL));
	assert_true(json_print(&out, value));
	assert_string_equal(text_string(&out), source);
	text_clear(&out);
	assert_true(text_add_quoted(&out, "a\"\\/\n\0z", 7));
	assert_string_equal(text_string(&out), "\"a\\\"\\\\/\\n\\u0000z\"");
	text_done(&out);
	json_object_put(value);
}

static void test_members(void **state)
{
	(void)state;
	static const char source[] = "{\"s\":\"x\",\"n\":1}";
	struct json_object *value = NULL;

	assert_true(json_read_reply(source, strlen(source), &value, NULL));
	assert_string_equal(json_string(value, "s"), "x");
	assert_null(json_string(value, "n"));
	assert_null(json_string(value, "absent"));
	assert_null(json_string(NULL, "s"));
	assert_null(json_member(json_member(value, "s"), "s"));
	assert_false(json_add(value, "z", NULL));
	assert_true(json_add(value, "s", json_object_new_string("y")));
	assert_string_equal(json_string(value, "s"), "y");
	assert_true(json_add_string(value, "t", "z"));
	assert_string_equal(json_string(value, "t"), "z");
	json_object_put(value);
}

RUN(cmocka_unit_test(test_print), cmocka_unit_test(test_members))
