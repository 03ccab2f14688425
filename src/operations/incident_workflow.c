/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param trigger_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The trigger.", .example = "\"4ad696eb-bb48-422a-8bd0-6efad6befa29\"");
static const struct param description = BODY_VALUE("description", TYPE_STRING, "What the workflow does.");
static const struct param owning_team = BODY_VALUE("team_id", TYPE_STRING, "The team that owns it.",
	.wire = "team", .reference = "team_reference", .kind = KIND_TEAM);
static const struct param is_enabled = BODY_VALUE("is_enabled", TYPE_BOOLEAN,
	"Whether the workflow is enabled.");
static const struct param service_ids = BODY_VALUE("service_ids", TYPE_LIST,
	"The services of the extension.", .wire = "services[]/id", .kind = KIND_SERVICE);
static const struct param is_subscribed_to_all_services = BODY_VALUE("is_subscribed_to_all_services", TYPE_BOOLEAN,
	"Whether the trigger applies to all services.");
static const struct param incident_types = BODY_VALUE("incident_types", TYPE_LIST,
	"Ids of its incident types, if trigger_type is incident_type.");
static const struct param restricted = BODY_VALUE("restricted", TYPE_BOOLEAN,
	"Whether only one team may start it by hand.",
	.wire = "permissions/restricted");
static const struct param permitted_team = BODY_VALUE("team_id", TYPE_STRING,
	"The team that may start it, if restricted is true.",
	.wire = "permissions/team_id", .kind = KIND_TEAM);
static const struct param is_disabled = BODY_VALUE("is_disabled", TYPE_BOOLEAN,
	"Whether the variable is disabled.");
static const struct param incident_workflow_id = PATH_ID_VALUE("entity_id", KIND_INCIDENT_WORKFLOW,
	"The incident workflow.", .example = "\"PSFEVL7\"");

