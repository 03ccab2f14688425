/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the integration key of an event, which says for which service the event is. */
#ifndef REQUEST_INTEGRATION_KEY_H
#define REQUEST_INTEGRATION_KEY_H

#include "action/operation.h"
#include "config/config.h"

/*
 * Chooses the version of the Events API for an event. Returns operation itself, or its `other` if
 * there is a key of the other version and none of its own. A key counts if it is given or
 * configured; if the caller names a service, only the key of that name counts. Looks nothing up in
 * the datastore.
 */
const struct operation *integration_key_version(
	const struct operation *operation, struct json_object *values, const struct config *config);

/*
 * Returns whether the integration key of an event is taken from the configuration: not if the
 * caller gave it, or if the row needs none. *out_key is then the configuration's key, *out_name the
 * name in service_keys or routing_keys, NULL for service_key and routing_key.
 */
bool integration_key_source(const struct operation *operation, struct json_object *values,
	enum config_key *out_key, const char **out_name) MUST_CHECK;

/*
 * Finds the key for a parameter with PLACE_KEY (service_key of Events API v1, routing_key of v2):
 * the given one, otherwise the one in service_keys or routing_keys of the configuration that the
 * parameter with PLACE_KEY_NAME names, otherwise service_key or routing_key of the configuration.
 * The key is remembered for redaction. Fails with ERROR_USAGE if both a key and a name are given,
 * with ERROR_CONFIG if there is no key. *out is borrowed from values or config.
 */
bool integration_key(const struct operation *operation, const struct param *param,
	struct json_object *values, const struct config *config, const char **out,
	struct error *err) MUST_CHECK;

/*
 * Adds where that key was found, but not the key: "the parameter routing_key",
 * "routing_keys.database of /opt/stackstorm/configs/pagerduty.yaml". Adds nothing if the operation
 * sends no key. Returns false if memory runs out.
 */
bool integration_key_add_origin(const struct operation *operation, struct json_object *values,
	const struct config *config, struct text *out) MUST_CHECK;

#endif
