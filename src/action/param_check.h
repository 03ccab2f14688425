/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the value of one parameter. */
#ifndef ACTION_PARAM_CHECK_H
#define ACTION_PARAM_CHECK_H

#include "action/param.h"
#include "base/error.h"

enum { PARAM_SHOWN = 60 }; /* characters of a value, or of a name, that a sentence quotes */

/*
 * Adds a sentence to the problems of err for everything that is wrong with a value: "duration must
 * be between 1 and 604800, not 0". Does not quote secrets. The contents of a document (PLACE_DATA)
 * are checked by schema.h instead.
 */
void param_check(const struct param *param, struct json_object *value, struct error *err);

#endif
