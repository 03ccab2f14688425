/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "json/json.h"

#include <string.h>

/* A runner of Runbook Automation is reached at an address, with a key. */
static bool check_runbook(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	bool complete =
		json_member(values, "runbook_base_uri") && json_member(values, "runbook_api_key");

	(void)operation;
	return strcmp(json_string(values, "runner_type"), "runbook") != 0 || complete ||
	       error_set(err, ERROR_USAGE, 0,
		       "runbook_base_uri and runbook_api_key are required where runner_type is runbook");
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param runner_id = PATH_ID_VALUE("entity_id", KIND_AUTOMATION_RUNNER,
	"The runner.", .example = "\"01CVGEWE0CQ5P3JDSJ2K9LQGTA\"");
static const struct param team_of_runner = PATH_ID_VALUE("team_id", KIND_TEAM,
	"The team.", .example = "\"PQ9K7I8\"");

static const struct operation rows[] = {
	{ .name = "automation_runner.associate_team",
	  .summary = "Let a team use a runner of automation actions.",
	  CREATE("/automation_actions/runners/{entity_id}/teams", "team"),
	  .constant = "{\"type\":\"team_reference\"}",
	  .params = PARAMS(
		&from_email, &runner_id,
		BODY("team_id", TYPE_STRING, "The team.",
			.wire = "id", .required = true, .kind = KIND_TEAM, .example = "\"PQ9K7I8\"")),
	  .returns = "A reference to the team." },

	{ .name = "automation_runner.create",
	  .summary = "Create a runner, which runs automation actions.",
	  CREATE("/automation_actions/runners", "runner"),
	  .prepare = check_runbook,
	  .params = PARAMS(
		&from_email,
		BODY("runner_type", TYPE_STRING,
			"Kind of runner: a sidecar on your own host, or Runbook Automation.",
			.required = true, .values = VALUES("sidecar", "runbook"), .example = "\"sidecar\""),
		BODY("name", TYPE_STRING, "Name of the runner.",
			.required = true, .most = 255, .example = "\"us-west-2 prod sidecar runner\""),
		BODY("description", TYPE_STRING, "Description of the runner.",
			.required = true, .most = 1024,
			.example = "\"us-west-2 prod sidecar runner provisioned by SRE\""),
		BODY("runbook_base_uri", TYPE_STRING,
			"Subdomain of the Runbook Automation instance; runner_type must be runbook.",
			.most = 255),
		BODY("runbook_api_key", TYPE_STRING,
			"API key of the Runbook Automation instance; runner_type must be runbook.",
			.secret = true, .most = 64),
		BODY("team_ids", TYPE_LIST, "The teams that may use it.",
			.wire = "teams[]", .reference = "team_reference", .kind = KIND_TEAM)),
	  .returns =
	  	"The runner. For a sidecar it contains the secret, which no later answer "
	  	"contains." },

	{ .name = "automation_runner.delete",
	  .summary = "Delete a runner of automation actions.",
	  DELETE("/automation_actions/runners/{entity_id}"),
	  .params = PARAMS(&from_email, &runner_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "automation_runner.disassociate_team",
	  .summary = "Stop letting a team use a runner of automation actions.",
	  .method = "DELETE", .path = "/automation_actions/runners/{entity_id}/teams/{team_id}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&from_email, &runner_id, &team_of_runner),
	  .returns = "`{\"success\": true}`" },

	{ .name = "automation_runner.find",
	  .summary = "List the runners of automation actions.",
	  LIST("/automation_actions/runners", "runners"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("name", TYPE_STRING, "Only runners whose name matches this text."),
		QUERY("include", TYPE_LIST, "Details to include: associated_actions.",
			.values = VALUES("associated_actions")),
		&maximum),
	  .returns = "An array of runners." },

	{ .name = "automation_runner.find_teams",
	  .summary = "List the teams that may use a runner of automation actions.",
	  LIST("/automation_actions/runners/{entity_id}/teams", "teams"),
	  .params = PARAMS(&runner_id),
	  .returns = "An array of references to teams." },

	{ .name = "automation_runner.get",
	  .summary = "Get a runner of automation actions.",
	  GET("/automation_actions/runners/{entity_id}", "runner"),
	  .params = PARAMS(&runner_id),
	  .returns = "The runner." },

	{ .name = "automation_runner.get_team",
	  .summary = "Tell whether a team may use a runner of automation actions.",
	  GET("/automation_actions/runners/{entity_id}/teams/{team_id}", "team"),
	  .params = PARAMS(&runner_id, &team_of_runner),
	  .returns = "A reference to the team." },

	{ .name = "automation_runner.update",
	  .summary = "Change a runner of automation actions.",
	  UPDATE("/automation_actions/runners/{entity_id}", "runner"),
	  .params = PARAMS(
		&from_email, &runner_id,
		BODY("name", TYPE_STRING, "New name of the runner.",
			.most = 255, .example = "\"us-west-2 prod sidecar runner\""),
		BODY("description", TYPE_STRING, "Description of the runner.", .most = 1024),
		BODY("runbook_base_uri", TYPE_STRING, "Subdomain of the Runbook Automation instance.",
			.most = 255),
		BODY("runbook_api_key", TYPE_STRING,
			"API key of the Runbook Automation instance; without it, the key is not "
			"changed.",
			.secret = true, .most = 64)),
	  .returns = "The runner." },
};
/* clang-format on */

TABLE(automation_runner);
