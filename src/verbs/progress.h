/* SPDX-License-Identifier: Apache-2.0 */
/* What has become of incidents that are changed together. */
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
	struct text
		told; /* those that were changed, as PagerDuty answered, with commas between them */
	bool shown; /* told is wanted */
	size_t missed; /* how many of them were not changed, or perhaps not */
	size_t unknown; /* of how many of those nobody knows */
	unsigned splits; /* how often a refused batch may still be halved */
	bool split; /* one was */
	bool refused; /* PagerDuty said no to one or more */
	struct error first; /* why the first was not changed */
	struct found found; /* what else is known of that */
};

/*
 * Adds the outcome of one incident, {"id", "status"} or {"id", "error"}: sent is what was sent for
 * it. why: the reason that it was not changed; NULL if it was. False without memory.
 */
bool progress_note(struct progress *progress, struct json_object *sent, const char *why) MUST_CHECK;

/* Keeps the first failure, which becomes the sentence of the whole. To be called before progress_note. */
void progress_remember(
	struct progress *progress, const struct error *failure, const struct found *found);

/* Adds an incident that was changed to those that people are told of. False without memory. */
bool progress_tell(struct progress *progress, struct span incident) MUST_CHECK;

#endif
