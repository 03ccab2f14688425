/* SPDX-License-Identifier: Apache-2.0 */
/* Lists of records, with filters and pages. */
#ifndef LISTING_H
#define LISTING_H

#include "call.h"

enum listing_kind {
	/* with limit, offset, more and total (REST-API/05-Pagination of PagerDuty's documents) */
	LISTING_PAGED,
	LISTING_WHOLE /* a list without pages in the specification */
};

/*
 * Answers with {name: [...]}: the records of all that pass the filters of the query and that refer
 * to id in the member via (NULL: all pass). Answers 400 for a filter value that is not valid, and
 * for pages beyond PAGING_MOST records.
 */
void listing_answer(struct call *call, enum listing_kind kind, const char *name,
	struct json_object *all, const char *via, const char *id);

#endif
