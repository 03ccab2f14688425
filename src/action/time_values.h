/* SPDX-License-Identifier: Apache-2.0 */
/* Replaces times and durations in words, such as "tomorrow 09:00", by their values. */
#ifndef ACTION_TIME_VALUES_H
#define ACTION_TIME_VALUES_H

#include "action/operation.h"

/*
 * Replaces times and durations in checked parameters by values that PagerDuty accepts. A time
 * without a zone is in the zone of the parameter time_zone; if that was not given, fails with
 * ERROR_USAGE. A time in ISO 8601 is not changed.
 *     "tomorrow 09:00"  becomes  "2026-11-30T09:00:00+01:00"
 *     "1d 12h"          becomes  129600
 */
bool time_values_resolve(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

#endif
