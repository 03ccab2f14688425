/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Lets only one poll work at a time, on all hosts together. The run that works has its name in the
 * state and writes it again and again. StackStorm's concurrency policy does the same; this also
 * works without that policy.
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
 * Waits until no other run is at work, or the other has not written for 5 s, and takes its place.
 * If there is no state yet, it begins ten minutes before now, since PagerDuty's clock may differ.
 * Fails with ERROR_UNAVAILABLE when another is at work until the end, and as key_read and key_write
 * do.
 */
bool turn_take(struct turn *turn, struct error *err) MUST_CHECK;

/* Writes the state. */
bool turn_write(struct turn *turn, struct error *err) MUST_CHECK;

/*
 * Checks that no other run took the turn, in case this run was stopped for a while. Fails with
 * ERROR_UNAVAILABLE if another took it.
 */
bool turn_check(struct turn *turn, struct error *err) MUST_CHECK;

/* Writes the state, and leaves the turn to others. */
bool turn_end(struct turn *turn, struct error *err) MUST_CHECK;

void turn_done(struct turn *turn);

#endif
