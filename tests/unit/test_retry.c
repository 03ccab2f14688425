/* SPDX-License-Identifier: Apache-2.0 */
/* Every outcome of a try for every class of request, and every wait. */
#include "unit.h"

#include "client/retry.h"

enum { NEVER = 0, SAFE = 1 << RETRY_SAFE, KEYED = 1 << RETRY_KEYED, UNSENT = 1 << RETRY_UNSENT };
enum { ALL = SAFE | KEYED | UNSENT, REPEATABLE = SAFE | KEYED };

static const enum retry_class classes[] = { RETRY_SAFE, RETRY_KEYED, RETRY_UNSENT };

static enum retry_verdict decide(enum retry_class class, const struct attempt *attempt)
{
	return retry_decide(class, attempt, 1e9, 0).verdict;
}

/* The classes for which there is another try. */
static int allowed(const struct attempt *attempt)
{
	int set = 0;

	for (size_t i = 0; i < COUNT(classes); i++)
		set |= decide(classes[i], attempt) == RETRY_AGAIN ? 1 << classes[i] : 0;
	return set;
}

static void test_every_status(void **state)
{
	(void)state;
	for (long status = 100; status < 600; status++) {
		const struct attempt attempt = {
			.number = 1, .status = status, .throttled = status == 429, .retry_after = -1
		};
		int expected = NEVER;

		switch (status) {
		case 429:
			expected = ALL;
			break;
		case 408:
		case 500:
		case 502:
		case 503:
		case 504:
			expected = REPEATABLE;
			break;
		default:
			break;
		}
		if (allowed(&attempt) != expected)
			fail_msg(
				"status %ld: %x, expected %x", status, allowed(&attempt), expected);
	}
}

static void test_throttled_by_another_status(void **state)
{
	const struct attempt attempt = { .number = 1, .status = 403, .throttled = true };

	(void)state;
	assert_int_equal(allowed(&attempt), ALL);
}

static void test_without_reply(void **state)
{
	static const struct {
		bool unsent, hopeless;
		int expected;
	} rows[] = {
		{ false, false, REPEATABLE }, /* it may have arrived */
		{ true, false, ALL }, { false, true, NEVER },
		{ true, true, NEVER }, /* a certificate */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct attempt attempt = { .number = 1,
			.unsent = rows[i].unsent,
			.hopeless = rows[i].hopeless,
			.retry_after = -1 };

		assert_int_equal(allowed(&attempt), rows[i].expected);
	}
}

static void assert_near(double found, double expected)
{
	if (found < expected - 1e-9 || found > expected + 1e-9)
		fail_msg("%.10f, expected %.10f", found, expected);
}

static double wait_of(unsigned number, double retry_after, double left, double chance)
{
	const struct attempt attempt = {
		.number = number, .status = 503, .retry_after = retry_after
	};

	const struct retry retry = retry_decide(RETRY_SAFE, &attempt, left, chance);

	return retry.verdict == RETRY_AGAIN ? retry.wait : -1;
}

/* The waits are 1, 2, 4, 8, 16, 30, 30 s and so on, less up to a half at random. */
static void test_own_waits(void **state)
{
	static const double most[] = { 1, 2, 4, 8, 16, 30, 30, 30 };

	(void)state;
	for (unsigned i = 0; i < COUNT(most); i++) {
		assert_near(wait_of(i + 1, -1, 1e9, 0), most[i] / 2);
		assert_near(wait_of(i + 1, -1, 1e9, 0.5), most[i] * 0.75);
		assert_true(wait_of(i + 1, -1, 1e9, 0.999) < most[i]);
	}
	assert_near(wait_of(4000000000U, -1, 1e9, 0), 15);
}

static void test_asked_waits(void **state)
{
	(void)state;
	assert_near(wait_of(1, 0, 60, 0), 0);
	assert_near(wait_of(1, 0, 60, 0.5), 0.5);
	assert_near(wait_of(1, 7, 60, 0.25), 7.25);
	/* A wait that the server asks for may be longer than our own longest wait. */
	assert_near(wait_of(9, 45, 60, 0), 45);
	/* If the server asks for no wait again and again, the waits still grow. */
	assert_near(wait_of(2, 0, 60, 0), 0.5);
	assert_near(wait_of(3, 0, 60, 0), 1);
	assert_near(wait_of(4, 1, 60, 0.5), 2.5);
	assert_near(wait_of(99, 0, 60, 0), 7.5);
}

