/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads a list page by page into one array. It stops at exactly the number wanted, and never
 * returns a part of a list as the whole.
 */
#ifndef LIST_H
#define LIST_H

#include "list/walk.h"

/*
 * Asks for the records of a list operation and adds them to out as one JSON array, each record's
 * own bytes as received (made valid UTF-8). 100 a page, or maximum when that is less. The next page
 * begins after the records that were received, not after the limit that was asked for. Each id is
 * taken once. PagerDuty lists no more than 10,000 records: beyond that, the time range is halved if
 * the row names one (timeline). If it cannot be, the call fails with ERROR_REFUSED, or, with
 * partial, returns what it has and sets *out_cut to true.
 */
bool list_all(struct client *client, const struct request *request, const struct list_want *want,
	struct text *out, bool *out_cut, struct error *err) MUST_CHECK;

#endif
