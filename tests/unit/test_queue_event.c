/* SPDX-License-Identifier: Apache-2.0 */
/* The events of a queue: their order, and which of them a resolve makes unnecessary. */
#include "queue_folder.h"

#include "unit.h"

#include "queue/coalesce.h"

enum { RESOLVED = 100 }; /* when the resolve is raised, in milliseconds */

/*
 * Stores the events of a word: "t" is a trigger, "a" an acknowledgement, "r" a resolve. "T", "A"
 * and "R" may have been received by PagerDuty. "l" is a trigger that was raised later, "o" a
 * trigger of another key, "x" an event that was set aside.
 */
static void put_words(struct queue *queue, const char *words)
{
	struct error err = { 0 };
	bool there;

	for (; *words; words++) {
		char kind = (char)(*words | 0x20);
		int64_t id = queue_put(queue,
			kind == 'a'   ? "acknowledge"
			: kind == 'r' ? "resolve"
				      : "trigger",
			kind == 'o' ? "another" : "key", kind == 'l' ? RESOLVED + 1 : 1);

		if (*words != kind)
			assert_true(event_mark(queue, id, &there, &err) && there);
		if (kind == 'x')
			assert_true(event_set_aside(queue, id, 1, 400, "refused", &err));
	}
}

static bool add_letter(const struct queue_event *event, void *data, struct error *err)
{
	char *to = data;
	char letter = event->aside                                   ? 'x'
		      : event->dedup_key && *event->dedup_key == 'a' ? 'o'
		      : event->stored > RESOLVED                     ? 'l'
								     : *event->verb;

	(void)err;
	to[strlen(to)] = event->heard ? (char)(letter & ~0x20) : letter;
	return true;
}

static void test_coalesce(void **state)
{
	static const struct {
		const char *before, *after;
		bool needless;
	} cases[] = {
		{ "", "", false },
		{ "t", "", true },
		{ "ta", "", true },
		{ "tat", "", true },
		/* The alert of this trigger may be open at PagerDuty. */
		{ "T", "T", false },
		{ "Ta", "T", false },
		{ "Tat", "T", false },
		{ "tT", "tT", false },
		{ "tA", "tA", false },
		/* The trigger was sent before, without the queue. */
		{ "a", "", false },
		{ "A", "A", false },
		/* There is a resolve in between. */
		{ "Trt", "Tr", true },
		{ "TRt", "TR", true },
		{ "r", "r", false },
		{ "ra", "r", false },
		/* Events of another key, and events that were set aside, are not changed. */
		{ "to", "o", true },
		{ "x", "x", false },
		{ "xt", "x", true },
		/* A trigger that was raised after the resolve must be sent. */
		{ "l", "l", false },
		{ "tl", "tl", false },
		{ "lt", "l", false },
	};

	for (size_t i = 0; i < COUNT(cases); i++) {
		const struct queue_event resolve = {
			.lane = 1, .verb = "resolve", .dedup_key = "key", .stored = RESOLVED
		};
		struct error err = { 0 };
		char left[16] = "";
		int64_t dropped = 0;
		bool needless = false;

		assert_int_equal(queue_folder_make(state), 0);
		struct queue *queue = queue_opened();
		put_words(queue, cases[i].before);
		assert_true(coalesce(queue, &resolve, &dropped, &needless, &err));
		assert_true(event_walk(queue, EVENT_ANY, 0, add_letter, left, &err));
		if (strcmp(left, cases[i].after) != 0 || needless != cases[i].needless)
			fail_msg("\"%s\" left \"%s\", %d", cases[i].before, left, needless);
		assert_int_equal(dropped, strlen(cases[i].before) - strlen(left));
		queue_close(queue);
		(void)queue_folder_remove(state);
	}
}

static void test_only_a_resolve(void **state)
{
	static const char *const verbs[] = { "trigger", "acknowledge", "change" };
	struct error err = { 0 };
	struct queue *queue = queue_opened();
	int64_t dropped, count = 0;
	bool needless;

	(void)state;
	(void)queue_put(queue, "trigger", "key", 1);
	for (size_t i = 0; i < COUNT(verbs); i++) {
		const struct queue_event event = {
			.lane = 1, .verb = verbs[i], .dedup_key = "key", .stored = 2
		};

		assert_true(coalesce(queue, &event, &dropped, &needless, &err));
		assert_false(needless);
	}
	const struct queue_event elsewhere = {
		.lane = 2, .verb = "resolve", .dedup_key = "key", .stored = 2
	};
	assert_true(coalesce(queue, &elsewhere, &dropped, &needless, &err));
	assert_false(needless);
	assert_true(event_count(queue, 0, &count, &err));
	assert_int_equal(count, 1);
	queue_close(queue);
}

static void test_order_and_lanes(void **state)
{
	struct queue *queue = queue_opened();
	struct queue_event event = { 0 };
	struct error err = { 0 };
	bool found = false;
	int64_t count = 0;

	(void)state;
	int64_t first = queue_put(queue, "trigger", "a", 5),
		second = queue_put(queue, "trigger", "b", 4);
	assert_true(event_first(queue, 1, 0, &event, &found, &err) && found);
	assert_int_equal(event.id, first);
	event_done(&event);
	assert_true(event_first(queue, 1, first, &event, &found, &err) && found);
	assert_int_equal(event.id, second);
	event_done(&event);
	assert_true(event_first(queue, 1, second, &event, &found, &err) && !found);
	assert_true(event_any(queue, 1, &found, &err) && found);
	assert_true(event_any(queue, 2, &found, &err) && !found);
	assert_true(event_count(queue, 1, &count, &err));
	assert_int_equal(count, 2);
	assert_true(event_count(queue, 2, &count, &err));
	assert_int_equal(count, 0);
	/*
	 * Ids are never used again: an event that was set aside and is tried again has its old
	 * position.
	 */
	assert_true(event_delete(queue, second, &err));
	assert_true(queue_put(queue, "trigger", "c", 1) > second);
	queue_close(queue);
}

static void test_marks(void **state)
{
	struct queue *queue = queue_opened();
	struct queue_event event = { 0 };
	struct error err = { 0 };
	bool there = false, found = false;

	(void)state;
	int64_t id = queue_put(queue, "trigger", "a", 5);
	assert_true(event_mark(queue, id, &there, &err) && there);
	assert_true(event_note(queue, id, false, 429, "too many", &err));
	assert_true(event_first(queue, 1, 0, &event, &found, &err) && found);
	assert_int_equal(event.tries, 1);
	assert_false(event.heard);
	assert_int_equal(event.status, 429);
	assert_string_equal(event.reason, "too many");
	event_done(&event);
	assert_true(event_set_aside(queue, id, 9, 400, "no", &err));
	assert_true(event_mark(queue, id, &there, &err) && !there);
	assert_true(event_first(queue, 1, 0, &event, &found, &err) && !found);
	queue_close(queue);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(test_##name, queue_folder_make, queue_folder_remove)

RUN(cmocka_unit_test(test_coalesce), TEST(only_a_resolve), TEST(order_and_lanes), TEST(marks))
