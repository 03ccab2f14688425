/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "audit.find",
	  .summary = "List who changed what in the PagerDuty account.",
	  LIST("/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		&since, &until,
		QUERY("root_resource_types", TYPE_LIST, "Only changes of things of these kinds.",
			.values = VALUES("users", "teams", "schedules", "escalation_policies", "services", "ip_allow_lists")),
		QUERY("actor_type", TYPE_STRING, "Kind of the actor: a user, a key or an app.",
			.values = VALUES("user_reference", "api_key_reference", "app_reference")),
		QUERY("actor_id", TYPE_STRING,
			"Only changes by this user, key or app (its id); actor_type must be "
			"given too."),
		QUERY("method_type", TYPE_STRING, "Only changes that were made in this way.",
			.values = VALUES("browser", "oauth", "api_token", "identity_provider", "other")),
		QUERY("token_ending", TYPE_STRING,
			"Only changes that were made with the token that ends in these "
			"characters; method_type must be api_token or oauth.",
			.wire = "method_truncated_token"),
		QUERY("actions", TYPE_LIST, "Only records of these kinds of change.",
			.values = VALUES("create", "update", "delete")),
		&maximum),
	  .returns = "An array of audit records." },
};
/* clang-format on */

TABLE(audit);
