/* SPDX-License-Identifier: Apache-2.0 */
/* Times and durations as people say them. */
#ifndef ACTION_SPOKEN_H
#define ACTION_SPOKEN_H

#include "action/operation.h"

/*
 * Puts what PagerDuty takes in the place of what people say among checked parameters: of "+2h" or
 * "tomorrow 09:00" a moment with its offset, of "1d 12h" the seconds. A moment without a zone of
 * its own is in that of the parameter time_zone. What is ISO 8601 already stays as it is written.
 * ERROR_USAGE where no zone is known.
 */
bool spoken_settle(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

#endif
