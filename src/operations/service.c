/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include <stdint.h>

/* PagerDuty names no most; it takes no negative ones. */
enum { SECONDS_MOST = INT32_MAX };

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: escalation_policies, teams, integrations, "
	"auto_pause_notifications_parameters.");

static const struct operation rows[] = {
	{ .name = "service.create",
	  .summary = "Create a service from a whole document.",
	  CREATE("/services", "service"),
	  .schema = "service",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The service as PagerDuty's REST API takes it, without its wrapper.",
			.required = true,
			.example = "{\"type\": \"service\", \"name\": \"Web shop\", \"escalation_policy\": {\"id\": \"PANZZEQ\", \"type\": \"escalation_policy_reference\"}}")),
	  .returns = "The service." },

	{ .name = "service.create.simple",
	  .summary = "Create a service.",
	  CREATE("/services", "service"),
	  .params = PARAMS(
		&from_email,
		BODY("type", TYPE_STRING, "Type of the object.",
			.required = true, .initial = "\"service\"",
			.values = VALUES("service", "service_reference")),
		BODY("name", TYPE_STRING, "Name of the service.", .required = true, .example = "\"Web shop\""),
		BODY("description", TYPE_STRING, "What the service does."),
		BODY("auto_resolve_timeout", TYPE_INTEGER,
			"Seconds after which an open incident is resolved by itself; 0: never.",
			.initial = "14400", .most = 2147483647),
		BODY("acknowledgement_timeout", TYPE_INTEGER,
			"Seconds after which an acknowledged incident is triggered again; 0: never.",
			.initial = "1800", .most = 2147483647),
		BODY("status", TYPE_STRING, "State of the service; a new one is active.",
			.initial = "\"active\"",
			.values = VALUES("active", "warning", "critical", "maintenance", "disabled")),
		BODY("escalation_policy_id", TYPE_STRING, "The escalation policy.",
			.wire = "escalation_policy", .required = true,
			.reference = "escalation_policy_reference", .kind = KIND_ESCALATION_POLICY,
			.example = "\"PANZZEQ\""),
		BODY("alert_creation", TYPE_STRING, "Whether events make incidents alone, or alerts too.",
			.initial = "\"create_alerts_and_incidents\"",
			.values = VALUES("create_incidents", "create_alerts_and_incidents"))),
	  .returns = "The service." },

	{ .name = "service.delete",
	  .summary = "Delete a service.",
	  DELETE("/services/{entity_id}"),
	  .params = PARAMS(&service_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "service.disable",
	  .summary = "Disable a service: its events open no incidents.",
	  UPDATE("/services/{entity_id}", "service"),
	  .constant = "{\"type\":\"service\",\"status\":\"disabled\"}",
	  .params = PARAMS(&from_email, &service_id),
	  .returns = "The service." },

	{ .name = "service.enable",
	  .summary = "Enable a service that was disabled.",
	  UPDATE("/services/{entity_id}", "service"),
	  .constant = "{\"type\":\"service\",\"status\":\"active\"}",
	  .params = PARAMS(&from_email, &service_id),
	  .returns = "The service." },

	{ .name = "service.find",
	  .summary = "List services.",
	  LIST("/services", "services"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&time_zone_utc, &include, &team_ids,
		QUERY("query", TYPE_STRING, "Only services whose name matches this text."),
		QUERY("name", TYPE_STRING, "Only the service of exactly this name."),
		&sort_by_name, &maximum, &partial),
	  .returns = "An array of services." },

	{ .name = "service.find_integrations",
	  .summary = "List the integrations of a service.",
	  LIST("/services/{entity_id}?include[]=integrations", "service/integrations"),
	  .params = PARAMS(&service_id),
	  .returns = "An array of integrations." },

	{ .name = "service.get",
	  .summary = "Get a service.",
	  GET("/services/{entity_id}", "service"),
	  .params = PARAMS(&service_id, &include),
	  .returns = "The service." },

	{ .name = "service.get_integrations",
	  .summary = "Get one integration of a service.",
	  GET("/services/{entity_id}/integrations/{resource_id}", "integration"),
	  .params = PARAMS(
		&service_id,
		PATH_ID("resource_id", KIND_NONE, "The integration.", .example = "\"PQ12345\""),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: services, vendors.")),
	  .returns = "The integration." },

	{ .name = "service.update",
	  .summary = "Change a service: rename it, disable it, give it another escalation policy.",
	  UPDATE("/services/{entity_id}", "service"),
	  .schema = "service",
	  .params = PARAMS(
		&service_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"What shall be different of the service, as PagerDuty's REST API takes it, without "
			"its wrapper; a list is given whole.",
			.required = true, .example = "{\"type\": \"service\", \"status\": \"disabled\"}")),
	  .returns = "The service." },
};
/* clang-format on */

TABLE(service);
