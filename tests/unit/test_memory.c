/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "webhook/memory.h"

#include <stdio.h>

static void make_key(unsigned number, unsigned char key[MEMORY_KEY])
{
	char id[32];

	(void)snprintf(id, sizeof(id), "delivery-%u", number);
	memory_key(id, key);
}

static bool has(const struct memory *memory, unsigned number)
{
	unsigned char key[MEMORY_KEY];

	make_key(number, key);
	return memory_has(memory, key);
}

static void add(struct memory *memory, unsigned number)
{
	unsigned char key[MEMORY_KEY];

	make_key(number, key);
	memory_add(memory, key);
}

/* The last MEMORY_MOST are known, at every number of them, and no others. */
static void test_last(void **state)
{
	struct memory *memory = memory_open();

	(void)state;
	assert_non_null(memory);
	assert_false(has(memory, 0));
	for (unsigned i = 0; i < 3 * MEMORY_MOST; i++) {
		assert_false(has(memory, i));
		add(memory, i);
		assert_true(has(memory, i));
		if (i >= MEMORY_MOST) {
			assert_false(has(memory, i - MEMORY_MOST));
			assert_true(has(memory, i - MEMORY_MOST + 1));
		}
	}
	for (unsigned i = 0; i < 3 * MEMORY_MOST; i++)
		assert_int_equal(has(memory, i), i >= 2 * MEMORY_MOST);
	memory_free(memory);
}

/* Keys of the same place in the table: their chain is mended when one of it goes. */
static void test_same_place(void **state)
{
	struct memory *memory = memory_open();
	unsigned char key[MEMORY_KEY] = { 0 };

	(void)state;
	assert_non_null(memory);
	for (unsigned i = 0; i < 2 * MEMORY_MOST; i++) {
		memcpy(key + 4, &i, sizeof(i));
		if (i % 100 == 0 || i > 2 * MEMORY_MOST - 20)
			assert_false(memory_has(memory, key));
		memory_add(memory, key);
	}
	for (unsigned i = 0; i < 2 * MEMORY_MOST; i += 50) {
		memcpy(key + 4, &i, sizeof(i));
		assert_int_equal(memory_has(memory, key), i >= MEMORY_MOST);
	}
	memory_free(memory);
}

RUN(cmocka_unit_test(test_last), cmocka_unit_test(test_same_place))
