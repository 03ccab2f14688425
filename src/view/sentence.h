/* SPDX-License-Identifier: Apache-2.0 */
/* Sentences for chat about a change: who did what to which thing. */
#ifndef VIEW_SENTENCE_H
#define VIEW_SENTENCE_H

#include "view/view.h"

/*
 * Adds a sentence that says what a call did. thing is PagerDuty's answer.
 *     ana@example.com acknowledged #42: Disk full https://...
 */
void sentence_add(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look);

/* Adds a sentence about several incidents, and below it a line for each. */
void sentence_add_incidents(struct text *out, struct span list, long count,
	const struct view_call *call, const struct look *look);

/* Adds a sentence for each override of a schedule. */
void sentence_add_overrides(
	struct text *out, struct span list, const struct view_call *call, const struct look *look);

/* Adds a sentence if PagerDuty's answer was empty: after a deletion, for instance. */
void sentence_add_done(struct text *out, const struct view_call *call);

#endif
