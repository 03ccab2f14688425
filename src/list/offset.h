/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads lists by limit and offset. PagerDuty ends such a list at PAGING_MOST records; a longer one
 * is read in slices of its time range.
 */
#ifndef LIST_OFFSET_H
#define LIST_OFFSET_H

#include "list/page.h"
#include "list/range.h"

/*
 * Reads the pages of request from offset on, most records on each, up to PAGING_MOST. Sets
 * walk->first_made, walk->last_made and walk->limited.
 */
bool offset_walk(struct walk *walk, const struct request *request, long most, long offset,
	struct error *err) MUST_CHECK;

/*
 * Reads the whole list of walk->request. If it has more than PAGING_MOST records and its row has a
 * timeline, the range is halved until each slice has fewer records, or is only a few seconds long.
 * The records keep the order of the whole list. If some records could not be reached, walk->limited
 * is true and the walk ends there.
 */
bool offset_walk_all(struct walk *walk, struct error *err) MUST_CHECK;

/* Reads a part of the range of walk->request, whose order is given. */
bool offset_walk_range(struct walk *walk, const struct range *range, bool newest_first,
	struct error *err) MUST_CHECK;

#endif
