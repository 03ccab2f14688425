/* SPDX-License-Identifier: Apache-2.0 */
/* The body of a request, made of the row's constants and the parameters that go into it. */
#ifndef BODY_H
#define BODY_H

#include "config.h"
#include "operation.h"

/*
 * Builds the body of an operation, without its wrapper. *out_body is a new object, or NULL when the operation has no
 * body. An integration key comes from the parameter, else from the name the caller gave, else from the configuration;
 * ERROR_CONFIG when there is none, saying how to give it.
 */
bool body_build(const struct operation *operation, struct json_object *values,
	struct config *config, struct json_object **out_body, struct error *err) MUST_CHECK;

#endif
