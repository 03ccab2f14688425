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

/* The functions take the incidents as they are sent. */
struct progress {
	struct json_object *places; /* where each incident is in the list, by its id */
	/* In the order of the list; NULL: the outcome of that incident is not noted yet. */
	struct json_object *outcomes;
	/* Each changed incident as PagerDuty answered, a text, in the order of the list. */
	struct json_object *told;
	/*
	 * The ids of the incidents that an earlier request may have changed: its answer was lost or
	 * did not name them. They stay here if a later request fails.
	 */
	struct json_object *doubted;
	bool shown; /* told is wanted */
	bool over; /* no further request is sent, since it would fail in the same way */
	size_t missed; /* how many were not changed, or may not have been */
	size_t unknown; /* of how many of these the outcome is not known */
	unsigned splits; /* how often a refused batch may still be halved */
	unsigned looks; /* how many incidents may still be asked for one by one */
	unsigned pages; /* how many pages of a list of incidents may still be asked for */
	bool split; /* one was */
	bool refused; /* PagerDuty refused at least one */
	struct error first; /* why the first was not changed */
	struct found found; /* the details of that error */
};

/*
 * Prepares a value, in which only shown, splits, looks and pages are set, for a list of incidents
 * with different ids. Returns false if memory runs out. progress_done() must be called also on
 * failure.
 */
bool progress_open(struct progress *progress, struct json_object *list) MUST_CHECK;

/* Takes a zeroed value. */
void progress_done(struct progress *progress);

/* Returns the place of an incident in the list, from 0 on. */
size_t progress_place(const struct progress *progress, struct json_object *sent);

/* Returns the outcome of an incident, or NULL if it is not noted yet. Borrowed. */
struct json_object *progress_outcome(const struct progress *progress, struct json_object *sent);

/* Notes that a request may have changed an incident. Returns false if memory runs out. */
bool progress_doubt(struct progress *progress, struct json_object *sent) MUST_CHECK;

/* Notes that PagerDuty has said after all such requests what the incident is. */
void progress_settle(struct progress *progress, struct json_object *sent);

bool progress_is_doubted(const struct progress *progress, struct json_object *sent);

/*
 * Adds the outcome of one incident, {"id", "status"} or {"id", "error"}. why: the reason that it
 * was not changed; NULL if it was. If it is doubted, the reason says that it may have been changed,
 * and it counts as unknown. Returns false if memory runs out.
 */
bool progress_note(struct progress *progress, struct json_object *sent, const char *why) MUST_CHECK;

/*
 * Keeps the first failure, which becomes the sentence of the action's error. Must be called before
 * progress_note().
 */
void progress_remember(
	struct progress *progress, const struct error *failure, const struct found *found);

/* Keeps a changed incident, to be shown to people. Returns false if memory runs out. */
bool progress_tell(
	struct progress *progress, struct json_object *sent, struct span incident) MUST_CHECK;

/*
 * Adds the changed incidents to out, as an array, if they are wanted. Returns false if memory runs
 * out.
 */
bool progress_add_told(const struct progress *progress, struct text *out) MUST_CHECK;

#endif
