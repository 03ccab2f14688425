/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

#define POLICY_ID ENTITY_ID("the escalation policy", "PANZZEQ")
#define INCLUDE_POLICY INCLUDE("services, teams, targets, escalation_rule_assignment_strategies")

static const struct operation rows[] = {
	{ .name = "escalation_policy.create",
		.summary = "Create an escalation policy.",
		.method = "POST",
		.path = "/escalation_policies",
		.result = RESULT_MEMBER,
		.member = "escalation_policy",
		.retry = RETRY_UNSENT,
		.from = FROM_KNOWN,
		.wrapper = "escalation_policy",
		.schema = "escalation_policy",
		.params = PARAMS(FROM_EMAIL,
			DATA("The escalation policy",
				"{\"type\": \"escalation_policy\", \"name\": \"Engineering\", "
				"\"escalation_rules\": [{\"escalation_delay_in_minutes\": 30, \"targets\": [{\"id\": \"PXPGF42\", \"type\": \"user_reference\"}]}]}")),
		.returns = "The escalation policy." },
	{ .name = "escalation_policy.delete",
		.summary = "Delete an escalation policy.",
		.method = "DELETE",
		.path = "/escalation_policies/{entity_id}",
		.result = RESULT_DELETED,
		.from = FROM_KNOWN,
		.params = PARAMS(POLICY_ID),
		.returns = RETURNS_DELETED },
	{ .name = "escalation_policy.find",
		.summary = "List escalation policies.",
		.method = "GET",
		.path = "/escalation_policies",
		.result = RESULT_LIST,
		.member = "escalation_policies",
		.paging = PAGING_CLASSIC,
		.params = PARAMS(MAXIMUM, USER_IDS("Only policies that these users are on (ids)."),
			TEAM_IDS, INCLUDE_POLICY, FIND_QUERY("policies whose name"), SORT_BY_NAME,
			PARTIAL),
		.returns = "An array of escalation policies." },
	{ .name = "escalation_policy.find_services",
		.summary = "List the services that use an escalation policy.",
		.method = "GET",
		.path = "/escalation_policies/{entity_id}?include[]=services",
		.result = RESULT_LIST,
		.member = "escalation_policy/services",
		.params = PARAMS(POLICY_ID),
		.returns = "An array of services." },
	{ .name = "escalation_policy.get",
		.summary = "Get an escalation policy.",
		.method = "GET",
		.path = "/escalation_policies/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "escalation_policy",
		.params = PARAMS(POLICY_ID, INCLUDE_POLICY),
		.returns = "The escalation policy." },
	{ .name = "escalation_policy.update",
		.summary = "Change an escalation policy.",
		UPDATE("escalation_policy", "/escalation_policies/{entity_id}"),
		.params = PARAMS(
			POLICY_ID, CHANGES("the escalation policy",
					   "{\"type\": \"escalation_policy\", \"num_loops\": 2}")),
		.returns = "The escalation policy." },
};

TABLE(escalation_policy);
