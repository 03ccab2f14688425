/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Puts the value of a parameter into a body, at the path that .wire of struct param describes.
 *     wire "body/details" and value "x"  give  {"body": {"details": "x"}}
 */
#ifndef REQUEST_PLACING_H
#define REQUEST_PLACING_H

#include "action/operation.h"

/*
 * Puts a parameter's value into body. constant is what the row says is constant in it, or NULL.
 * ERROR_USAGE where something that was given stands there already.
 */
bool placing_add(struct json_object *body, const struct param *param, struct json_object *value,
	struct json_object *constant, struct error *err) MUST_CHECK;

/* Whether a constant is neither an object nor an array. NULL, which is JSON's null, is. */
bool placing_is_value(struct json_object *constant);

#endif
