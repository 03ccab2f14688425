/* SPDX-License-Identifier: Apache-2.0 */
/* Compares the things that were sent to be changed with those in the answer. */
#ifndef REPLY_SENT_H
#define REPLY_SENT_H

#include "base/text.h"
#include "json/json.h"
#include "json/span.h"

/* One thing in an answer. */
struct sent_thing {
	char *id, *status; /* owned; status may be NULL */
	struct span whole; /* borrowed from the answer */
};

/* The things in an answer, sorted by id for a fast search. */
struct sent_answer {
	struct sent_thing *things; /* owned */
	size_t count;
	bool more; /* the answer says that there are more */
};

/*
 * Reads the things of an answer: those in its member list, an array. The document must outlive out,
 * which is to be ended by sent_done(), also on failure. Returns false if memory runs out.
 */
bool sent_read(struct sent_answer *out, struct span document, const char *list) MUST_CHECK;

/* Takes a zeroed value. */
void sent_done(struct sent_answer *answer);

/* Finds a thing by its id. Returns NULL if there is none, or if id is NULL. */
const struct sent_thing *sent_find(const struct sent_answer *answer, const char *id);

/*
 * Returns whether a thing that was sent, {"id", ...}, is in the answer with the status that it was
 * sent with, if any. Otherwise why becomes the reason in words.
 */
bool sent_is_done(
	struct json_object *sent, const struct sent_answer *answer, struct text *why) MUST_CHECK;

#endif
