/* SPDX-License-Identifier: Apache-2.0 */
/* The cache variables of an event orchestration. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param name = BODY_VALUE("name", TYPE_STRING,
	"Name of the variable.", .required = true, .example = "\"recent_errors\"");
static const struct param configuration = BODY_VALUE("configuration", TYPE_OBJECT,
	"What the variable stores: type (recent_value, trigger_event_count or external_data), "
	"and source, regex, ttl_seconds or data_type, depending on the type.",
	.required = true,
	.example = "{\"type\": \"recent_value\", \"source\": \"event.summary\", \"regex\": \".*\"}");
static const struct param conditions = BODY_VALUE("conditions", TYPE_OBJECTS,
	"Conditions for the events that it uses: objects with expression.",
	.members = VALUES("expression"));
static const struct param disabled = BODY_VALUE("disabled", TYPE_BOOLEAN,
	"Whether the variable is disabled.");
static const struct param cache_variable_id = PATH_ID_VALUE("cache_variable_id", KIND_NONE,
	"The cache variable.",
	.example = "\"66bb56c3-2a17-44f3-9193-06b166d759ad\"");
static const struct param configuration_in_body = BODY_VALUE("configuration", TYPE_OBJECT,
	"What the variable stores: type (recent_value, trigger_event_count or external_data), "
	"and source, regex, ttl_seconds or data_type, depending on the type.",
	.required = true, .example = "{\"type\": \"trigger_event_count\", \"ttl_seconds\": 300}");
static const struct param data = PARAM_VALUE("data", PLACE_DATA, TYPE_OBJECT,
	"The value: an object with cache_variable_data, a text, a number or a boolean.",
	.required = true, .example = "{\"cache_variable_data\": \"Updated - Hello World!\"}");

static const struct operation rows[] = {
	{ .name = "event_orchestration.create_cache_variable",
	  .summary = "Create a cache variable of an event orchestration.",
	  .method = "POST", .path = "/event_orchestrations/{entity_id}/cache_variables",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .retry = RETRY_UNSENT, .wrapper = "cache_variable",
	  .params = PARAMS(&from_email, &event_orchestration_id, &name, &configuration, &conditions, &disabled),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.create_service_cache_variable",
	  .summary = "Create a cache variable of a service's orchestration.",
	  .method = "POST", .path = "/event_orchestrations/services/{entity_id}/cache_variables",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .retry = RETRY_UNSENT, .wrapper = "cache_variable",
	  .params = PARAMS(&from_email, &service_id, &name, &configuration, &conditions, &disabled),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.delete_cache_variable",
	  .summary = "Delete a cache variable of an event orchestration.",
	  DELETE("/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &cache_variable_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.delete_cache_variable_data",
	  .summary = "Forget what a cache variable of an event orchestration holds.",
	  DELETE("/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}/data"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &cache_variable_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.delete_service_cache_variable",
	  .summary = "Delete a cache variable of a service's orchestration.",
	  DELETE("/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}"),
	  .params = PARAMS(&from_email, &service_id, &cache_variable_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.delete_service_cache_variable_data",
	  .summary = "Forget what a cache variable of a service's orchestration holds.",
	  DELETE("/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}/data"),
	  .params = PARAMS(&from_email, &service_id, &cache_variable_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.find_cache_variables",
	  .summary = "List the cache variables of an event orchestration.",
	  LIST("/event_orchestrations/{entity_id}/cache_variables", "cache_variables"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "An array of cache variables." },

	{ .name = "event_orchestration.find_service_cache_variables",
	  .summary = "List the cache variables of a service's orchestration.",
	  LIST("/event_orchestrations/services/{entity_id}/cache_variables", "cache_variables"),
	  .params = PARAMS(&service_id),
	  .returns = "An array of cache variables." },

	{ .name = "event_orchestration.get_cache_variable",
	  .summary = "Get a cache variable of an event orchestration.",
	  .method = "GET", .path = "/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .params = PARAMS(&event_orchestration_id, &cache_variable_id),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.get_cache_variable_data",
	  .summary = "Get what a cache variable of an event orchestration holds.",
	  .method = "GET", .path = "/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}/data",
	  .params = PARAMS(&event_orchestration_id, &cache_variable_id),
	  .returns = "`{\"cache_variable_data\", \"updated_at\"}`" },

	{ .name = "event_orchestration.get_service_cache_variable",
	  .summary = "Get a cache variable of a service's orchestration.",
	  .method = "GET", .path = "/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .params = PARAMS(&service_id, &cache_variable_id),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.get_service_cache_variable_data",
	  .summary = "Get what a cache variable of a service's orchestration holds.",
	  .method = "GET", .path = "/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}/data",
	  .params = PARAMS(&service_id, &cache_variable_id),
	  .returns = "`{\"cache_variable_data\", \"updated_at\"}`" },

	{ .name = "event_orchestration.update_cache_variable",
	  .summary = "Change a cache variable of an event orchestration.",
	  .method = "PUT", .path = "/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .wrapper = "cache_variable",
	  .params = PARAMS(
		&from_email, &event_orchestration_id, &cache_variable_id, &name, &configuration_in_body,
		&conditions, &disabled),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.update_cache_variable_data",
	  .summary = "Set what a cache variable of an event orchestration holds.",
	  .method = "PUT", .path = "/event_orchestrations/{entity_id}/cache_variables/{cache_variable_id}/data",
	  .schema = "cache_variable_data",
	  .params = PARAMS(&from_email, &event_orchestration_id, &cache_variable_id, &data),
	  .returns = "`{\"cache_variable_data\", \"updated_at\"}`" },

	{ .name = "event_orchestration.update_service_cache_variable",
	  .summary = "Change a cache variable of a service's orchestration.",
	  .method = "PUT", .path = "/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}",
	  .result = RESULT_ONE, .member = "cache_variable",
	  .wrapper = "cache_variable",
	  .params = PARAMS(
		&from_email, &service_id, &cache_variable_id, &name, &configuration_in_body, &conditions,
		&disabled),
	  .returns = "The cache variable." },

	{ .name = "event_orchestration.update_service_cache_variable_data",
	  .summary = "Set what a cache variable of a service's orchestration holds.",
	  .method = "PUT", .path = "/event_orchestrations/services/{entity_id}/cache_variables/{cache_variable_id}/data",
	  .schema = "cache_variable_data",
	  .params = PARAMS(&from_email, &service_id, &cache_variable_id, &data),
	  .returns = "`{\"cache_variable_data\", \"updated_at\"}`" },
};
/* clang-format on */

TABLE(event_orchestration_cache);
