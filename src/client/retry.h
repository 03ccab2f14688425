/* SPDX-License-Identifier: Apache-2.0 */
/* Whether and when a request is tried again. Pure: no clock, no sleep, no chance of its own. */
#ifndef CLIENT_RETRY_H
#define CLIENT_RETRY_H

#include "action/operation.h"

#include <stdbool.h>

/* Seconds that a try needs at the least; a shorter one would only be cut off, perhaps after it was heard. */
#define RETRY_LEAST 0.1

/* Seconds by which a wait may take longer than it was to. */
#define RETRY_SLACK 0.05

/* How one try ended. */
struct attempt {
	unsigned number; /* 1 for the first */
	long status; /* HTTP status; 0 when no reply came */
	bool unsent; /* no reply, and nothing can have reached the server */
	bool hopeless; /* no reply, and trying again cannot help */
	bool throttled; /* the status means "too many": 429, or Events v1's 403 */
	double retry_after; /* seconds the server asked for; below 0 when it did not */
};

/* Whether the class allows another try after this end, were there time. */
bool retry_allowed(enum retry_class class, const struct attempt *attempt);

/*
 * Seconds to wait before the next try: what the server asked for and up to a second more, but,
 * from the second try on, not less than half of what we would wait at the least; else 1, 2, 4 ...
 * at most 30, of which chance takes up to a half. chance is in [0, 1) and spreads the waits, as
 * far as there is time. Below 0 for "give up": not allowed, or the least wait, its slack and a
 * try would not fit into left, the seconds left of the budget.
 */
double retry_wait(
	enum retry_class class, const struct attempt *attempt, double left, double chance);

#endif
