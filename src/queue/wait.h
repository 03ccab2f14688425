/* SPDX-License-Identifier: Apache-2.0 */
/* How long nothing is sent for a lane after a failure. */
#ifndef QUEUE_WAIT_H
#define QUEUE_WAIT_H

#include "queue/moment.h"
#include "queue/store.h"

/* Milliseconds. */
enum { WAIT_FIRST = 10 * 1000, WAIT_MOST = 5 * 60 * 1000 };

/* The failure after which a lane waits. */
struct wait_cause {
	enum error_kind kind;
	long status; /* HTTP's; 0: there was no answer */
	const char *reason; /* a sentence, free of secrets */
	double retry_after; /* seconds that PagerDuty asked for; below 0: it did not */
};

/* A lane's wait. Zeroed: there is none. */
struct wait {
	int64_t failures; /* in a row */
	int64_t length; /* milliseconds, from since on */
	struct moment since;
	enum error_kind kind;
	long status;
	char reason[ERROR_TEXT];
};

/*
 * Milliseconds to wait after so many failures in a row: what PagerDuty asked for, and up to a
 * second more; else 10 s, 20 s ... 5 min, of which chance, in [0, 1), takes off up to a half.
 */
int64_t wait_length(int64_t failures, double retry_after, double chance);

/* Reads a lane's. Without one, failures is 0. */
bool wait_read(struct queue *queue, int64_t lane, struct wait *out, struct error *err) MUST_CHECK;

/* Begins a wait, or makes the one that there is longer. To be called within a transaction. */
bool wait_begin(struct queue *queue, int64_t lane, const struct wait_cause *cause,
	const struct moment *now, struct error *err) MUST_CHECK;

/* The lane is served again. */
bool wait_end(struct queue *queue, int64_t lane, struct error *err) MUST_CHECK;

/* Milliseconds until the lane may be served; 0: now. */
int64_t wait_left(const struct wait *wait, const struct moment *now);

#endif
