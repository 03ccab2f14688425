/* SPDX-License-Identifier: Apache-2.0 */
/* The outcomes of incidents that are changed together. */
#ifndef VERBS_PROGRESS_H
#define VERBS_PROGRESS_H

#include "base/error.h"
#include "base/text.h"
#include "client/found.h"
#include "json/span.h"

#include <stdbool.h>
#include <stddef.h>

struct json_object;

struct progress {
	struct json_object *outcomes; /* one for each incident, in their order */
	struct text told; /* the changed incidents from PagerDuty's answer, separated by commas */
	bool shown; /* told is wanted */
	size_t missed; /* how many were not changed, or may not have been */
	size_t unknown; /* of how many of these the outcome is not known */
	unsigned splits; /* how often a refused batch may still be halved */
	bool split; /* one was */
	bool refused; /* PagerDuty refused at least one */
	struct error first; /* why the first was not changed */
	struct found found; /* the details of that error */
};

/*
 * Adds the outcome of one incident, {"id", "status"} or {"id", "error"}: sent is what was sent for
 * it. why: the reason that it was not changed; NULL if it was. Returns false if memory runs out.
 */
bool progress_note(struct progress *progress, struct json_object *sent, const char *why) MUST_CHECK;

/*
 * Keeps the first failure, which becomes the sentence of the whole. To be called before
 * progress_note.
 */
void progress_remember(
	struct progress *progress, const struct error *failure, const struct found *found);

/* Adds a changed incident to those that are shown to people. Returns false if memory runs out. */
bool progress_tell(struct progress *progress, struct span incident) MUST_CHECK;

#endif
