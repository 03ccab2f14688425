/* SPDX-License-Identifier: Apache-2.0 */
/* Lists, page by page: one array, exact in number, complete or said not to be. */
#ifndef LIST_H
#define LIST_H

#include "list/walk.h"

/*
 * Asks for the records of a list operation and adds them to out as one JSON array, each record's
 * own bytes as received (made valid UTF-8). 100 a page, or maximum when that is less. Advances by
 * the records received, not by the limit asked for; takes each id once; ends at maximum. Past
 * 10,000 records the time range is halved where the row names one (range), else it fails with
 * ERROR_REFUSED, unless partial: then *out_cut is set to true.
 */
bool list_all(struct client *client, const struct request *request, const struct list_want *want,
	struct text *out, bool *out_cut, struct error *err) MUST_CHECK;

#endif