/* The remaining time must be enough for the wait, its random part, and a try. */
#define LEAST (RETRY_SLACK + RETRY_LEAST)

static void test_budget(void **state)
{
	(void)state;
	assert_near(wait_of(1, 10, 10.1 + LEAST, 0), 10);
	/* The random part does not go beyond the end. */
	assert_near(wait_of(1, 10, 10.5 + LEAST, 0.9), 10.5);
	assert_true(wait_of(1, 10, 10, 0) < 0);
	assert_true(wait_of(1, 10, 5, 0) < 0);
	assert_near(wait_of(1, -1, 1 + LEAST, 0), 0.5);
	assert_true(wait_of(1, -1, 0.5, 0) < 0);
	assert_true(wait_of(1, 0, 0, 0) < 0);
	assert_true(wait_of(1, 0, -5, 0) < 0);
	assert_true(wait_of(1, -1, -1e9, 0) < 0);
}

static void test_not_allowed_is_no_wait(void **state)
{
	const struct attempt refused = { .number = 1, .status = 400, .retry_after = 1 };
	const struct attempt ambiguous = { .number = 1, .status = 503, .retry_after = 1 };

	(void)state;
	for (size_t i = 0; i < COUNT(classes); i++)
		assert_int_equal(decide(classes[i], &refused), RETRY_FINAL);
	assert_int_equal(decide(RETRY_UNSENT, &ambiguous), RETRY_DOUBTFUL);
	assert_near(retry_decide(RETRY_KEYED, &ambiguous, 1e9, 0).wait, 1);
}

/* Why there is no other try, and whether the same call can succeed later. */
static void test_verdicts(void **state)
{
	static const struct {
		enum retry_class class;
		struct attempt attempt;
		double left;
		enum retry_verdict expected;
		bool may_help;
	} rows[] = {
		{ RETRY_SAFE, { .number = 1, .status = 503, .retry_after = -1 }, 60, RETRY_AGAIN,
			true },
		{ RETRY_SAFE, { .number = 1, .status = 503, .retry_after = -1 }, 0.3, RETRY_NO_TIME,
			true },
		{ RETRY_SAFE, { .number = 1, .status = 503, .retry_after = 0 }, 0, RETRY_NO_TIME,
			true },
		{ RETRY_SAFE, { .number = 1, .status = 503, .retry_after = 90 }, 60, RETRY_TOO_LONG,
			true },
		/*
		 * The server asks for less than the remaining time, but our own wait does not fit.
		 */
		{ RETRY_SAFE, { .number = 9, .status = 503, .retry_after = 1 }, 5, RETRY_NO_TIME,
			true },
		{ RETRY_SAFE, { .number = 1, .status = 501, .retry_after = 90 }, 60, RETRY_FINAL,
			false },
		{ RETRY_SAFE, { .number = 1, .hopeless = true }, 60, RETRY_FINAL, false },
		{ RETRY_UNSENT,
			{ .number = 1, .status = 429, .throttled = true, .retry_after = 90 }, 60,
			RETRY_TOO_LONG, true },
		{ RETRY_UNSENT, { .number = 1, .status = 500, .retry_after = -1 }, 60,
			RETRY_DOUBTFUL, false },
		{ RETRY_UNSENT, { .number = 1, .status = 501, .retry_after = -1 }, 60,
			RETRY_DOUBTFUL, false },
		{ RETRY_UNSENT, { .number = 1, .status = 408, .retry_after = -1 }, 60, RETRY_FINAL,
			false },
		{ RETRY_UNSENT, { .number = 1, .retry_after = -1 }, 60, RETRY_DOUBTFUL, false },
		{ RETRY_UNSENT, { .number = 1, .hopeless = true }, 60, RETRY_DOUBTFUL, false },
		{ RETRY_UNSENT, { .number = 1, .hopeless = true, .unsent = true }, 60, RETRY_FINAL,
			false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct retry retry =
			retry_decide(rows[i].class, &rows[i].attempt, rows[i].left, 0);

		if (retry.verdict != rows[i].expected || retry_may_help(&retry) != rows[i].may_help)
			fail_msg("row %zu: %d", i, retry.verdict);
	}
}

RUN(cmocka_unit_test(test_every_status), cmocka_unit_test(test_throttled_by_another_status),
	cmocka_unit_test(test_without_reply), cmocka_unit_test(test_own_waits),
	cmocka_unit_test(test_asked_waits), cmocka_unit_test(test_budget),
	cmocka_unit_test(test_not_allowed_is_no_wait), cmocka_unit_test(test_verdicts))
