/* SPDX-License-Identifier: Apache-2.0 */
/* The end of a time range that the caller left open. */
#ifndef REQUEST_RANGE_END_H
#define REQUEST_RANGE_END_H

#include "request/request.h"

/*
 * Where the row of a list names a range, and the query has its start and not its end, adds the
 * end: now. PagerDuty would end the range a month after its start. Not with date_range, which
 * looks at any time. Sets until_now of the request. Returns false without memory.
 */
bool range_end_add(struct request *request) MUST_CHECK;

#endif
