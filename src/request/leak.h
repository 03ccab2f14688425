/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Keeps configured secrets from being sent as text: StackStorm renders {{ config_context.api_key }}
 * in what a caller gives, so that a title made of other people's words may hold the key.
 */
#ifndef REQUEST_LEAK_H
#define REQUEST_LEAK_H

#include "action/operation.h"
#include "config/config.h"

/*
 * Fails with ERROR_USAGE, naming the place and the key, where a parameter that is no secret by
 * itself holds a secret of the configuration, in a text or in a member's name.
 */
bool leak_check(const struct operation *operation, struct json_object *values,
	struct config *config, struct error *err) MUST_CHECK;

#endif
