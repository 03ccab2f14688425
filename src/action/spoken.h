/* SPDX-License-Identifier: Apache-2.0 */
/* Times and durations as people say them. */
#ifndef ACTION_SPOKEN_H
#define ACTION_SPOKEN_H

#include "action/operation.h"

/*
 * Replaces times and durations in checked parameters by what PagerDuty takes. A time that names no
 * zone is in the zone of the parameter time_zone; if there is none either, it fails with
 * ERROR_USAGE. A time that is ISO 8601 already stays as it is written.
 *     "tomorrow 09:00"  becomes  "2026-11-30T09:00:00+01:00"
 *     "1d 12h"          becomes  129600
 */
bool spoken_settle(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

#endif
