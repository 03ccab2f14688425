/* SPDX-License-Identifier: Apache-2.0 */
/* The key that says which service an event is for. */
#ifndef REQUEST_INTEGRATION_KEY_H
#define REQUEST_INTEGRATION_KEY_H

#include "action/operation.h"
#include "config/config.h"

/*
 * The operation that an event is sent by: operation itself, or its `other` where no key of its own
 * version is given or configured (of the service that is named, if one is), and one of the other
 * version is. Looks nothing up.
 */
const struct operation *integration_key_version(
	const struct operation *operation, struct json_object *values, const struct config *config);

/*
 * Finds the key for a parameter that is PLACE_KEY (service_key of Events API v1, routing_key of
 * v2): the one given; or of the configuration's service_keys or routing_keys the one that the
 * operation's PLACE_KEY_NAME parameter names; or the configuration's own. It is made known to
 * redact.h. Fails with ERROR_USAGE when both a key and a name are given, with ERROR_CONFIG when
 * there is none. *out is borrowed from values or config.
 */
bool integration_key(const struct operation *operation, const struct param *param,
	struct json_object *values, struct config *config, const char **out,
	struct error *err) MUST_CHECK;

#endif
