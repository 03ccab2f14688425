/* SPDX-License-Identifier: Apache-2.0 */
/* Adds the end of a time range if the caller gave only its start. */
#ifndef REQUEST_RANGE_END_H
#define REQUEST_RANGE_END_H

#include "request/request.h"

/*
 * Adds the end "now" to a time range that has a start but no end, if the list has a timeline (NULL:
 * it has none). Without an end PagerDuty ends the range a month after its start. Adds nothing if
 * any_time of the timeline is given, because PagerDuty then ignores the range. Sets until_now of
 * the request. If the start is a few minutes ahead of our clock, which may be behind PagerDuty's, the
 * end is a minute after it. Fails with ERROR_USAGE if the start is further in the future.
 */
bool range_end_add(
	struct request *request, const struct timeline *timeline, struct error *err) MUST_CHECK;

#endif
