/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the parameters from stdin into a tree. They are checked against the row later. */
#ifndef ACTION_GIVEN_H
#define ACTION_GIVEN_H

#include "action/operation.h"

/*
 * Reads one JSON object (see json_read), or an empty text. In the text of an event, NUL and half a
 * surrogate pair become U+FFFD, and a number of any size is kept as it is written, so that nobody
 * misses a page because of an odd value. In any other parameter each of these is a problem, and err
 * names the parameter and the place in it. *out_given is a new reference. Fails with ERROR_USAGE.
 */
bool given_read(const struct operation *operation, const char *text, size_t len,
	struct json_object **out_given, struct error *err) MUST_CHECK;

#endif
