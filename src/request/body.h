/* SPDX-License-Identifier: Apache-2.0 */
/* Builds the body of a request from the row's constants and from parameters. */
#ifndef REQUEST_BODY_H
#define REQUEST_BODY_H

#include "action/operation.h"
#include "config/config.h"

/*
 * Builds the body of an operation, without its wrapper. *out_body becomes a new object; it stays
 * as it is when the operation has no body, or nothing that goes into it was given and it has no
 * wrapper. An integration key is found as integration_key.h says, and fails alike. ERROR_USAGE
 * where an update names nothing to change.
 */
bool body_build(const struct operation *operation, struct json_object *values,
	const struct config *config, struct json_object **out_body, struct error *err) MUST_CHECK;

#endif
