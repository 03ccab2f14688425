/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences for chat: who did what to which thing. */
#ifndef VIEW_DEED_H
#define VIEW_DEED_H

#include "view/view.h"

/*
 * Adds a sentence on what a call did; thing is what PagerDuty answered.
 *     ana@example.com acknowledged #42: Disk full https://...
 */
void deed_add(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look);

/* The same for several incidents: the sentence, and below it a line for each. */
void deed_add_incidents(struct text *out, struct span list, long count,
	const struct view_call *call, const struct look *look);

/* The same of the overrides of a schedule. */
void deed_add_overrides(
	struct text *out, struct span list, const struct view_call *call, const struct look *look);

/* The same if PagerDuty's answer was empty: a deletion, a link between two things. */
void deed_add_done(struct text *out, const struct view_call *call);

#endif
