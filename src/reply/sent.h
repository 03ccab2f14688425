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
	bool odd; /* its status is not a text */
	bool refused; /* it has an error, or the HTTP status of one */
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

enum sent_outcome {
	SENT_DONE,
	SENT_NOT_DONE, /* the answer shows the thing as it was, or says that it was refused */
	SENT_UNKNOWN, /* the answer does not say */
};

/*
 * Compares a thing that was sent, {"id", ...}, with the answer: whether it is there with the status
 * that it was sent with, if any. If that is not so, the reason in words is added to why.
 */
enum sent_outcome sent_compare(
	struct json_object *sent, const struct sent_answer *answer, struct text *why) MUST_CHECK;

#endif
