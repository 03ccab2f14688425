/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: services, teams, targets, "
	"escalation_rule_assignment_strategies.");

static const struct operation rows[] = {
	{ .name = "escalation_policy.create",
	  .summary = "Create an escalation policy.",
	  CREATE("/escalation_policies", "escalation_policy"),
	  .schema = "escalation_policy",
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The escalation policy as in PagerDuty's REST API, without the wrapper.",
			.required = true,
			.example = "{\"type\": \"escalation_policy\", \"name\": \"Engineering\", \"escalation_rules\": [{\"escalation_delay_in_minutes\": 30, \"targets\": [{\"id\": \"PXPGF42\", \"type\": \"user_reference\"}]}]}")),
	  .returns = "The escalation policy." },

	{ .name = "escalation_policy.delete",
	  .summary = "Delete an escalation policy.",
	  DELETE("/escalation_policies/{entity_id}"),
	  .params = PARAMS(&escalation_policy_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "escalation_policy.find",
	  .summary = "List escalation policies.",
	  LIST("/escalation_policies", "escalation_policies"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&maximum,
		QUERY("user_ids", TYPE_LIST,
			"Only policies that contain these users.", .kind = KIND_USER),
		&team_ids, &include,
		QUERY("query", TYPE_STRING, "Only policies whose name matches this text."),
		&sort_by_name, &partial),
	  .returns = "An array of escalation policies." },

	{ .name = "escalation_policy.find_audit_records",
	  .summary = "List who changed an escalation policy.",
	  LIST("/escalation_policies/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&escalation_policy_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "escalation_policy.find_services",
	  .summary = "List the services that use an escalation policy.",
	  LIST("/escalation_policies/{entity_id}?include[]=services", "escalation_policy/services"),
	  .params = PARAMS(&escalation_policy_id),
	  .returns = "An array of services." },

	{ .name = "escalation_policy.get",
	  .summary = "Get an escalation policy.",
	  GET("/escalation_policies/{entity_id}", "escalation_policy"),
	  .params = PARAMS(&escalation_policy_id, &include),
	  .returns = "The escalation policy." },

	{ .name = "escalation_policy.update",
	  .summary = "Change an escalation policy.",
	  UPDATE("/escalation_policies/{entity_id}", "escalation_policy"),
	  .schema = "escalation_policy",
	  .params = PARAMS(
		&escalation_policy_id,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the escalation policy to change, as in PagerDuty's REST "
			"API, without the wrapper; a list replaces the whole list.",
			.required = true, .example = "{\"type\": \"escalation_policy\", \"num_loops\": 2}")),
	  .returns = "The escalation policy." },
};
/* clang-format on */

TABLE(escalation_policy);
