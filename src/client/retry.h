/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decides whether and when a request is tried again. The result depends only on the arguments: no
 * clock, sleep or random numbers are used.
 */
#ifndef CLIENT_RETRY_H
#define CLIENT_RETRY_H

#include "action/operation.h"

#include <stdbool.h>

/*
 * The shortest useful try in seconds. A shorter one would be cut off, perhaps after PagerDuty
 * received it.
 */
#define RETRY_LEAST 0.1

/* Seconds by which a wait may take longer than planned. */
#define RETRY_SLACK 0.05

/* How one try ended. */
struct attempt {
	unsigned number; /* 1 for the first */
	long status; /* the HTTP status; 0: no reply */
	bool unsent; /* there was no reply, and nothing can have reached the server */
	bool hopeless; /* there was no reply, and another try would fail too */
	/*
	 * The status means "too many": 429, Events v1's 403, or a 400 that says that the account is
	 * locked.
	 */
	bool throttled;
	double retry_after; /* seconds that the server asked us to wait; below 0: it did not */
};

/* Returns whether PagerDuty may have carried the request out. */
bool attempt_maybe_done(const struct attempt *attempt);

/* What to do after a try that failed. */
enum retry_verdict {
	RETRY_AGAIN, /* another try */
	/* No other try, because */
	RETRY_FINAL, /* another try would fail too */
	/* the request may have been carried out, and must not be carried out twice */
	RETRY_DOUBTFUL,
	RETRY_NO_TIME, /* our own wait and a try do not fit into the time that is left */
	RETRY_TOO_LONG, /* the server asks for a wait longer than the time that is left */
};

struct retry {
	enum retry_verdict verdict;
	double wait; /* seconds until the next try, for RETRY_AGAIN */
};

/*
 * Decides what to do after a try that failed. Our own wait is 0.5 seconds after the first try, then
 * 1, 2, 4, 8 and 15 seconds, to which chance adds up to as much again. If the server asked for a
 * wait, the wait is that one, but after the second and later tries at least half of our own; chance
 * adds up to a second. chance is in [0, 1); it spreads the waits of several clients. What it adds
 * is shortened to the time that is left. left is how many seconds of the time limit remain.
 */
struct retry retry_decide(
	enum retry_class class, const struct attempt *attempt, double left, double chance);

/* Returns whether repeating the request later may succeed and does no harm. */
bool retry_may_help(const struct retry *retry);

#endif
