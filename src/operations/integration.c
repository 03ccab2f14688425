/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

static const struct operation rows[] = {
	{ .name = "integration.get",
		.summary = "Get an integration of a service.",
		.method = "GET",
		.path = "/services/{entity_id}/integrations/{resource_id}",
		.result = RESULT_MEMBER,
		.member = "integration",
		.params = PARAMS(ENTITY_ID("the service", "PIJ90N7"),
			PATH_ID("resource_id", "the integration", "PQ12345"),
			INCLUDE("services, vendors")),
		.returns = "The integration." },
};

TABLE(integration);
