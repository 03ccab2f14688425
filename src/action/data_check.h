/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the document that an action takes as a whole: the parameter that is PLACE_DATA. */
#ifndef ACTION_DATA_CHECK_H
#define ACTION_DATA_CHECK_H

#include "action/operation.h"
#include "base/error.h"

/*
 * Checks the document in checked against the row's schema, and fills in the defaults of the schema.
 * If the row changes a thing, and the caller named it by its id, the document must not have another
 * id. What is wrong becomes problems of err, without a failure. Returns false with *err set if
 * memory runs out.
 */
bool data_check(const struct operation *operation, const struct param *param,
	struct json_object *checked, struct error *err) MUST_CHECK;

/*
 * Checks that the document is about the thing in the path. Must be called after names were replaced
 * by ids. Fails with ERROR_USAGE if the ids differ.
 */
bool data_check_id(const struct operation *operation, struct json_object *values,
	struct error *err) MUST_CHECK;

#endif