static const struct operation rows[] = {
	{ .name = "incident_workflow.associate_trigger_service",
	  .summary = "Let a trigger start its workflow for a service.",
	  .method = "POST", .path = "/incident_workflows/triggers/{entity_id}/services",
	  .result = RESULT_MEMBER, .member = "trigger",
	  .retry = RETRY_UNSENT, .wrapper = "service",
	  .params = PARAMS(
		&from_email, &trigger_id,
		BODY("service_id", TYPE_STRING, "The service.",
			.wire = "id", .required = true, .kind = KIND_SERVICE, .example = "\"PIJ90N7\"")),
	  .returns = "The trigger." },

	{ .name = "incident_workflow.create",
	  .summary = "Create an incident workflow.",
	  CREATE("/incident_workflows", "incident_workflow"),
	  .schema = "incident_workflow",
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the workflow.",
			.required_unless = "data", .example = "\"Page the comms team\""),
		&description, &owning_team, &is_enabled,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The other members of the workflow, such as its steps, as in PagerDuty's "
			"REST API, without the wrapper.",
			.example = "{\"steps\": [{\"name\": \"Tell others\", \"action_configuration\": {\"action_id\": \"pagerduty.com:incident-workflows:send-status-update:1\", \"inputs\": [{\"name\": \"Message\", \"value\": \"We know of it\"}]}}]}")),
	  .returns = "The incident workflow." },

	{ .name = "incident_workflow.create_trigger",
	  .summary = "Create a trigger, which starts an incident workflow.",
	  CREATE("/incident_workflows/triggers", "trigger"),
	  .params = PARAMS(
		&from_email,
		BODY("trigger_type", TYPE_STRING,
			"When it starts: by hand, on a condition, or for incidents of some types.",
			.required = true, .values = VALUES("conditional", "manual", "incident_type"),
			.example = "\"conditional\""),
		BODY("workflow_id", TYPE_STRING, "The workflow to start.",
			.wire = "workflow/id", .required = true, .kind = KIND_INCIDENT_WORKFLOW,
			.example = "\"PSFEVL7\""),
		BODY("condition", TYPE_STRING, "The condition, if trigger_type is conditional."),
		&service_ids, &is_subscribed_to_all_services, &incident_types, &restricted, &permitted_team,
		&is_disabled),
	  .returns = "The trigger." },

	{ .name = "incident_workflow.delete",
	  .summary = "Delete an incident workflow.",
	  DELETE("/incident_workflows/{entity_id}"),
	  .params = PARAMS(&from_email, &incident_workflow_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident_workflow.delete_trigger",
	  .summary = "Delete a trigger of an incident workflow.",
	  DELETE("/incident_workflows/triggers/{entity_id}"),
	  .params = PARAMS(&from_email, &trigger_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident_workflow.disassociate_trigger_service",
	  .summary = "Stop a trigger from starting its workflow for a service.",
	  .method = "DELETE", .path = "/incident_workflows/triggers/{entity_id}/services/{service_id}",
	  .result = RESULT_MEMBER, .member = "trigger",
	  .params = PARAMS(
		&from_email, &trigger_id,
		PATH_ID("service_id", KIND_SERVICE, "The service.", .example = "\"PIJ90N7\"")),
	  .returns = "The trigger." },

	{ .name = "incident_workflow.find",
	  .summary = "List incident workflows.",
	  LIST("/incident_workflows", "incident_workflows"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only workflows whose name matches this text."),
		QUERY("include", TYPE_LIST, "Details to include: steps, team.",
			.values = VALUES("steps", "team")),
		&maximum, &partial),
	  .returns = "An array of incident workflows." },

	{ .name = "incident_workflow.find_actions",
	  .summary = "List what the steps of an incident workflow can do.",
	  LIST("/incident_workflows/actions", "actions"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("keyword", TYPE_STRING, "Only actions that match this word."),
		&maximum),
	  .returns = "An array of workflow actions." },

	{ .name = "incident_workflow.find_triggers",
	  .summary = "List the triggers of incident workflows.",
	  LIST("/incident_workflows/triggers", "triggers"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("workflow_id", TYPE_STRING, "Only triggers of this workflow.",
			.kind = KIND_INCIDENT_WORKFLOW),
		QUERY("incident_id", TYPE_STRING,
			"Only triggers that apply to this incident; not with service_id.",
			.kind = KIND_INCIDENT),
		QUERY("service_id", TYPE_STRING, "Only triggers of this service; not with incident_id.",
			.kind = KIND_SERVICE),
		QUERY("trigger_type", TYPE_STRING, "Only triggers of this type.",
			.values = VALUES("manual", "conditional", "incident_type")),
		QUERY("workflow_name_contains", TYPE_STRING,
			"Only triggers of workflows whose name contains this text."),
		QUERY("is_disabled", TYPE_BOOLEAN,
			"Only triggers that are disabled, or only those that are enabled."),
		QUERY("sort_by", TYPE_STRING, "Order of the list.",
			.values = VALUES("workflow_id", "workflow_id asc", "workflow_id desc", "workflow_name", "workflow_name asc", "workflow_name desc"), .orders = true),
		&maximum),
	  .returns = "An array of triggers." },

	{ .name = "incident_workflow.get",
	  .summary = "Get an incident workflow.",
	  GET("/incident_workflows/{entity_id}", "incident_workflow"),
	  .params = PARAMS(&incident_workflow_id),
	  .returns = "The incident workflow." },

	{ .name = "incident_workflow.get_action",
	  .summary = "Get what a step of an incident workflow can do.",
	  GET("/incident_workflows/actions/{entity_id}", "action"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_NONE, "The workflow action.",
			.example = "\"pagerduty.com:incident-workflows:send-status-update:1\"")),
	  .returns = "The workflow action." },

	{ .name = "incident_workflow.get_trigger",
	  .summary = "Get a trigger of an incident workflow.",
	  GET("/incident_workflows/triggers/{entity_id}", "trigger"),
	  .params = PARAMS(&trigger_id),
	  .returns = "The trigger." },

	{ .name = "incident_workflow.start",
	  .summary = "Start an incident workflow on an incident.",
	  CREATE("/incident_workflows/{entity_id}/instances", "incident_workflow_instance"),
	  .constant = "{\"type\":\"incident_workflow_instance\"}",
	  .params = PARAMS(
		&from_email, &incident_workflow_id,
		BODY("incident_id", TYPE_STRING, "The incident to start it on.",
			.wire = "incident", .required = true, .reference = "incident_reference",
			.kind = KIND_INCIDENT, .example = "\"Q1R2DLCB21K7NP\""),
		BODY("instance_id", TYPE_STRING, "Id of your own for the instance.", .wire = "id")),
	  .returns = "The workflow's instance." },

	{ .name = "incident_workflow.update",
	  .summary = "Change an incident workflow.",
	  UPDATE("/incident_workflows/{entity_id}", "incident_workflow"),
	  .schema = "incident_workflow",
	  .params = PARAMS(
		&from_email, &incident_workflow_id,
		BODY("name", TYPE_STRING, "New name of the workflow."),
		&description, &owning_team, &is_enabled,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The other members to change, such as the steps, as in PagerDuty's REST "
			"API, without the wrapper; steps replaces all steps.",
			.example = "{\"steps\": [{\"name\": \"Tell others\", \"action_configuration\": {\"action_id\": \"pagerduty.com:incident-workflows:send-status-update:1\", \"inputs\": [{\"name\": \"Message\", \"value\": \"We know of it\"}]}}]}")),
	  .returns = "The incident workflow." },

	{ .name = "incident_workflow.update_trigger",
	  .summary = "Change a trigger of an incident workflow.",
	  UPDATE("/incident_workflows/triggers/{entity_id}", "trigger"),
	  .params = PARAMS(
		&from_email, &trigger_id,
		BODY("condition", TYPE_STRING, "The condition, if trigger_type is conditional.",
			.example = "\"incident.priority matches 'P1'\""),
		&service_ids, &is_subscribed_to_all_services, &incident_types, &restricted, &permitted_team,
		&is_disabled),
	  .returns = "The trigger." },
};
/* clang-format on */

TABLE(incident_workflow);
