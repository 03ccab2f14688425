/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param workflow_integration_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The workflow integration.", .example = "\"http-api\"");

static const struct operation rows[] = {
	{ .name = "workflow_integration.find",
	  .summary = "List the systems that workflows can reach.",
	  LIST("/workflows/integrations", "integrations"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		QUERY("include_deprecated", TYPE_BOOLEAN,
			"Whether deprecated integrations are listed too."),
		&maximum),
	  .returns = "An array of workflow integrations." },

	{ .name = "workflow_integration.find_connections",
	  .summary = "List the connections to a system that workflows can reach.",
	  LIST("/workflows/integrations/{entity_id}/connections", "connections"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(
		&workflow_integration_id,
		QUERY("name", TYPE_STRING, "Only connections of this name."),
		&maximum_all),
	  .returns = "An array of connections." },

	{ .name = "workflow_integration.get",
	  .summary = "Get a system that workflows can reach.",
	  .method = "GET", .path = "/workflows/integrations/{entity_id}",
	  .params = PARAMS(&workflow_integration_id),
	  .returns = "The workflow integration, as PagerDuty gives it." },
};
/* clang-format on */

TABLE(workflow_integration);
