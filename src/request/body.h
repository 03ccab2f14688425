/* SPDX-License-Identifier: Apache-2.0 */
/* Builds the body of a request from the row's constants and from parameters. */
#ifndef REQUEST_BODY_H
#define REQUEST_BODY_H

#include "action/operation.h"
#include "config/config.h"

/*
 * Builds the body of an operation, without its wrapper. *out_body becomes a new object. It is not
 * changed if the operation has no body, or if it has no wrapper and no parameter of the body was
 * given. An integration key is found by integration_key.h, and this fails as that does. Fails with
 * ERROR_USAGE if an update changes nothing.
 */
bool body_build(const struct operation *operation, struct json_object *values,
	const struct config *config, struct json_object **out_body, struct error *err) MUST_CHECK;

#endif
