/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of records: filtered, a page at a time. */
#ifndef LISTING_H
#define LISTING_H

#include "call.h"

enum listing_kind {
	/* with limit, offset, more and total (REST-API/05-Pagination of PagerDuty's documents) */
	LISTING_PAGED,
	LISTING_WHOLE /* the specification gives these lists no pages */
};

/*
 * Answers with {name: [...]}: the records of all that the query lets through and that mention id
 * in the member via (NULL: all do). Refuses with 400 a filter value that cannot be, and pages
 * beyond the 10,000th record.
 */
void listing_answer(struct call *call, enum listing_kind kind, const char *name,
	struct json_object *all, const char *via, const char *id);

#endif
