/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One poll at a time, wherever it runs: who is at work has its name in the state, and writes it
 * again and again. StackStorm's policy keeps runs apart; this holds where there is none.
 */
#ifndef POLL_TURN_H
#define POLL_TURN_H

#include "poll/state.h"
#include "stackstorm/key.h"

struct turn {
	struct http *http; /* borrowed, as all but the state */
	const struct stackstorm_access *access;
	const char *key; /* of the datastore: "pagerduty.dispatched.default" */
	double end; /* on clock_now(), when the work must be done */
	struct state state; /* as it was written last */
	char run[STATE_RUN]; /* what this run is called */
	double written; /* on clock_now() */
	bool first; /* there was no state */
	bool lost; /* another run took it */
};

/*
 * Waits until no other run is at work, or one has not written for 5 s, and takes its place. The
 * state of a first time begins now, ten minutes back, since PagerDuty's clock is another. Fails
 * with ERROR_UNAVAILABLE when another is at work until the end, and as key_read and key_write do.
 */
bool turn_take(struct turn *turn, struct error *err) MUST_CHECK;

/* Writes the state. */
bool turn_write(struct turn *turn, struct error *err) MUST_CHECK;

/*
 * Whether the turn is still this run's, which may have stood still for a while. Fails with
 * ERROR_UNAVAILABLE when another took it.
 */
bool turn_check(struct turn *turn, struct error *err) MUST_CHECK;

/* Writes the state, and leaves the turn to others. */
bool turn_end(struct turn *turn, struct error *err) MUST_CHECK;

void turn_done(struct turn *turn);

#endif
