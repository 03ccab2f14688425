/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads a list page by page into one array. It stops at exactly the number wanted, and never
 * returns a part of a list as the whole.
 */
#ifndef LIST_H
#define LIST_H

#include "list/walk.h"

/*
 * Requests the records of a list and adds them to out as one JSON array. Each record has its own
 * bytes as they were received, made valid UTF-8. A page has 100 records, or maximum if that is
 * less. The next page begins after the records that were received, not after the limit. Each id is
 * taken once. PagerDuty lists at most PAGING_MOST records: beyond that, the time range is halved if
 * the row has a timeline. If that is not possible, the call fails with ERROR_REFUSED; with partial,
 * it returns the records that it has and sets *out_cut to true.
 */
bool list_all(struct client *client, const struct request *request, const struct list_want *want,
	struct text *out, bool *out_cut, struct error *err) MUST_CHECK;

/*
 * Adds the query of the first request that list_all() would send, and sends nothing. If the request
 * has a body, its members for the page are added to it. Fails as list_all() does before its first
 * request.
 */
bool list_show_first(const struct request *request, const struct list_want *want,
	struct text *query, struct error *err) MUST_CHECK;

#endif
