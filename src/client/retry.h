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

/* Whether PagerDuty may have carried the request out. */
bool attempt_maybe_done(const struct attempt *attempt);

/* What follows a try that did not succeed. */
enum retry_verdict {
	RETRY_AGAIN, /* another try */
	/* None, because: */
	RETRY_FINAL, /* another one would end the same way */
	RETRY_DOUBTFUL, /* it may have been carried out all the same, and must not be twice */
	RETRY_NO_TIME, /* our own wait and a try do not fit into the time that is left */
	RETRY_TOO_LONG, /* the server asks for a longer wait than that */
};

struct retry {
	enum retry_verdict verdict;
	double wait; /* seconds until the next try, for RETRY_AGAIN */
};

/*
 * The wait: if the server asked for one, that, and up to a second more; from the second try on at
 * least half of our own least wait. Else 1, 2, 4 ... at most 30 seconds, of which chance takes off
 * up to a half. chance is in [0, 1); it spreads the waits of several clients. left is how many
 * seconds of the time limit remain.
 */
struct retry retry_decide(
	enum retry_class class, const struct attempt *attempt, double left, double chance);

/* Whether the same request may succeed later, without doing harm. */
bool retry_may_help(const struct retry *retry);

#endif
