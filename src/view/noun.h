/* SPDX-License-Identifier: Apache-2.0 */
/* Words for a call and its things: "12 incidents", "acknowledge an incident". */
#ifndef VIEW_NOUN_H
#define VIEW_NOUN_H

#include "view/view.h"

struct view_kind;

/*
 * Adds a count and a noun: "1 incident", "12 log entries", "no incidents". kind is the kind of the
 * records. If there are no records, it is NULL, and the noun is made from member.
 */
void noun_add_count(struct text *out, long count, const struct view_kind *kind, const char *member);

/* Adds the command of an action's summary, up to its colon: "acknowledge an incident". */
void noun_add_command(struct text *out, const struct view_call *call);

/* Adds an id or a name as the caller gave it. A number gets a "#". */
void noun_add_id(struct text *out, const char *id);

/*
 * Adds the thing that the call named, between two texts: " (#42)". Adds nothing if it named none.
 */
void noun_add_subject(
	struct text *out, const struct view_call *call, const char *before, const char *behind);

#endif
