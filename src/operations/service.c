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
static const struct param type = BODY_VALUE("type", TYPE_STRING, "Kind of integration.",
	.values = VALUES("aws_cloudwatch_inbound_integration", "cloudkick_inbound_integration", "event_transformer_api_inbound_integration", "generic_email_inbound_integration", "generic_events_api_inbound_integration", "keynote_inbound_integration", "nagios_inbound_integration", "pingdom_inbound_integration", "sql_monitor_inbound_integration", "events_api_v2_inbound_integration"),
	.example = "\"events_api_v2_inbound_integration\"");
static const struct param name = BODY_VALUE("name", TYPE_STRING, "Name of the integration.",
	.example = "\"Deployments\"");
static const struct param vendor_id = BODY_VALUE("vendor_id", TYPE_STRING,
	"The vendor of the system that it is for.",
	.wire = "vendor", .reference = "vendor_reference", .kind = KIND_VENDOR);
static const struct param integration_email = BODY_VALUE("integration_email", TYPE_STRING,
	"E-mail address of the integration, if it is an e-mail integration.");
static const struct param email_incident_creation = BODY_VALUE("email_incident_creation", TYPE_STRING,
	"Which e-mails open an incident.",
	.values = VALUES("on_new_email", "on_new_email_subject", "only_if_no_open_incidents", "use_rules"));
static const struct param email_filter_mode = BODY_VALUE("email_filter_mode", TYPE_STRING,
	"Which e-mails are accepted: all, those that match one filter, or those that match all "
	"filters.",
	.values = VALUES("all-email", "or-rules-email", "and-rules-email"));
static const struct param email_parsers = BODY_VALUE("email_parsers", TYPE_OBJECTS,
	"Parsers for e-mails: objects as in PagerDuty's REST API.");
static const struct param email_parsing_fallback = BODY_VALUE("email_parsing_fallback", TYPE_STRING,
	"What happens to e-mails that match no parser.",
	.values = VALUES("open_new_incident", "discard"));
static const struct param email_filters = BODY_VALUE("email_filters", TYPE_OBJECTS,
	"Filters for e-mails: objects as in PagerDuty's REST API.");

static const struct operation rows[] = {
	{ .name = "service.create",
	  .summary = "Create a service from a whole document.",
	  CREATE("/services", "service"),
	  .schema = "service",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The service as in PagerDuty's REST API, without the wrapper.",
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
			"Seconds after which an open incident is resolved automatically; 0 means "
			"never.",
			.initial = "14400", .most = 2147483647),
		BODY("acknowledgement_timeout", TYPE_INTEGER,
			"Seconds after which an acknowledged incident is triggered again; 0 "
			"means never.",
			.initial = "1800", .most = 2147483647),
		BODY("status", TYPE_STRING, "State of the service; a new one is active.",
			.initial = "\"active\"",
			.values = VALUES("active", "warning", "critical", "maintenance", "disabled")),
		BODY("escalation_policy_id", TYPE_STRING, "The escalation policy.",
			.wire = "escalation_policy", .required = true,
			.reference = "escalation_policy_reference", .kind = KIND_ESCALATION_POLICY,
			.example = "\"PANZZEQ\""),
		BODY("alert_creation", TYPE_STRING,
			"Whether events create only incidents, or also alerts.",
			.initial = "\"create_alerts_and_incidents\"",
			.values = VALUES("create_incidents", "create_alerts_and_incidents"))),
	  .returns = "The service." },

	{ .name = "service.create_integration",
	  .summary = "Add an integration to a service.",
	  CREATE("/services/{entity_id}/integrations", "integration"),
	  .params = PARAMS(
		&from_email, &service_id, &type, &name, &vendor_id, &integration_email,
		&email_incident_creation, &email_filter_mode, &email_parsers, &email_parsing_fallback,
		&email_filters),
	  .returns = "The integration, with its integration key." },

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
		QUERY("name", TYPE_STRING, "Only the service with exactly this name."),
		&sort_by_name, &maximum, &partial),
	  .returns = "An array of services." },

	{ .name = "service.find_audit_records",
	  .summary = "List who changed a service.",
	  LIST("/services/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&service_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "service.find_change_events",
	  .summary = "List the changes of a service that were reported, such as deployments.",
	  LIST("/services/{entity_id}/change_events", "change_events"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&service_id,
		&since, &until,
		&team_ids,
		QUERY("integration_ids", TYPE_LIST,
			"Only changes that these integrations reported (ids)."),
		&maximum_all, &partial),
	  .returns = "An array of change events." },

	{ .name = "service.find_enablements",
	  .summary = "List the paid features that a service uses.",
	  LIST("/services/{entity_id}/enablements", "enablements"),
	  .params = PARAMS(&service_id),
	  .returns = "An array of enablements." },

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

	{ .name = "service.get_custom_fields",
	  .summary = "Get the values of a service's custom fields.",
	  LIST("/services/{entity_id}/custom_fields/values", "custom_fields"),
	  .params = PARAMS(&service_id),
	  .returns = "An array of custom fields with their values." },

	{ .name = "service.get_integrations",
	  .summary = "Get one integration of a service.",
	  GET("/services/{entity_id}/integrations/{resource_id}", "integration"),
	  .params = PARAMS(
		&service_id,
		PATH_ID("resource_id", KIND_NONE, "The integration.", .example = "\"PQ12345\""),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: services, vendors.")),
	  .returns = "The integration." },

	{ .name = "service.set_custom_fields",
	  .summary = "Set the values of a service's custom fields.",
	  .method = "PUT", .path = "/services/{entity_id}/custom_fields/values",
	  .result = RESULT_LIST, .member = "custom_fields",
	  .params = PARAMS(
		&from_email, &service_id,
		&custom_field_values, &custom_fields_by_id),
	  .returns = "An array of custom fields with their values." },

	{ .name = "service.update",
	  .summary = "Change a service: rename it, disable it, give it another escalation policy.",
	  UPDATE("/services/{entity_id}", "service"),
	  .schema = "service",
	  .params = PARAMS(
		&service_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the service to change, as in PagerDuty's REST API, "
			"without the wrapper; a list replaces the whole list.",
			.required = true, .example = "{\"type\": \"service\", \"status\": \"disabled\"}")),
	  .returns = "The service." },

	{ .name = "service.update_enablement",
	  .summary = "Turn a paid feature of a service on or off.",
	  .method = "PUT", .path = "/services/{entity_id}/enablements/{feature_name}",
	  .result = RESULT_ONE, .member = "enablement",
	  .wrapper = "enablement",
	  .params = PARAMS(
		&from_email, &service_id,
		PATH_ID("feature_name", KIND_NONE, "Name of the feature.",
			.values = VALUES("aiops"), .example = "\"aiops\""),
		BODY("enabled", TYPE_BOOLEAN, "Whether the feature is used.",
			.required = true, .example = "true")),
	  .returns = "The enablement." },

	{ .name = "service.update_integration",
	  .summary = "Change an integration of a service.",
	  UPDATE("/services/{entity_id}/integrations/{integration_id}", "integration"),
	  .params = PARAMS(
		&from_email, &service_id,
		PATH_ID("integration_id", KIND_NONE, "The integration.", .example = "\"PE1U9CH\""),
		&type, &name, &vendor_id, &integration_email, &email_incident_creation, &email_filter_mode,
		&email_parsers, &email_parsing_fallback, &email_filters),
	  .returns = "The integration." },
};
/* clang-format on */

TABLE(service);
