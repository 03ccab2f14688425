/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "list/seen.h"

static bool add(struct seen *seen, const char *record)
{
	bool is_new = false;

	assert_true(seen_add_record(seen, (struct span){ record, strlen(record) }, &is_new));
	return is_new;
}

static void test_ids(void **state)
{
	(void)state;
	struct seen seen = { 0 };

	assert_true(add(&seen, "{\"id\":\"P1\"}"));
	assert_true(add(&seen, "{ \"type\" : {\"id\":\"P1\"} , \"id\" : \"P2\" }"));
	assert_false(add(&seen, "{\"a\":[],\"id\":\"P1\",\"b\":1}"));
	assert_false(add(&seen, "{\"id\":\"P2\"}"));
	/* A number may be an id, and differs from a text with the same digits. */
	assert_true(add(&seen, "{\"id\":1}"));
	assert_true(add(&seen, "{\"id\":\"1\"}"));
	assert_false(add(&seen, "{\"id\":1}"));
	assert_true(add(&seen, "{\"id\":\"P11\"}"));
	seen_done(&seen);
	assert_true(add(&seen, "{\"id\":\"P1\"}"));
	seen_done(&seen);
}

/* Only equal ids make two records equal. */
static void test_without_ids(void **state)
{
	(void)state;
	static const char *const records[] = { "{}", "{\"id\":null}", "{\"id\":true}",
		"{\"id\":{}}", "{\"id\":[]}", "{\"Id\":\"P1\"}", "[]", "[\"id\"]", "\"id\"", "null",
		"1" };
	struct seen seen = { 0 };

	for (size_t i = 0; i < COUNT(records); i++) {
		assert_true(add(&seen, records[i]));
		assert_true(add(&seen, records[i]));
	}
	assert_null(seen.keys);
	seen_done(&seen);
}

static void test_many(void **state)
{
	(void)state;
	struct seen seen = { 0 };
	char record[64];

	for (int round = 0; round < 2; round++) {
		for (int i = 0; i < 20000; i++) {
			(void)snprintf(record, sizeof(record), "{\"id\":\"P%05d\"}", i);
			assert_int_equal(add(&seen, record), !round);
		}
	}
	seen_done(&seen);
	seen_done(&seen);
}

static void test_keys(void **state)
{
	(void)state;
	struct seen seen = { 0 };
	bool is_new = false;

	assert_true(seen_add(&seen, "abc", 2, &is_new));
	assert_true(is_new);
	assert_true(seen_add(&seen, "abd", 2, &is_new));
	assert_false(is_new);
	assert_true(seen_add(&seen, "abd", 3, &is_new));
	assert_true(is_new);
	seen_done(&seen);
}

RUN(cmocka_unit_test(test_ids), cmocka_unit_test(test_without_ids), cmocka_unit_test(test_many),
	cmocka_unit_test(test_keys))
