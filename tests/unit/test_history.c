/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "webhook/history.h"

#include <stdio.h>

static void make_key(unsigned number, unsigned char key[HISTORY_KEY])
{
	char id[32];

	(void)snprintf(id, sizeof(id), "delivery-%u", number);
	history_key(id, key);
}

static bool has(const struct history *history, unsigned number)
{
	unsigned char key[HISTORY_KEY];

	make_key(number, key);
	return history_has(history, key);
}

static void add(struct history *history, unsigned number)
{
	unsigned char key[HISTORY_KEY];

	make_key(number, key);
	history_add(history, key);
}

/* After any number of keys exactly the last HISTORY_MOST are found. */
static void test_last(void **state)
{
	struct history *history = history_open();

	(void)state;
	assert_non_null(history);
	assert_false(has(history, 0));
	for (unsigned i = 0; i < 3 * HISTORY_MOST; i++) {
		assert_false(has(history, i));
		add(history, i);
		assert_true(has(history, i));
		if (i >= HISTORY_MOST) {
			assert_false(has(history, i - HISTORY_MOST));
			assert_true(has(history, i - HISTORY_MOST + 1));
		}
	}
	for (unsigned i = 0; i < 3 * HISTORY_MOST; i++)
		assert_int_equal(has(history, i), i >= 2 * HISTORY_MOST);
	history_free(history);
}

/* Keys with the same hash: their chain is still complete after one of them is removed. */
static void test_same_place(void **state)
{
	struct history *history = history_open();
	unsigned char key[HISTORY_KEY] = { 0 };

	(void)state;
	assert_non_null(history);
	for (unsigned i = 0; i < 2 * HISTORY_MOST; i++) {
		memcpy(key + 4, &i, sizeof(i));
		if (i % 100 == 0 || i > 2 * HISTORY_MOST - 20)
			assert_false(history_has(history, key));
		history_add(history, key);
	}
	for (unsigned i = 0; i < 2 * HISTORY_MOST; i += 50) {
		memcpy(key + 4, &i, sizeof(i));
		assert_int_equal(history_has(history, key), i >= HISTORY_MOST);
	}
	history_free(history);
}

RUN(cmocka_unit_test(test_last), cmocka_unit_test(test_same_place))
