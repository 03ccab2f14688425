/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "integration.get",
	  .summary = "Get an integration of a service.",
	  GET("/services/{entity_id}/integrations/{resource_id}", "integration"),
	  .params = PARAMS(
		&service_id,
		PATH_ID("resource_id", KIND_NONE, "The integration.", .example = "\"PQ12345\""),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: services, vendors.")),
	  .returns = "The integration." },
};
/* clang-format on */

TABLE(integration);
