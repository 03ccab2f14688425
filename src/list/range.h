/* SPDX-License-Identifier: Apache-2.0 */
/* The time range of a list: two parameters of its query. */
#ifndef LIST_RANGE_H
#define LIST_RANGE_H

#include "base/text.h"
#include "request/request.h"

#include <stdint.h>

/*
 * A time without an offset is in a time zone that is not known here: PagerDuty uses time_zone of
 * the query, else the account's zone. A range with such times is local: it is computed as if in
 * UTC, and its cuts are written without an offset too, so that PagerDuty reads all of them in the
 * same zone.
 */
struct range {
	int64_t since, until; /* seconds since 1970 */
	bool local;
	/* These ends are not changed in the query, even if it has none. */
	bool own_since, own_until;
};

/*
 * Reads the range from a query. If the query has no start, it is earliest, a moment at or before
 * the first record; "" means that there is none. If the query has no end, it is now. Returns false
 * if there is no start, if a time is not valid, if the range is empty, or if only one of the two
 * times has an offset.
 */
bool range_read(const char *query, const struct timeline *timeline, const char *earliest,
	struct range *out) MUST_CHECK;

/*
 * Reads the range of a request. If range_end_add() added the end and the start has no offset, the
 * end is written without one too, late enough to be past now in every time zone.
 */
bool range_of_request(
	const struct request *request, const char *earliest, struct range *out) MUST_CHECK;

/*
 * Halves a range. PagerDuty does not say whether a range includes its ends, so the newer half
 * begins a second before the older one ends, and no moment is lost. Returns false if the range is
 * shorter than four seconds.
 */
bool range_halve(
	const struct range *range, struct range *out_older, struct range *out_newer) MUST_CHECK;

/* Adds the query with its range replaced. Returns false if memory runs out. */
bool range_write(struct text *out, const char *query, const struct timeline *timeline,
	const struct range *range) MUST_CHECK;

#endif
