/* SPDX-License-Identifier: Apache-2.0 */
/* The order of a list, as far as its query says it (struct timeline). */
#ifndef LIST_ORDER_H
#define LIST_ORDER_H

#include "request/request.h"

/*
 * Returns whether a list with this query is sorted by time, so that parts of its time range can be
 * joined in order.
 */
bool order_is_by_time(const struct timeline *timeline, const char *query);

/*
 * Returns whether the query asks for the newest records first. *out_said is false if it names no
 * order, because PagerDuty's default is not known here.
 */
bool order_is_newest_first(const struct timeline *timeline, const char *query, bool *out_said);

#endif
