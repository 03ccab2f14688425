/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "automation_invocation.find",
	  .summary = "List the runs of automation actions.",
	  LIST("/automation_actions/invocations", "invocations"),
	  .params = PARAMS(
		QUERY("invocation_state", TYPE_STRING, "Only runs in this state.",
			.values = VALUES("prepared", "created", "sent", "queued", "running", "aborted", "completed", "error", "unknown")),
		QUERY("not_invocation_state", TYPE_STRING, "Only runs that are not in this state.",
			.values = VALUES("prepared", "created", "sent", "queued", "running", "aborted", "completed", "error", "unknown")),
		QUERY("incident_id", TYPE_STRING, "Only runs on this incident.", .kind = KIND_INCIDENT),
		QUERY("action_id", TYPE_STRING, "Only runs of this automation action.",
			.kind = KIND_AUTOMATION_ACTION)),
	  .returns = "An array of invocations." },

	{ .name = "automation_invocation.get",
	  .summary = "Get a run of an automation action, and what came of it.",
	  GET("/automation_actions/invocations/{entity_id}", "invocation"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_NONE, "The invocation.", .example = "\"01CVGEWE0CQ5P3JDSJ2K9LQGT9\"")),
	  .returns = "The invocation." },
};
/* clang-format on */

TABLE(automation_invocation);
