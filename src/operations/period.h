/* SPDX-License-Identifier: Apache-2.0 */
/* A time range that is given by its length. */
#ifndef OPERATIONS_PERIOD_H
#define OPERATIONS_PERIOD_H

#include "action/operation.h"

/*
 * If values has "period" (seconds), sets the parameter end to start plus period; start is now
 * unless it is given. Fails with ERROR_USAGE if end is given as well, or would be after the year
 * 9999.
 *     {"start_time": "2026-01-31T08:00:00Z", "period": 3600}
 *     gets  "end_time": "2026-01-31T09:00:00Z"
 */
bool period_set_end(struct json_object *values, const char *start, const char *end,
	struct error *err) MUST_CHECK;

#endif
