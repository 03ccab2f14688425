/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Puts the value of a parameter into a body, at the path that .wire of struct param describes.
 *     wire "body/details" and value "x"  give  {"body": {"details": "x"}}
 */
#ifndef REQUEST_PLACING_H
#define REQUEST_PLACING_H

#include "action/operation.h"

/*
 * Puts the value of a parameter into body. constant is the row's constant part of the body, or
 * NULL. Fails with ERROR_USAGE if the caller gave another value for the same place.
 */
bool placing_add(struct json_object *body, const struct param *param, struct json_object *value,
	struct json_object *constant, struct error *err) MUST_CHECK;

/* Returns whether a constant is neither an object nor an array. NULL, which is JSON's null, is. */
bool placing_is_value(struct json_object *constant);

#endif
