/* SPDX-License-Identifier: Apache-2.0 */
/* The wait of a lane: for how long none of its events is sent after a failure. */
#ifndef QUEUE_WAIT_H
#define QUEUE_WAIT_H

#include "queue/store.h"
#include "queue/timestamp.h"

/* The shortest and the longest wait without a wish of PagerDuty's, in milliseconds. */
enum { WAIT_FIRST = 10 * 1000, WAIT_MOST = 5 * 60 * 1000 };

/* The failure after which a lane waits. */
struct wait_cause {
	enum error_kind kind;
	long status; /* the HTTP status; 0: there was no answer */
	const char *reason; /* a sentence without secrets */
	double retry_after; /* seconds that PagerDuty asked us to wait; below 0: it did not */
};

/* A lane's wait. If all members are 0, there is none. */
struct wait {
	int64_t failures; /* in a row */
	int64_t length; /* milliseconds that it lasts, counted from since */
	struct timestamp since;
	enum error_kind kind;
	long status;
	char reason[ERROR_TEXT];
};

/*
 * Returns how many milliseconds to wait after so many failures in a row: what PagerDuty asked for
 * plus up to a second, otherwise 10 s, 20 s, 40 s and so on up to 5 min, less up to a half. chance,
 * a random number in [0, 1), decides how much is added or taken off.
 */
int64_t wait_length(int64_t failures, double retry_after, double chance);

/* Reads a lane's wait. If there is none, failures is 0. */
bool wait_read(struct queue *queue, int64_t lane, struct wait *out, struct error *err) MUST_CHECK;

/* Begins a lane's wait, or prolongs it. Must be called within a transaction. */
bool wait_begin(struct queue *queue, int64_t lane, const struct wait_cause *cause,
	const struct timestamp *now, struct error *err) MUST_CHECK;

/* Deletes a lane's wait. */
bool wait_end(struct queue *queue, int64_t lane, struct error *err) MUST_CHECK;

/* Returns how many milliseconds are left until events of the lane may be sent; 0: now. */
int64_t wait_left(const struct wait *wait, const struct timestamp *now);

#endif
