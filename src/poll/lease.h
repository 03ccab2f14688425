/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A lease lets only one run of the poll work at a time, on all hosts together. The run that holds
 * it has its name in the state and writes the state again and again. StackStorm's concurrency
 * policy does the same; the lease also works without that policy.
 */
#ifndef POLL_LEASE_H
#define POLL_LEASE_H

#include "base/error.h"
#include "poll/state.h"
#include "stackstorm/key.h"

struct lease {
	struct http *http; /* borrowed, like all pointers here */
	struct http *beat_http; /* the handle for renewals during other requests */
	const struct stackstorm_access *access;
	const char *key; /* the state's key in the datastore: "pagerduty.dispatched.default" */
	double end; /* when the run must end, on clock_now() */
	struct state state; /* owned; the state as it was read or written last */
	char run[STATE_RUN]; /* the name of this run */
	double written; /* when the state was written last, on clock_now() */
	bool first; /* there was no state in the datastore */
	bool lost; /* another run took the lease */
	struct error failure; /* why the lease could not be renewed while the process waited */
};

/*
 * Waits until no other run holds the lease, or its holder has not renewed it for 5 s, and takes it.
 * If there is no state yet, it begins ten minutes before now, because PagerDuty's clock may differ
 * from ours. Fails with ERROR_UNAVAILABLE if another run still holds the lease at lease->end, and
 * as key_read() and key_write() do.
 */
bool lease_acquire(struct lease *lease, struct error *err) MUST_CHECK;

/* Writes the state, which renews the lease. Fails as key_write() does. */
bool lease_renew(struct lease *lease, struct error *err) MUST_CHECK;

/*
 * Checks that no other run took the lease, in case this run was stopped for a while. Fails with
 * ERROR_UNAVAILABLE if another run took it.
 */
bool lease_check(struct lease *lease, struct error *err) MUST_CHECK;

/*
 * Between these two the lease is renewed while the process waits (meanwhile.h), because an answer
 * may take longer than the 5 s. The state must not change in between. lease_end_wait() fails as
 * lease_check() did, if it did; a failure before stays in *err if ok is false. Returns ok or false.
 */
void lease_begin_wait(struct lease *lease);
bool lease_end_wait(struct lease *lease, bool ok, struct error *err) MUST_CHECK;

/* Writes the state without this run's name, so that another run can take the lease. */
bool lease_release(struct lease *lease, struct error *err) MUST_CHECK;

void lease_done(struct lease *lease);

#endif
