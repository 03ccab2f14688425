/* SPDX-License-Identifier: Apache-2.0 */
/* Says who did what: "Ana acknowledged". */
#ifndef VIEW_VERB_H
#define VIEW_VERB_H

#include "view/view.h"

/* A verb in the names of actions. */
struct verb {
	const char *word, *past;
	const char *names; /* the word between the incident and its new assignees, or NULL */
	bool settles; /* it changes an incident's status, of which PagerDuty says who changed it */
};

/* Returns the verb in an action's name, or the verb "changed" if there is none. */
const struct verb *view_verb_find(const char *action);

/*
 * Adds "Ana acknowledged". The name is the one in PagerDuty's answer, otherwise the address of the
 * acting user, otherwise none.
 */
void view_verb_add(struct text *out, struct span thing, const struct verb *verb,
	const struct view_call *call, const struct look *look);

/* Adds before and the value at a path. If there is no value, adds nothing and returns false. */
bool view_verb_add_member(struct text *out, const char *before, struct span thing, const char *path,
	enum form form, const struct look *look);

#endif
