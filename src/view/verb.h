/* SPDX-License-Identifier: Apache-2.0 */
/* What was done, and who did it: "Ana acknowledged". */
#ifndef VIEW_VERB_H
#define VIEW_VERB_H

#include "view/view.h"

/* A word of an action's name, and what it makes of a thing. */
struct verb {
	const char *word, *past;
	const char *names; /* stands between the incident and those who have it now, or NULL */
	bool settles; /* it changes an incident's status, so that PagerDuty says who did it */
};

/* The verb that an action's name holds; "changed" where it holds none. */
const struct verb *verb_find(const char *action);

/* "Ana acknowledged": the name that PagerDuty says, else the address that it was done for, else none. */
void verb_add(struct text *out, struct span thing, const struct verb *verb,
	const struct view_call *call, const struct look *look);

/* Adds what a path leads to, words in front of it; nothing, and false, where there is nothing. */
bool verb_add_member(struct text *out, const char *before, struct span thing, const char *path,
	enum form form, const struct look *look);

#endif
