/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param dependent_service = BODY_VALUE("service_id", TYPE_STRING,
	"Id of the service that depends on another.",
	.wire = "relationships[0]/dependent_service/id", .required_unless = "relationships",
	.example = "\"P99DJ6\"");
static const struct param service_type = BODY_VALUE("service_type", TYPE_STRING, "Kind of that service.",
	.wire = "relationships[0]/dependent_service/type", .values = VALUES("service", "business_service"),
	.required_unless = "relationships", .example = "\"business_service\"");
static const struct param supporting_service_id = BODY_VALUE("supporting_service_id", TYPE_STRING,
	"Id of the service that it depends on.",
	.wire = "relationships[0]/supporting_service/id", .required_unless = "relationships",
	.example = "\"P7AD56\"");
static const struct param supporting_service_type = BODY_VALUE("supporting_service_type", TYPE_STRING,
	"Kind of the service that it depends on.",
	.wire = "relationships[0]/supporting_service/type", .values = VALUES("service", "business_service"),
	.required_unless = "relationships", .example = "\"service\"");
static const struct param relationships = BODY_VALUE("relationships", TYPE_OBJECTS,
	"Several dependencies instead: objects with dependent_service and supporting_service, each with id "
	"and type.");
static const struct param *const one_or_several[] = {
	&from_email, &dependent_service, &service_type, &supporting_service_id, &supporting_service_type,
	&relationships, NULL };

static const struct operation rows[] = {
	{ .name = "service_dependency.associate",
	  .summary = "Say that services depend on others.",
	  .method = "POST", .path = "/service_dependencies/associate",
	  .result = RESULT_LIST, .member = "relationships",
	  .retry = RETRY_UNSENT,
	  .params = one_or_several,
	  .returns = "An array of dependencies." },

	{ .name = "service_dependency.disassociate",
	  .summary = "Take back that services depend on others.",
	  .method = "POST", .path = "/service_dependencies/disassociate",
	  .result = RESULT_LIST, .member = "relationships",
	  .retry = RETRY_UNSENT,
	  .params = one_or_several,
	  .returns = "An array of the dependencies that were removed." },

	{ .name = "service_dependency.find_business",
	  .summary = "List what a business service depends on, and what depends on it.",
	  LIST("/service_dependencies/business_services/{entity_id}", "relationships"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_BUSINESS_SERVICE, "The business service.", .example = "\"P1L1YEE\"")),
	  .returns = "An array of dependencies." },

	{ .name = "service_dependency.find_technical",
	  .summary = "List what a service depends on, and what depends on it.",
	  LIST("/service_dependencies/technical_services/{entity_id}", "relationships"),
	  .params = PARAMS(&service_id),
	  .returns = "An array of dependencies." },
};
/* clang-format on */

TABLE(service_dependency);
