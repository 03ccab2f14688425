/* SPDX-License-Identifier: Apache-2.0 */
/* Results and failures as text for people: on a terminal, and in chat. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "base/error.h"
#include "view/field.h"
#include "json/json.h"

/* What was called. All is borrowed; what is NULL or 0 is not known. */
struct view_call {
	const char *action; /* "incident.acknowledge" */
	const char *summary; /* the action's, as a command: "Acknowledge an incident: ..." */
	const char *member; /* what the reply names its result: "incidents" */
	bool changes; /* it changes something */
	bool perhaps; /* it failed, but PagerDuty may have carried it out */
	bool repeatable; /* to call it again does no harm: it was no POST without a key */
	struct json_object *parameters; /* checked, defaults filled in */
	const char *actor; /* the address of who acted */
	const char *key_name, *key; /* the de-duplication key that went out */
	bool key_given; /* it was the caller's own */
	long total; /* how many records there are, of which the result may hold a part */
	long maximum; /* how many records a list may hold */
	bool sorted; /* the caller asked for an order */
};

/*
 * Adds a result for a terminal: lines that end in newlines. A list is one line for each record and
 * two besides; one thing is a line for each member that tells something.
 */
void view_add_terminal(struct text *out, struct span document, const struct view_call *call,
	const struct look *look);

/*
 * Adds a result for chat: who did what to which thing, or a list of at most 25 lines, the newest
 * first unless the caller sorted it, with how many there are. No newline at the end. It does
 * nothing wherever it is shown or evaluated (plain.h).
 */
void view_add_chat(struct text *out, struct span document, const struct view_call *call,
	const struct look *look);

/* Adds a failure for chat: its sentence, and whether PagerDuty may have carried the action out. */
void view_add_chat_failure(struct text *out, const struct error *err, const struct view_call *call);

#endif
