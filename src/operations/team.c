/* SPDX-License-Identifier: Apache-2.0 */
#include "rows.h"
#include "tables.h"

#define TEAM_ID ENTITY_ID("the team", "PQ9K7I8")
#define POLICY_OF_TEAM PATH_ID("escalation_policy", "the escalation policy", "PANZZEQ")
#define USER_OF_TEAM PATH_ID("user", "the user", "PXPGF42")

static const struct operation rows[] = {
	{ .name = "team.add_escalation_policy",
		.summary = "Add an escalation policy to a team.",
		.method = "PUT", .path = "/teams/{entity_id}/escalation_policies/{escalation_policy}", .result = RESULT_SUCCESS,
		.from = FROM_KNOWN, .params = PARAMS(TEAM_ID, POLICY_OF_TEAM), .returns = RETURNS_SUCCESS },
	{ .name = "team.add_user",
		.summary = "Add a user to a team.",
		.method = "PUT", .path = "/teams/{entity_id}/users/{user}", .result = RESULT_SUCCESS, .from = FROM_KNOWN,
		.params = PARAMS(TEAM_ID, USER_OF_TEAM,
			{ .name = "role", .place = PLACE_BODY, .type = TYPE_STRING,
				.values = VALUES("observer", "responder", "manager"),
				.description = "Role of the user in the team; without it, as the account is set." }),
		.returns = RETURNS_SUCCESS },
	{ .name = "team.create",
		.summary = "Create a team from a whole document.",
		.method = "POST", .path = "/teams", .result = RESULT_MEMBER, .member = "team", .retry = RETRY_UNSENT,
		.from = FROM_KNOWN, .wrapper = "team", .schema = "team.create",
		.params = PARAMS(DATA("The team", "{\"type\": \"team\", \"name\": \"Operations\"}")), .returns = "The team." },
	{ .name = "team.create.simple",
		.summary = "Create a team.",
		.method = "POST", .path = "/teams", .result = RESULT_MEMBER, .member = "team", .retry = RETRY_UNSENT,
		.from = FROM_KNOWN, .wrapper = "team",
		.params = PARAMS({ .name = "type", .place = PLACE_BODY, .type = TYPE_STRING, .required = true,
					 .initial = "\"team\"", .values = VALUES("team", "team_reference"),
					 .description = "Type of the object." },
			BODY_REQUIRED("name", NULL, TYPE_STRING, "Name of the team.", "\"Operations\""),
			BODY("description", NULL, TYPE_STRING, "What the team does.")),
		.returns = "The team." },
	{ .name = "team.delete",
		.summary = "Delete a team.",
		.method = "DELETE", .path = "/teams/{entity_id}", .result = RESULT_DELETED, .from = FROM_KNOWN,
		.params = PARAMS(TEAM_ID,
			QUERY("reassignment_team", TYPE_STRING,
				"Id of the team that takes over the unresolved incidents; without it, they lose their team.")),
		.returns = RETURNS_DELETED },
	{ .name = "team.find",
		.summary = "List teams.",
		.method = "GET", .path = "/teams", .result = RESULT_LIST, .member = "teams", .paging = PAGING_CLASSIC,
		.params = PARAMS(MAXIMUM, FIND_QUERY("teams whose name"), PARTIAL), .returns = "An array of teams." },
	{ .name = "team.get",
		.summary = "Get a team.",
		.method = "GET", .path = "/teams/{entity_id}", .result = RESULT_MEMBER, .member = "team",
		.params = PARAMS(TEAM_ID, INCLUDE("privileges")), .returns = "The team." },
	{ .name = "team.remove_escalation_policy",
		.summary = "Remove an escalation policy from a team.",
		.method = "DELETE", .path = "/teams/{entity_id}/escalation_policies/{escalation_policy}",
		.result = RESULT_SUCCESS, .from = FROM_KNOWN, .params = PARAMS(TEAM_ID, POLICY_OF_TEAM),
		.returns = RETURNS_SUCCESS },
	{ .name = "team.remove_user",
		.summary = "Remove a user from a team.",
		.method = "DELETE", .path = "/teams/{entity_id}/users/{user}", .result = RESULT_SUCCESS, .from = FROM_KNOWN,
		.params = PARAMS(TEAM_ID, USER_OF_TEAM), .returns = RETURNS_SUCCESS },
};

TABLE(team);
