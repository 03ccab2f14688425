/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Refuses to send a configured secret inside a text. StackStorm renders {{ config_context.api_key
 * }} in parameters, so a title that contains other people's words can come to hold the key.
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

/*
 * The same of what was refused before it could be checked, since refusals quote what was given.
 * given: the parameters as they came, whatever they are; NULL: none are known. Where one holds a
 * secret, the failure that says so takes the place of err, and true is returned: nothing of given
 * may be shown then.
 */
bool leak_conceal(const struct operation *operation, struct json_object *given,
	struct config *config, struct error *err) MUST_CHECK;

#endif
