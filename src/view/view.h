/* SPDX-License-Identifier: Apache-2.0 */
/* Writes results and failures as text for people: on a terminal, or in chat. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "base/error.h"
#include "view/field.h"
#include "json/json.h"

/* A call. All pointers are borrowed. A member that is NULL or 0 is not known. */
struct view_call {
	const char *action; /* "incident.acknowledge" */
	const char *summary; /* of the action, as a command: "Acknowledge an incident: ..." */
	const char *member; /* the name of the result in the reply: "incidents" */
	bool changes; /* the action changes something */
	bool perhaps; /* the call failed, but PagerDuty may have carried it out */
	bool repeatable; /* calling it again does no harm: it was not a POST without a key */
	struct json_object *parameters; /* checked, defaults filled in */
	const char *actor; /* the address of the acting user */
	const char *key_name, *key; /* the de-duplication key that was sent */
	bool key_given; /* the caller gave that key */
	long total; /* the number of records at PagerDuty; the result may have fewer */
	long maximum; /* the largest number of records of the result */
	bool sorted; /* the caller asked for an order */
};

/*
 * Adds a result for a terminal, as lines that end in newlines. A list has a line of titles, a line
 * for each record, and a line with their number. A single thing has a line for each important
 * member.
 */
void view_add_terminal(struct text *out, struct span document, const struct view_call *call,
	const struct look *look);

/*
 * Adds a result for chat, without a newline at its end: a sentence that says who did what to which
 * thing, or a list of at most 25 lines with their number. The list has the newest records first,
 * unless the caller asked for an order. The text is safe to show and to evaluate (plain.h).
 */
void view_add_chat(struct text *out, struct span document, const struct view_call *call,
	const struct look *look);

/* Adds a failure for chat: what failed, and whether PagerDuty may have carried the action out. */
void view_add_chat_failure(struct text *out, const struct error *err, const struct view_call *call);

#endif
