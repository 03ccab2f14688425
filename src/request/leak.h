/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Refuses to send a configured secret inside a text. StackStorm renders {{ config_context.api_key
 * }} in parameters, so a title that other people wrote may then contain the key.
 */
#ifndef REQUEST_LEAK_H
#define REQUEST_LEAK_H

#include "action/operation.h"
#include "config/config.h"

/*
 * Fails with ERROR_USAGE if a parameter that is not a secret itself contains a secret of the
 * configuration, in a text or in a member's name. The sentence names the place and the key.
 */
bool leak_check(const struct operation *operation, struct json_object *values,
	struct config *config, struct error *err) MUST_CHECK;

/*
 * Checks parameters that were refused, because refusals quote them. given are the unchecked
 * parameters, or NULL if they are not known. If one contains a secret, replaces err by the error
 * that says so, and returns true: then nothing of given may be shown.
 */
bool leak_conceal(const struct operation *operation, struct json_object *given,
	struct config *config, struct error *err) MUST_CHECK;

#endif
