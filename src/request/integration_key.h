/* SPDX-License-Identifier: Apache-2.0 */
/* The key that says which service an event is for. */
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
 * Which value of the configuration the key of an event is taken from: CONFIG_KEYS if none is, since
 * the key is given or the row wants none. *out_name: the name that it has in service_keys or
 * routing_keys; NULL: the value is service_key or routing_key.
 */
enum config_key integration_key_source(
	const struct operation *operation, struct json_object *values, const char **out_name);

/*
 * Finds the key for a parameter that is PLACE_KEY (service_key of Events API v1, routing_key of
 * v2): the one given; else the one in service_keys or routing_keys of the configuration that the
 * PLACE_KEY_NAME parameter names; else service_key or routing_key of the configuration. It is made
 * known to redact.h. Fails with ERROR_USAGE when both a key and a name are given, with ERROR_CONFIG
 * when there is none. *out is borrowed from values or config.
 */
bool integration_key(const struct operation *operation, const struct param *param,
	struct json_object *values, const struct config *config, const char **out,
	struct error *err) MUST_CHECK;

/*
 * Adds where that key was found, for sentences and never itself: "the parameter routing_key",
 * "routing_keys.database of /opt/stackstorm/configs/pagerduty.yaml". Adds nothing if the operation
 * sends none. Returns false if memory runs out.
 */
bool integration_key_add_origin(const struct operation *operation, struct json_object *values,
	const struct config *config, struct text *out) MUST_CHECK;

#endif
