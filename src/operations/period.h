/* SPDX-License-Identifier: Apache-2.0 */
/* A span of time that is given by how long it is. */
#ifndef OPERATIONS_PERIOD_H
#define OPERATIONS_PERIOD_H

#include "action/operation.h"

/*
 * Where values has "period" (seconds), sets the parameter end to the parameter start plus period;
 * start is now unless it is given. ERROR_USAGE where end is given as well.
 */
bool period_set_end(struct json_object *values, const char *start, const char *end,
	struct error *err) MUST_CHECK;

#endif
