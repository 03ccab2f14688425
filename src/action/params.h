/* SPDX-License-Identifier: Apache-2.0 */
/* The caller's parameters: read, checked against the row, defaults filled in. */
#ifndef ACTION_PARAMS_H
#define ACTION_PARAMS_H

#include "action/operation.h"
#include "base/error.h"

enum {
	PARAMS_PASSED_MOST = 960000
}; /* bytes of JSON that an action's metadata passes on; the rest is cut off */

/*
 * Reads the parameters of a call: one JSON object (see given.h), or nothing at all. A member that
 * is null, and a text that is empty or only white space, counts as not given. White space around
 * ids, e-mail addresses and the texts of lists is removed. Every problem is listed in err, and the
 * failure is ERROR_USAGE.
 *
 * Returns a new object that holds the parameters given, and the defaults of those not given. If the
 * method is POST, the defaults of the schema are filled in inside `data`; for any other method only
 * those of members named type are. NULL on failure.
 */
struct json_object *params_read(const struct operation *operation, const char *text, size_t len,
	struct error *err) MUST_CHECK;

/*
 * Checks, after names were replaced by ids, that the document in `data` is about the thing that the
 * path names. Fails with ERROR_USAGE if the two ids differ.
 */
bool params_check_found(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

/* Overwrites the secret parameters in values, or in a body made of them. Takes NULL. */
void params_wipe(const struct operation *operation, struct json_object *values);

#endif
