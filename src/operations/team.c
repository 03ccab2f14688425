/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param escalation_policy = PATH_ID_VALUE("escalation_policy", KIND_ESCALATION_POLICY,
	"The escalation policy.", .example = "\"PANZZEQ\"");
static const struct param user = PATH_ID_VALUE("user", KIND_USER, "The user.", .example = "\"PXPGF42\"");
static const struct operation rows[] = {
	{ .name = "team.add_escalation_policy",
	  .summary = "Add an escalation policy to a team.",
	  .method = "PUT", .path = "/teams/{entity_id}/escalation_policies/{escalation_policy}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&team_id, &escalation_policy),
	  .returns = "`{\"success\": true}`" },

	{ .name = "team.add_notification_subscriptions",
	  .summary = "Subscribe a team to incidents and business services.",
	  .method = "POST", .path = "/teams/{entity_id}/notification_subscriptions",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_notifications,
	  .params = PARAMS(
		&from_email, &team_id,
		&subscribed_incidents, &subscribed_business_services),
	  .returns = "An array of subscriptions." },

	{ .name = "team.add_user",
	  .summary = "Add a user to a team.",
	  .method = "PUT", .path = "/teams/{entity_id}/users/{user}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(
		&team_id, &user,
		BODY("role", TYPE_STRING,
			"Role of the user in the team; without it, the default of the account.",
			.values = VALUES("observer", "responder", "manager"))),
	  .returns = "`{\"success\": true}`" },

	{ .name = "team.create",
	  .summary = "Create a team from a whole document.",
	  CREATE("/teams", "team"),
	  .schema = "team",
	  .params = PARAMS(
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The team as in PagerDuty's REST API, without the wrapper.",
			.required = true, .example = "{\"type\": \"team\", \"name\": \"Operations\"}")),
	  .returns = "The team." },

	{ .name = "team.create.simple",
	  .summary = "Create a team.",
	  CREATE("/teams", "team"),
	  .params = PARAMS(
		BODY("type", TYPE_STRING, "Type of the object.",
			.required = true, .initial = "\"team\"", .values = VALUES("team", "team_reference")),
		BODY("name", TYPE_STRING, "Name of the team.",
			.required = true, .most = 100, .example = "\"Operations\""),
		BODY("description", TYPE_STRING, "What the team does.", .most = 1024),
		BODY("default_role", TYPE_STRING,
			"What users outside the team may do with it: none makes the team "
			"private. The default is manager, which makes it public.",
			.values = VALUES("manager", "none"))),
	  .returns = "The team." },

	{ .name = "team.delete",
	  .summary = "Delete a team.",
	  DELETE("/teams/{entity_id}"),
	  .params = PARAMS(
		&team_id,
		QUERY("reassignment_team", TYPE_STRING,
			"The team that takes over the unresolved incidents; without it, they lose their "
			"team.",
			.kind = KIND_TEAM)),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "team.find",
	  .summary = "List teams.",
	  LIST("/teams", "teams"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&maximum,
		QUERY("query", TYPE_STRING, "Only teams whose name matches this text."),
		&partial),
	  .returns = "An array of teams." },

	{ .name = "team.find_audit_records",
	  .summary = "List who changed a team.",
	  LIST("/teams/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&team_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "team.find_members",
	  .summary = "List the members of a team.",
	  LIST("/teams/{entity_id}/members", "members"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&team_id,
		QUERY("include", TYPE_LIST, "Details to include: users.", .values = VALUES("users")),
		&maximum_all, &partial),
	  .returns = "An array of `{\"user\", \"role\"}`." },

	{ .name = "team.find_notification_subscriptions",
	  .summary = "List what a team was subscribed to.",
	  LIST("/teams/{entity_id}/notification_subscriptions", "subscriptions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&team_id, &maximum_all, &partial),
	  .returns = "An array of subscriptions." },

	{ .name = "team.get",
	  .summary = "Get a team.",
	  GET("/teams/{entity_id}", "team"),
	  .params = PARAMS(
		&team_id,
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: privileges.")),
	  .returns = "The team." },

	{ .name = "team.remove_escalation_policy",
	  .summary = "Remove an escalation policy from a team.",
	  .method = "DELETE", .path = "/teams/{entity_id}/escalation_policies/{escalation_policy}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&team_id, &escalation_policy),
	  .returns = "`{\"success\": true}`" },

	{ .name = "team.remove_notification_subscriptions",
	  .summary = "Unsubscribe a team from incidents and business services.",
	  .method = "POST", .path = "/teams/{entity_id}/notification_subscriptions/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(
		&from_email, &team_id,
		&subscribed_incidents, &subscribed_business_services),
	  .returns = "The number of subscriptions that were deleted, and of those that were not." },

	{ .name = "team.remove_user",
	  .summary = "Remove a user from a team.",
	  .method = "DELETE", .path = "/teams/{entity_id}/users/{user}",
	  .result = RESULT_SUCCESS,
	  .params = PARAMS(&team_id, &user),
	  .returns = "`{\"success\": true}`" },

	{ .name = "team.update",
	  .summary = "Change a team.",
	  UPDATE("/teams/{entity_id}", "team"),
	  .schema = "team",
	  .params = PARAMS(
		&team_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the team to change, as in PagerDuty's REST API, without "
			"the wrapper; a list replaces the whole list.",
			.required = true, .example = "{\"type\": \"team\", \"name\": \"Night shift\"}")),
	  .returns = "The team." },
};
/* clang-format on */

TABLE(team);
