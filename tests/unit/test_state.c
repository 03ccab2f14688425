/* SPDX-License-Identifier: Apache-2.0 */
#include "unit.h"

#include "poll/state.h"

static void add(struct state *state, const char *id, int64_t time)
{
	struct entry entry = { .time = time };

	memcpy(entry.id, id, strlen(id));
	assert_true(state_add(state, &entry));
}

static void test_written_and_read(void **state)
{
	scoped(state_done) struct state first = {
		.begin = 1000, .most = 2000, .run = "abc", .beat = 7
	};
	scoped(state_done) struct state again = { 0 };
	scoped(text_done) struct text text = TEXT(TEXT_ANY);
	struct error err = { 0 };

	(void)state;
	add(&first, "Q\"1", 1100);
	add(&first, "Q2", 1200);
	assert_true(state_print(&first, &text));
	assert_true(state_read(&text, &again, &err));
	assert_int_equal(again.begin, 1000);
	assert_int_equal(again.newest, 1200);
	assert_int_equal(again.beat, 7);
	assert_string_equal(again.run, "abc");
	assert_true(state_has(&again, "Q\"1") && state_has(&again, "Q2"));
	assert_false(state_has(&again, "Q3"));
}

static void test_foreign_texts(void **state)
{
	static const char *const texts[] = { "", "x", "[]", "{}",
		"{\"begin\":1,\"newest\":1,\"beat\":1,\"run\":\"\",\"handled\":[]}",
		"{\"begin\":\"1\",\"newest\":1,\"beat\":1,\"run\":\"\",\"handled\":{}}",
		"{\"begin\":1,\"newest\":1,\"beat\":1,\"run\":\"012345678901234567890123\",\"handled\":{}}",
		"{\"begin\":1,\"newest\":1,\"beat\":1,\"run\":\"\",\"handled\":{\"a\":\"b\"}}" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		scoped(text_done) struct text text = TEXT(TEXT_ANY);
		scoped(state_done) struct state out = { 0 };
		struct error err = { 0 };

		assert_true(text_add(&text, texts[i]));
		assert_false(state_read(&text, &out, &err));
		assert_int_equal(err.kind, ERROR_CONFIG);
	}
}

/* Entries that may be listed again are remembered; others are dropped. */
static void test_window(void **state)
{
	scoped(state_done) struct state known = { .begin = 1000, .most = 100000 };
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	(void)state;
	assert_int_equal(state_since(&known), 1000);
	add(&known, "old", 1010);
	assert_int_equal(state_since(&known), 1000);
	add(&known, "new", 5000);
	assert_int_equal(state_since(&known), 5000 - STATE_LATE - STATE_MARGIN);
	add(&known, "late", state_since(&known));
	assert_true(state_print(&known, &text));
	assert_false(state_has(&known, "old"));
	assert_true(state_has(&known, "late") && state_has(&known, "new"));
	/*
	 * An older entry does not set the time back, and an entry from the future does not set it
	 * forward.
	 */
	add(&known, "older", 4000);
	assert_int_equal(known.newest, 5000);
	known.most = 6000;
	add(&known, "future", 1000000);
	assert_int_equal(known.newest, 6000);
	assert_true(state_print(&known, &text) && state_has(&known, "future"));
}

RUN(cmocka_unit_test(test_written_and_read), cmocka_unit_test(test_foreign_texts),
	cmocka_unit_test(test_window))
