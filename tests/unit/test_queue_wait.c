/* SPDX-License-Identifier: Apache-2.0 */
/* How long a lane waits, also if a clock is set. */
#include "queue_folder.h"

#include "unit.h"

#include "queue/wait.h"

enum { HOUR = 3600 * 1000 };

static void test_length(void **state)
{
	static const struct {
		int64_t failures;
		double retry_after, chance;
		int64_t length;
	} cases[] = {
		{ 1, -1, 0, 10000 },
		{ 2, -1, 0, 20000 },
		{ 3, -1, 0, 40000 },
		{ 6, -1, 0, 300000 },
		{ 1000000, -1, 0, 300000 },
		/* At least a half of the wait. */
		{ 1, -1, 0.9999, 5001 },
		{ 6, -1, 0.9999, 150015 },
		/* The wait that PagerDuty asks for is kept, after the first failure too. */
		{ 1, 7, 0, 7000 },
		{ 9, 7, 0.5, 7500 },
		{ 1, 0, 0, 0 },
		{ 1, 1000, 0, 1000000 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_int_equal(
			wait_length(cases[i].failures, cases[i].retry_after, cases[i].chance),
			cases[i].length);
}

static void test_clocks(void **state)
{
	/* A wait of 10 s that began at 1,000 s by the wall clock and 500 s of uptime. */
	static const struct timestamp begun = { 1000000, 500000, 7 };
	static const struct {
		struct timestamp now;
		int64_t left;
	} cases[] = {
		{ { 1000000, 500000, 7 }, 10000 },
		{ { 1004000, 504000, 7 }, 6000 },
		{ { 1010000, 510000, 7 }, 0 },
		/* The wall clock is set back by an hour or a second, in the same boot. */
		{ { 1004000 - HOUR, 504000, 7 }, 6000 },
		{ { 1003000, 504000, 7 }, 6000 },
		{ { 1010000 - HOUR, 510000, 7 }, 0 },
		/* The wall clock is set forward. */
		{ { 1004000 + HOUR, 504000, 7 }, 0 },
		/* After another boot, or on another machine, only the wall clock counts. */
		{ { 1004000, 3000, 8 }, 6000 },
		{ { 1010000, 3000, 8 }, 0 },
		{ { 1000000 - HOUR, 3000, 8 }, 0 },
		{ { 1004000, 504000, 0 }, 6000 },
		/* An uptime that went back is ignored. */
		{ { 1004000, 400000, 7 }, 6000 },
		{ { 1000000 - HOUR, 500000 - HOUR, 7 }, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(cases); i++) {
		int64_t left = timestamp_left(&begun, 10000, &cases[i].now);

		if (left != cases[i].left)
			fail_msg("case %zu: %ld left", i, (long)left);
	}
}

static void test_now(void **state)
{
	struct timestamp first, second;

	(void)state;
	timestamp_now(&first);
	timestamp_now(&second);
	assert_true(second.uptime >= first.uptime);
	assert_int_equal(first.boot, second.boot);
	assert_true(first.wall > 1700000000000);
}

static void test_rows(void **state)
{
	const struct timestamp now = { 1000000, 500000, 7 };
	struct wait_cause cause = { ERROR_UNAVAILABLE, 429, "too many", 60 };
	struct queue *queue = queue_opened();
	struct error err = { 0 };
	struct wait wait;

	(void)state;
	assert_true(wait_read(queue, 3, &wait, &err));
	assert_int_equal(wait.failures, 0);
	assert_int_equal(wait_left(&wait, &now), 0);
	assert_true(wait_begin(queue, 3, &cause, &now, &err));
	assert_true(wait_read(queue, 3, &wait, &err));
	assert_int_equal(wait.failures, 1);
	assert_int_equal(wait.kind, ERROR_UNAVAILABLE);
	assert_int_equal(wait.status, 429);
	assert_string_equal(wait.reason, "too many");
	assert_in_range(wait_left(&wait, &now), 60000, 61000);
	/* Another process with a shorter wait does not shorten it. */
	cause = (struct wait_cause){ ERROR_TRANSPORT, 0, "reset", -1 };
	assert_true(wait_begin(queue, 3, &cause, &now, &err));
	assert_true(wait_read(queue, 3, &wait, &err));
	assert_int_equal(wait.failures, 2);
	assert_in_range(wait_left(&wait, &now), 60000, 61000);
	assert_int_equal(wait.kind, ERROR_TRANSPORT);
	assert_true(wait_end(queue, 3, &err));
	assert_true(wait_read(queue, 3, &wait, &err));
	assert_int_equal(wait.failures, 0);
	queue_close(queue);
}

RUN(cmocka_unit_test(test_length), cmocka_unit_test(test_clocks), cmocka_unit_test(test_now),
	cmocka_unit_test_setup_teardown(test_rows, queue_folder_make, queue_folder_remove))
