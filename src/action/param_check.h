/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the value of one parameter against its column in the row. */
#ifndef ACTION_PARAM_CHECK_H
#define ACTION_PARAM_CHECK_H

#include "action/operation.h"

enum { PARAM_SHOWN = 60 }; /* characters of a value, or of a name, that a sentence quotes */

/*
 * Adds what is wrong with a value to the problems of err, a sentence each: "duration must be
 * between 1 and 604800, not 0". Quotes no secret. The contents of a document (PLACE_DATA) are for
 * schema.h.
 */
void param_check(const struct param *param, struct json_object *value, struct error *err);

#endif
