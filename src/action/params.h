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
 * Reads the parameters of a call: one JSON object (see given.h), or nothing at all. Members
 * that are null, and texts that are empty or white space, are as not given; ids, addresses and the
 * texts of lists lose white space around them. Every problem is listed in err, and the failure is
 * ERROR_USAGE.
 *
 * Returns a new object that holds exactly the parameters given, and the defaults of those not
 * given; nested defaults of the schema are filled in where the method is POST, members named type
 * alone where it is another. NULL on failure.
 */
struct json_object *params_read(const struct operation *operation, const char *text, size_t len,
	struct error *err) MUST_CHECK;

/*
 * Checks what could not be checked while names stood in the place of ids: that a document does not
 * say that it is about something else. ERROR_USAGE.
 */
bool params_check_found(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

/* Overwrites the secret ones in values, or in a body made of them. Takes NULL. */
void params_wipe(const struct operation *operation, struct json_object *values);

#endif
