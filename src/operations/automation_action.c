/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "json/json.h"

#include <string.h>

/*
 * Checks that the caller says what is run, in the parameter that belongs to the type of the action.
 */
static bool check_what_is_run(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	bool script = !strcmp(json_string(values, "action_type"), "script");
	const char *needed = script ? "script" : "process_automation_job_id";

	(void)operation;
	return json_member(values, needed) ||
	       error_set(err, ERROR_USAGE, 0, "%s is required where action_type is %s", needed,
		       script ? "script" : "process_automation");
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param automation_action_id = PATH_ID_VALUE("entity_id", KIND_AUTOMATION_ACTION,
	"The automation action.",
	.example = "\"01CVGEWDTS0UAGCT8NZF1YV4J1\"");
static const struct param action_classification = BODY_VALUE("action_classification", TYPE_STRING,
	"Purpose of the action: to diagnose a problem, or to solve it.",
	.values = VALUES("diagnostic", "remediation"));
static const struct param runner_id = BODY_VALUE("runner_id", TYPE_STRING, "The runner that runs it.",
	.wire = "runner", .most = 36, .kind = KIND_AUTOMATION_RUNNER);
static const struct param script = BODY_VALUE("script", TYPE_STRING, "The script; action_type must be script.",
	.wire = "action_data_reference/script", .most = 16777215, .example = "\"systemctl restart apache2\"");
static const struct param invocation_command = BODY_VALUE("invocation_command", TYPE_STRING,
	"Command that runs the script, such as /usr/bin/python3; without it, the first line of "
	"the script names the command.",
	.wire = "action_data_reference/invocation_command", .most = 65535);
static const struct param process_automation_job_id = BODY_VALUE("process_automation_job_id", TYPE_STRING,
	"Id of the job; action_type must be process_automation.",
	.wire = "action_data_reference/process_automation_job_id", .most = 36);
static const struct param process_automation_job_arguments = BODY_VALUE("process_automation_job_arguments", TYPE_STRING,
	"Arguments of the job, as on its command line.",
	.wire = "action_data_reference/process_automation_job_arguments", .most = 1024);
static const struct param process_automation_node_filter = BODY_VALUE("process_automation_node_filter", TYPE_STRING,
	"Filter for the nodes on which the job runs.",
	.wire = "action_data_reference/process_automation_node_filter", .most = 1024);
static const struct param only_invocable_on_unresolved_incidents = BODY_VALUE("only_invocable_on_unresolved_incidents", TYPE_BOOLEAN,
	"Whether it may be run only on open incidents.");
static const struct param allow_invocation_manually = BODY_VALUE("allow_invocation_manually", TYPE_BOOLEAN,
	"Whether people may run it.");
static const struct param allow_invocation_from_event_orchestration = BODY_VALUE("allow_invocation_from_event_orchestration", TYPE_BOOLEAN,
	"Whether event orchestrations may run it.");
static const struct param map_to_all_services = BODY_VALUE("map_to_all_services", TYPE_BOOLEAN,
	"Whether it is offered on the incidents of all services.");
static const struct param service_of_action = PATH_ID_VALUE("service_id", KIND_SERVICE,
	"The service.", .example = "\"PIJ90N7\"");
static const struct param team_of_action = PATH_ID_VALUE("team_id", KIND_TEAM,
	"The team.", .example = "\"PQ9K7I8\"");

static const struct operation rows[] = {
	{ .name = "automation_action.associate_service",
	  .summary = "Offer an automation action on the incidents of a service.",
	  CREATE("/automation_actions/actions/{entity_id}/services", "service"),
	  .constant = "{\"type\":\"service_reference\"}",
	  .params = PARAMS(
		&from_email, &automation_action_id,
		BODY("service_id", TYPE_STRING, "The service.",
			.wire = "id", .required = true, .kind = KIND_SERVICE, .example = "\"PRDRWUJ\"")),
	  .returns = "A reference to the service." },

	{ .name = "automation_action.associate_team",
	  .summary = "Let a team use an automation action.",
	  CREATE("/automation_actions/actions/{entity_id}/teams", "team"),
	  .constant = "{\"type\":\"team_reference\"}",
	  .params = PARAMS(
		&from_email, &automation_action_id,
		BODY("team_id", TYPE_STRING, "The team.",
			.wire = "id", .required = true, .kind = KIND_TEAM, .example = "\"PQ9K7I8\"")),
	  .returns = "A reference to the team." },

	{ .name = "automation_action.create",
	  .summary = "Create an automation action, which runs a script or a job on demand.",
	  CREATE("/automation_actions/actions", "action"),
	  .prepare = check_what_is_run,
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the action.",
			.required = true, .most = 255, .example = "\"Restart apache\""),
		BODY("description", TYPE_STRING, "What the action does.",
			.required = true, .most = 1024,
			.example = "\"Restarts apache on the us-west-2-shopping-cart host\""),
		BODY("action_type", TYPE_STRING,
			"What is run: a script, or a job of Process Automation (Rundeck).",
			.required = true, .values = VALUES("script", "process_automation"),
			.example = "\"script\""),
		&action_classification, &runner_id, &script, &invocation_command, &process_automation_job_id,
		&process_automation_job_arguments, &process_automation_node_filter,
		BODY("service_ids", TYPE_LIST, "The services on whose incidents it is offered.",
			.wire = "services[]", .reference = "service_reference", .kind = KIND_SERVICE),
		BODY("team_ids", TYPE_LIST, "The teams that may use it.",
			.wire = "teams[]", .reference = "team_reference", .kind = KIND_TEAM),
		&only_invocable_on_unresolved_incidents, &allow_invocation_manually,
		&allow_invocation_from_event_orchestration, &map_to_all_services),
	  .returns = "The automation action." },

	{ .name = "automation_action.delete",
	  .summary = "Delete an automation action.",
	  DELETE("/automation_actions/actions/{entity_id}"),
	  .params = PARAMS(&from_email, &automation_action_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "automation_action.disassociate_service",
	  .summary = "Stop offering an automation action on the incidents of a service.",
	  .method = "DELETE", .path = "/automation_actions/actions/{entity_id}/services/{service_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&from_email, &automation_action_id, &service_of_action),
	  .returns = "`{\"success\": true}`" },

	{ .name = "automation_action.disassociate_team",
	  .summary = "Stop letting a team use an automation action.",
	  .method = "DELETE", .path = "/automation_actions/actions/{entity_id}/teams/{team_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&from_email, &automation_action_id, &team_of_action),
	  .returns = "`{\"success\": true}`" },

	{ .name = "automation_action.find",
	  .summary = "List automation actions.",
	  LIST("/automation_actions/actions", "actions"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("name", TYPE_STRING, "Only actions whose name matches this text."),
		QUERY("runner_id", TYPE_STRING,
			"Only actions of this runner; `any` means all actions that have a runner.",
			.kind = KIND_AUTOMATION_RUNNER),
		QUERY("classification", TYPE_STRING, "Only actions with this purpose.",
			.values = VALUES("diagnostic", "remediation")),
		QUERY("team_id", TYPE_STRING, "Only actions that this team may use.", .kind = KIND_TEAM),
		QUERY("service_id", TYPE_STRING,
			"Only actions that are offered on incidents of this service.",
			.kind = KIND_SERVICE),
		QUERY("action_type", TYPE_STRING, "Only actions of this type.",
			.values = VALUES("script", "process_automation")),
		&maximum),
	  .returns = "An array of automation actions." },

	{ .name = "automation_action.find_services",
	  .summary = "List the services on whose incidents an automation action is offered.",
	  LIST("/automation_actions/actions/{entity_id}/services", "services"),
	  .params = PARAMS(&automation_action_id),
	  .returns = "An array of references to services." },

	{ .name = "automation_action.find_teams",
	  .summary = "List the teams that may use an automation action.",
	  LIST("/automation_actions/actions/{entity_id}/teams", "teams"),
	  .params = PARAMS(&automation_action_id),
	  .returns = "An array of references to teams." },

	{ .name = "automation_action.get",
	  .summary = "Get an automation action.",
	  GET("/automation_actions/actions/{entity_id}", "action"),
	  .params = PARAMS(&automation_action_id),
	  .returns = "The automation action." },

	{ .name = "automation_action.get_service",
	  .summary = "Tell whether an automation action is offered on the incidents of a service.",
	  GET("/automation_actions/actions/{entity_id}/services/{service_id}", "service"),
	  .params = PARAMS(&automation_action_id, &service_of_action),
	  .returns = "A reference to the service." },

	{ .name = "automation_action.get_team",
	  .summary = "Tell whether a team may use an automation action.",
	  GET("/automation_actions/actions/{entity_id}/teams/{team_id}", "team"),
	  .params = PARAMS(&automation_action_id, &team_of_action),
	  .returns = "A reference to the team." },

	{ .name = "automation_action.invoke",
	  .summary = "Run an automation action on an incident.",
	  CREATE("/automation_actions/actions/{entity_id}/invocations", "invocation"),
	  .params = PARAMS(
		&from_email, &automation_action_id,
		BODY("incident_id", TYPE_STRING, "The incident to run it on.",
			.wire = "metadata/incident_id", .required = true, .kind = KIND_INCIDENT,
			.example = "\"Q2LAR4ADCXC8IB\""),
		BODY("alert_id", TYPE_STRING, "Id of the alert to run it on.", .wire = "metadata/alert_id")),
	  .returns = "The invocation; `automation_invocation.get` returns its outcome." },

	{ .name = "automation_action.update",
	  .summary = "Change an automation action.",
	  UPDATE("/automation_actions/actions/{entity_id}", "action"),
	  .params = PARAMS(
		&from_email, &automation_action_id,
		BODY("name", TYPE_STRING, "New name of the action.",
			.most = 255, .example = "\"Restart apache\""),
		BODY("description", TYPE_STRING, "What the action does.", .most = 1024),
		BODY("action_type", TYPE_STRING,
			"What is run: a script, or a job of Process Automation (Rundeck).",
			.values = VALUES("script", "process_automation")),
		&action_classification, &runner_id, &script, &invocation_command, &process_automation_job_id,
		&process_automation_job_arguments, &process_automation_node_filter,
		&only_invocable_on_unresolved_incidents, &allow_invocation_manually,
		&allow_invocation_from_event_orchestration, &map_to_all_services),
	  .returns = "The automation action." },
};
/* clang-format on */

TABLE(automation_action);
