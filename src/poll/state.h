/* SPDX-License-Identifier: Apache-2.0 */
/* The state that a poll of the incident log leaves in StackStorm's datastore for the next poll. */
#ifndef POLL_STATE_H
#define POLL_STATE_H

#include "base/error.h"
#include "base/text.h"
#include "poll/entry.h"

enum {
	STATE_LATE = 120, /* seconds by which an entry may appear late in the log */
	STATE_MARGIN =
		5, /* seconds more that are asked for, and as many more that are remembered */
	STATE_SKEW = 600, /* seconds by which PagerDuty's clock and ours may differ */
	STATE_RUN = 24 /* bytes of a run's name, NUL included */
};

/* An entry that was dispatched or skipped. */
struct handled {
	char id[ENTRY_ID];
	int64_t time;
};

struct state {
	int64_t begin; /* earlier entries are not asked for; seconds since 1970 */
	int64_t newest; /* the time of the newest entry that was handled; 0: none was */
	struct handled *handled; /* owned; handled entries that may be listed again */
	size_t count, room;
	char run[STATE_RUN]; /* the run that holds the lease (lease.h); "": none */
	unsigned long beat; /* changes each time the run writes the state */
	int64_t most; /* the largest value of newest; not stored, the caller sets it */
};

/* Reads a state. Fails with ERROR_CONFIG if the text was not written by state_print(). */
bool state_read(const struct text *text, struct state *out, struct error *err) MUST_CHECK;

/*
 * Adds the state as text. Drops entries too old to be listed again. Returns false if memory runs
 * out.
 */
bool state_print(struct state *state, struct text *out) MUST_CHECK;

/* Returns the time from which on entries must be asked for, in seconds since 1970. */
int64_t state_since(const struct state *state);

bool state_has(const struct state *state, const char *id);

/*
 * Records that an entry was handled. newest never becomes greater than most: otherwise an entry
 * with a time in the future would make the next poll skip the entries before it. Returns false if
 * memory runs out.
 */
bool state_add(struct state *state, const struct entry *entry) MUST_CHECK;

void state_done(struct state *state);

#endif
