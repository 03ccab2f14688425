/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the caller's parameters, checks them against the row, and fills in defaults. */
#ifndef ACTION_PARAMS_H
#define ACTION_PARAMS_H

#include "action/operation.h"
#include "base/error.h"

/* Bytes of JSON that the metadata of an action passes on; the rest is cut off. */
enum { PARAMS_PASSED_MOST = 960000 };

/*
 * Reads the parameters of a call: one JSON object (see given.h), or an empty text. A member that is
 * null, empty, or only white space counts as not given. White space around ids, e-mail addresses
 * and the texts of lists is removed. Fails with ERROR_USAGE, and lists every problem in err.
 *
 * Returns a new object with the given parameters and the defaults of the others, or NULL on
 * failure. If the method is POST, the defaults of the schema are filled in inside `data`. For any
 * other method only those of members named type are.
 */
struct json_object *params_read(const struct operation *operation, const char *text, size_t len,
	struct error *err) MUST_CHECK;

/* Overwrites secret parameters in values, or in a body that was made from them. Takes NULL. */
void params_wipe(const struct operation *operation, struct json_object *values);

#endif
