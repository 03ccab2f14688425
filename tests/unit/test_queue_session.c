/* SPDX-License-Identifier: Apache-2.0 */
#include "queue_folder.h"

#include "unit.h"

#include "queue/session.h"
#include "queue/sql.h"

/* An event that was delivered and cannot be deleted yet is sent again: it counts once. */
static void test_counts_once(void **state)
{
	struct queue *queue = queue_opened(), *other = queue_opened();
	int64_t id = queue_put(queue, "trigger", "k", 1);
	struct serving serving = { .queue = queue };
	struct session first = { .serving = &serving, .lane = 1, .sent = id, .taken = true };
	struct session second = first;
	struct transaction held = { 0 };
	struct error err = { 0 };
	bool any = true;

	(void)state;
	queue->patience = 0;
	assert_true(transaction_begin(&held, other, &err));
	assert_false(session_flush(&first, &err));
	assert_int_equal(serving.delivered, 0);
	transaction_done(&held);
	assert_true(session_flush(&second, &err));
	assert_true(session_flush(&second, &err));
	assert_int_equal(serving.delivered, 1);
	assert_true(event_any(queue, 1, &any, &err));
	assert_false(any);
	queue_close(other);
	queue_close(queue);
}

static void test_refused_does_not_count(void **state)
{
	struct queue *queue = queue_opened();
	struct serving serving = { .queue = queue };
	struct session session = {
		.serving = &serving, .lane = 1, .sent = queue_put(queue, "trigger", "k", 1)
	};
	struct error err = { 0 };

	(void)state;
	assert_true(session_flush(&session, &err));
	assert_int_equal(serving.delivered, 0);
	queue_close(queue);
}

#define TEST(name) \
	cmocka_unit_test_setup_teardown(test_##name, queue_folder_make, queue_folder_remove)

RUN(TEST(counts_once), TEST(refused_does_not_count))
