/* SPDX-License-Identifier: Apache-2.0 */
/* Words for what was called: "12 incidents", "acknowledge an incident". */
#ifndef VIEW_NOUN_H
#define VIEW_NOUN_H

#include "view/view.h"

/* Adds how many of what: "1 incident", "12 log entries", "no incidents". kind: of the records, or NULL when there are none. */
struct view_kind;
void noun_add_count(struct text *out, long count, const struct view_kind *kind, const char *member);

/* Adds the summary's command without its explanation: "acknowledge an incident". */
void noun_add_command(struct text *out, const struct view_call *call);

/* Adds an id or a name as people gave it, a number with "#". */
void noun_add_id(struct text *out, const char *id);

/* Adds what was named by the call: " (#42)", or nothing. */
void noun_add_subject(
	struct text *out, const struct view_call *call, const char *before, const char *behind);

#endif
