/* SPDX-License-Identifier: Apache-2.0 */
/* Lists by limit and offset, and, past where PagerDuty ends them, in slices of their time range. */
#ifndef LIST_OFFSET_H
#define LIST_OFFSET_H

#include "list/page.h"
#include "list/range.h"

enum { OFFSET_MOST = 10000 }; /* records: PagerDuty refuses offset + limit beyond it */

/*
 * Walks request from offset on, most records a page, up to OFFSET_MOST. Fills walk->first_made,
 * walk->last_made and walk->limited.
 */
bool offset_walk(struct walk *walk, const struct request *request, long most, long offset,
	struct error *err) MUST_CHECK;

/*
 * Walks all of walk->request, slice by slice where its row names a range: each is halved until it
 * is below OFFSET_MOST records, or a few seconds. The records come in the order they would have
 * had. walk->limited is whether some stayed out of reach: the walk ended there.
 */
bool offset_walk_all(struct walk *walk, struct error *err) MUST_CHECK;

/* The same of a part of its range. The order of the list is given. */
bool offset_walk_range(struct walk *walk, const struct range *range, bool newest_first,
	struct error *err) MUST_CHECK;

/* Whether slices of time, one behind the other, are in the order of a list with this query. */
bool offset_in_time_order(const char *query);

#endif
