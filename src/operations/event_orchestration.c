/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the orchestration.");
static const struct param team_id_in_body = BODY_VALUE("team_id", TYPE_STRING,
	"The team that owns it.", .wire = "team/id", .kind = KIND_TEAM);
static const struct param integration_id = PATH_ID_VALUE("integration_id", KIND_NONE,
	"The integration.", .example = "\"PE1U9CH\"");

static const struct param rules = PARAM_VALUE("data", PLACE_DATA, TYPE_OBJECT,
	"All rules: sets and catch_all, as in PagerDuty's REST API, without the wrapper.",
	.required = true, .example = "{\"sets\": [{\"id\": \"start\", \"rules\": []}]}");

#define REPLACE_RULES(path_) \
	.method = "PUT", .path = (path_), .member = "orchestration_path", \
	.wrapper = "orchestration_path", .schema = "orchestration_path", \
	.returns = "`{\"orchestration_path\": {...}}`, and `warnings` where there are any."

static const struct operation rows[] = {
	{ .name = "event_orchestration.create",
	  .summary = "Create an event orchestration.",
	  CREATE("/event_orchestrations", "orchestration"),
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the orchestration.",
			.required = true, .example = "\"New Orchestration\""),
		&description, &team_id_in_body),
	  .returns = "The event orchestration, with its routing keys." },

	{ .name = "event_orchestration.create_integration",
	  .summary = "Create an integration of an event orchestration.",
	  CREATE("/event_orchestrations/{entity_id}/integrations", "integration"),
	  .params = PARAMS(
		&from_email, &event_orchestration_id,
		BODY("label", TYPE_STRING, "Name of the integration.",
			.required = true, .example = "\"Integration for Monitoring Tool X\"")),
	  .returns = "The integration, with its routing key." },

	{ .name = "event_orchestration.delete",
	  .summary = "Delete an event orchestration.",
	  DELETE("/event_orchestrations/{entity_id}"),
	  .params = PARAMS(&from_email, &event_orchestration_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.delete_integration",
	  .summary = "Delete an integration of an event orchestration; events with its routing key are "
		"dropped from then on.",
	  DELETE("/event_orchestrations/{entity_id}/integrations/{integration_id}"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &integration_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "event_orchestration.find",
	  .summary = "List event orchestrations.",
	  LIST("/event_orchestrations", "orchestrations"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("sort_by", TYPE_STRING, "Order of the list.",
			.values = VALUES("name:asc", "name:desc", "routes:asc", "routes:desc", "created_at:asc", "created_at:desc"), .orders = true),
		&maximum, &partial),
	  .returns = "An array of event orchestrations." },

	{ .name = "event_orchestration.find_enablements",
	  .summary = "List the paid features that an event orchestration uses.",
	  LIST("/event_orchestrations/{entity_id}/enablements", "enablements"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "An array of enablements." },

	{ .name = "event_orchestration.find_integrations",
	  .summary = "List the integrations of an event orchestration.",
	  LIST("/event_orchestrations/{entity_id}/integrations", "integrations"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "An array of integrations, with their routing keys." },

	{ .name = "event_orchestration.get",
	  .summary = "Get an event orchestration.",
	  GET("/event_orchestrations/{entity_id}", "orchestration"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "The event orchestration, with its routing keys." },

	{ .name = "event_orchestration.get_global",
	  .summary = "Get the rules of an event orchestration that all its events pass.",
	  GET("/event_orchestrations/{entity_id}/global", "orchestration_path"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "The rules." },

	{ .name = "event_orchestration.get_integration",
	  .summary = "Get an integration of an event orchestration.",
	  GET("/event_orchestrations/{entity_id}/integrations/{integration_id}", "integration"),
	  .params = PARAMS(&event_orchestration_id, &integration_id),
	  .returns = "The integration, with its routing key." },

	{ .name = "event_orchestration.get_router",
	  .summary = "Get the rules of an event orchestration that say to which service an event goes.",
	  GET("/event_orchestrations/{entity_id}/router", "orchestration_path"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "The rules." },

	{ .name = "event_orchestration.get_service",
	  .summary = "Get the rules of a service's orchestration.",
	  GET("/event_orchestrations/services/{entity_id}", "orchestration_path"),
	  .params = PARAMS(
		&service_id,
		QUERY("include", TYPE_LIST, "Details to include: migrated_metadata.",
			.values = VALUES("migrated_metadata"))),
	  .returns = "The rules." },

	{ .name = "event_orchestration.get_service_active",
	  .summary = "Tell whether a service is run by its orchestration.",
	  .method = "GET", .path = "/event_orchestrations/services/{entity_id}/active",
	  .params = PARAMS(&service_id),
	  .returns = "`{\"active\": true}` or `{\"active\": false}`" },

	{ .name = "event_orchestration.get_unrouted",
	  .summary = "Get the rules of an event orchestration for events that go to no service.",
	  GET("/event_orchestrations/{entity_id}/unrouted", "orchestration_path"),
	  .params = PARAMS(&event_orchestration_id),
	  .returns = "The rules." },

	{ .name = "event_orchestration.migrate_integration",
	  .summary = "Move an integration from one event orchestration to another.",
	  .method = "POST", .path = "/event_orchestrations/{entity_id}/integrations/migration",
	  .result = RESULT_LIST, .member = "integrations",
	  .retry = RETRY_UNSENT,
	  .constant = "{\"source_type\":\"orchestration\"}",
	  .params = PARAMS(
		&from_email,
		PATH_ID("entity_id", KIND_EVENT_ORCHESTRATION, "The event orchestration to move it to.",
			.example = "\"b02e973d-9620-4e0a-9edc-00fedf7d4694\""),
		BODY("source_id", TYPE_STRING, "The event orchestration to move it from.",
			.required = true, .kind = KIND_EVENT_ORCHESTRATION,
			.example = "\"b02e973d-9620-4e0a-9edc-00fedf7d4694\""),
		BODY("integration_id", TYPE_STRING, "Id of the integration.",
			.required = true, .example = "\"11832872-88b6-4661-8972-db5712b69496\"")),
	  .returns = "An array of all integrations of the orchestration that it was moved to." },

	{ .name = "event_orchestration.set_service_active",
	  .summary = "Let a service be run by its orchestration, or by its event rules of old.",
	  .method = "PUT", .path = "/event_orchestrations/services/{entity_id}/active",
	  .params = PARAMS(
		&from_email, &service_id,
		BODY("active", TYPE_BOOLEAN,
			"Whether the orchestration is used; false means that the former event "
			"rules are used.",
			.required = true, .example = "false")),
	  .returns = "`{\"active\": true}` or `{\"active\": false}`" },

	{ .name = "event_orchestration.update",
	  .summary = "Change an event orchestration: its name, what it is for, who owns it.",
	  UPDATE("/event_orchestrations/{entity_id}", "orchestration"),
	  .params = PARAMS(
		&from_email, &event_orchestration_id,
		BODY("name", TYPE_STRING, "New name of the orchestration.",
			.example = "\"Go-Kart Orchestration\""),
		&description, &team_id_in_body),
	  .returns = "The event orchestration, with its routing keys." },

	{ .name = "event_orchestration.update_enablement",
	  .summary = "Turn a paid feature of an event orchestration on or off.",
	  .method = "PUT", .path = "/event_orchestrations/{entity_id}/enablements/{feature_name}",
	  .result = RESULT_ONE, .member = "enablement",
	  .wrapper = "enablement",
	  .params = PARAMS(
		&from_email, &event_orchestration_id,
		PATH_ID("feature_name", KIND_NONE, "Name of the feature.",
			.values = VALUES("aiops"), .example = "\"aiops\""),
		BODY("enabled", TYPE_BOOLEAN, "Whether the feature is used.",
			.required = true, .example = "true")),
	  .returns = "The enablement." },

	{ .name = "event_orchestration.update_global",
	  .summary = "Replace the rules of an event orchestration that all its events pass.",
	  REPLACE_RULES("/event_orchestrations/{entity_id}/global"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &rules) },

	{ .name = "event_orchestration.update_integration",
	  .summary = "Rename an integration of an event orchestration.",
	  UPDATE("/event_orchestrations/{entity_id}/integrations/{integration_id}", "integration"),
	  .params = PARAMS(
		&from_email, &event_orchestration_id, &integration_id,
		BODY("label", TYPE_STRING, "New name of the integration.",
			.required = true, .example = "\"New Name for my Integration\"")),
	  .returns = "The integration, with its routing key." },

	{ .name = "event_orchestration.update_router",
	  .summary = "Replace the rules of an event orchestration that say to which service an event "
		"goes.",
	  REPLACE_RULES("/event_orchestrations/{entity_id}/router"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &rules) },

	{ .name = "event_orchestration.update_service",
	  .summary = "Replace the rules of a service's orchestration.",
	  REPLACE_RULES("/event_orchestrations/services/{entity_id}"),
	  .params = PARAMS(&from_email, &service_id, &rules) },

	{ .name = "event_orchestration.update_unrouted",
	  .summary = "Replace the rules of an event orchestration for events that go to no service.",
	  REPLACE_RULES("/event_orchestrations/{entity_id}/unrouted"),
	  .params = PARAMS(&from_email, &event_orchestration_id, &rules) },
};
/* clang-format on */

TABLE(event_orchestration);
