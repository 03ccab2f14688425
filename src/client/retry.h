/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Decides whether and when a request is tried again. It depends only on its arguments: it has no
 * clock, no sleep and no random numbers of its own.
 */
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
	bool throttled; /* the status means "too many": 429, Events v1's 403, or a 400 that says that the account is locked */
	double retry_after; /* seconds the server asked for; below 0 when it did not */
};

/* Whether the class allows another try after this one, if there is time. */
bool retry_allowed(enum retry_class class, const struct attempt *attempt);

/*
 * Seconds to wait before the next try. If the server asked for a wait: that, and up to a second
 * more; from the second try on at least half of our own least wait. Else 1, 2, 4 ... at most 30
 * seconds, of which chance takes off up to a half. chance is in [0, 1); it spreads the waits of
 * several clients. left is how many seconds of the time limit remain. Below 0 means "give up": no
 * other try is allowed, or the least wait and a try do not fit into left.
 */
double retry_wait(
	enum retry_class class, const struct attempt *attempt, double left, double chance);

#endif
