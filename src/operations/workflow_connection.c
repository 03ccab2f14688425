/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param integration_id = PATH_ID_VALUE("integration_id", KIND_NONE,
	"The workflow integration.", .example = "\"http-api\"");
static const struct param name = BODY_VALUE("name", TYPE_STRING,
	"Name of the connection.", .required = true, .example = "\"My Connection\"");
static const struct param secrets = BODY_VALUE("secrets", TYPE_OBJECT,
	"Credentials for the other system.",
	.required = true, .secret = true, .example = "{\"Authentication Headers\": \"x-api-key: 1234abcd\"}");
static const struct param configuration = BODY_VALUE("configuration", TYPE_OBJECT,
	"Settings, depending on the workflow integration.");
static const struct param service_url = BODY_VALUE("service_url", TYPE_STRING, "Address of the other system.");
static const struct param external_id = BODY_VALUE("external_id", TYPE_STRING,
	"Id of the account in the other system.");
static const struct param external_id_label = BODY_VALUE("external_id_label", TYPE_STRING,
	"Name of that id.");
static const struct param scopes = BODY_VALUE("scopes", TYPE_LIST, "Scopes to ask for.");
static const struct param is_default = BODY_VALUE("is_default", TYPE_BOOLEAN,
	"Whether it is the default connection.");
static const struct param team_ids_in_body = BODY_VALUE("team_ids", TYPE_LIST, "The teams that may use it.",
	.wire = "teams[]", .reference = "team_reference", .as = "team_id/type", .kind = KIND_TEAM);
static const struct param app_ids = BODY_VALUE("app_ids", TYPE_LIST, "The apps that may use it (ids).",
	.wire = "apps[]", .reference = "pd_app_reference", .as = "app_id/type");
static const struct param connection_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The connection.", .example = "\"5a8e88bb-2acd-4035-8f02-163c10f917b8\"");

static const struct operation rows[] = {
	{ .name = "workflow_connection.create",
	  .summary = "Create a connection, with which workflows reach another system.",
	  .method = "POST", .path = "/workflows/integrations/{integration_id}/connections",
	  .retry = RETRY_UNSENT, .wrapper = "connection",
	  .params = PARAMS(
		&from_email, &integration_id, &name, &secrets, &configuration, &service_url, &external_id,
		&external_id_label, &scopes, &is_default, &team_ids_in_body, &app_ids),
	  .returns = "The connection, as PagerDuty gives it." },

	{ .name = "workflow_connection.delete",
	  .summary = "Delete a connection of workflows.",
	  DELETE("/workflows/integrations/{integration_id}/connections/{entity_id}"),
	  .params = PARAMS(&from_email, &integration_id, &connection_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "workflow_connection.find",
	  .summary = "List the connections of workflows.",
	  LIST("/workflows/integrations/connections", "connections"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("name", TYPE_STRING, "Only connections of this name."),
		&maximum),
	  .returns = "An array of connections." },

	{ .name = "workflow_connection.get",
	  .summary = "Get a connection of workflows.",
	  .method = "GET", .path = "/workflows/integrations/{integration_id}/connections/{entity_id}",
	  .params = PARAMS(&integration_id, &connection_id),
	  .returns = "The connection, as PagerDuty gives it." },

	{ .name = "workflow_connection.update",
	  .summary = "Change a connection of workflows.",
	  .method = "PATCH", .path = "/workflows/integrations/{integration_id}/connections/{entity_id}",
	  .retry = RETRY_UNSENT, .wrapper = "connection",
	  .params = PARAMS(
		&from_email, &integration_id, &connection_id, &name, &secrets, &configuration, &service_url,
		&external_id, &external_id_label, &scopes, &is_default, &team_ids_in_body, &app_ids),
	  .returns = "The connection, as PagerDuty gives it." },
};
/* clang-format on */

TABLE(workflow_connection);
