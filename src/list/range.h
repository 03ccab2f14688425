/* SPDX-License-Identifier: Apache-2.0 */
/* The time range of a list, as two members of its query, and its halves. */
#ifndef LIST_RANGE_H
#define LIST_RANGE_H

#include "base/text.h"
#include "request/request.h"

#include <stdint.h>

/*
 * Moments that the caller gave without an offset mean a time zone that is not known here:
 * PagerDuty takes time_zone of the query, else the account's. Such a range is local: its moments
 * count as if in UTC, and are written without an offset too, so that all of them mean the same
 * time zone.
 */
struct range {
	int64_t since, until; /* seconds since 1970 */
	bool local;
	/* These ends stay as the query has them, also where it has none. */
	bool own_since, own_until;
};

/*
 * Reads the range from a query. names is as in struct operation: "since/until". Without a start
 * in the query it is earliest, a moment not after the first record; "": there is none. Without an
 * end it is now. False when there is no start, or a moment is none, or the range is empty, or
 * only one end names its offset.
 */
bool range_read(
	const char *query, const char *names, const char *earliest, struct range *out) MUST_CHECK;

/*
 * The same of a request. An end that is now, and that the program added, goes with a start without
 * an offset too: it is then written without one, and is not before now anywhere.
 */
bool range_of_request(
	const struct request *request, const char *earliest, struct range *out) MUST_CHECK;

/*
 * The halves of a range. Whether an end belongs to its range is not said: the newer half begins a
 * second before the older one ends, so that no moment is in neither. False when the range is too
 * short: below four seconds.
 */
bool range_halve(
	const struct range *range, struct range *out_older, struct range *out_newer) MUST_CHECK;

/* Adds the query with the range in place of what it had. Returns false without memory. */
bool range_write(struct text *out, const char *query, const char *names,
	const struct range *range) MUST_CHECK;

#endif
