/* SPDX-License-Identifier: Apache-2.0 */
/* What one poll of the incident log leaves for the next one: a text in StackStorm's datastore. */
#ifndef POLL_STATE_H
#define POLL_STATE_H

#include "base/error.h"
#include "base/text.h"
#include "poll/entry.h"

enum {
	STATE_LATE = 120, /* seconds by which an entry may turn up late */
	STATE_MARGIN =
		5, /* seconds more that are asked for, and as many more that are remembered */
	STATE_SKEW = 600, /* seconds that PagerDuty's clock and ours may be apart */
	STATE_RUN = 24 /* bytes of what names a run, NUL included */
};

/* An entry that was dispatched, or passed over. */
struct handled {
	char id[ENTRY_ID];
	int64_t time;
};

struct state {
	int64_t begin; /* nothing before is asked for: seconds since 1970 */
	int64_t newest; /* time of the newest entry handled; 0: none was */
	struct handled *handled; /* owned; those that may be listed again */
	size_t count, room;
	char run[STATE_RUN]; /* which run is at work; "": none */
	unsigned long beat; /* changes each time that run writes it */
	int64_t most; /* newest goes no further; not written: 0 until it is set */
};

/* Reads it. False with ERROR_CONFIG when the text is none of ours. */
bool state_read(const struct text *text, struct state *out, struct error *err) MUST_CHECK;

/* Adds it as a text, without what is too old to be listed again. False without memory. */
bool state_print(struct state *state, struct text *out) MUST_CHECK;

/* From when on entries are to be asked for: seconds since 1970. */
int64_t state_since(const struct state *state);

bool state_has(const struct state *state, const char *id);

/*
 * Records that an entry was handled. newest never goes beyond most: an entry from the future would
 * make the next poll skip everything before it. False without memory.
 */
bool state_add(struct state *state, const struct entry *entry) MUST_CHECK;

void state_done(struct state *state);

#endif
