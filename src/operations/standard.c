/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "standard.find",
	  .summary = "List the standards that services are held to.",
	  LIST("/standards", "standards"),
	  .params = PARAMS(
		QUERY("active", TYPE_BOOLEAN, "Only standards that are applied, or only those that are not."),
		QUERY("resource_type", TYPE_STRING, "Only standards for things of this kind.",
			.values = VALUES("technical_service"))),
	  .returns = "An array of standards." },

	{ .name = "standard.find_scores",
	  .summary = "Get how far services meet the standards.",
	  LIST("/standards/scores/{resource_type}", "resources"),
	  .params = PARAMS(
		PATH_ID("resource_type", KIND_NONE, "Kind of the things that are scored.",
			.values = VALUES("technical_services"), .example = "\"technical_services\""),
		QUERY("ids", TYPE_LIST, "The services, 100 at most.",
			.required = true, .bare = true, .kind = KIND_SERVICE, .example = "[\"PIJ90N7\"]")),
	  .returns = "An array of scores, one object a service." },

	{ .name = "standard.get_score",
	  .summary = "Get how far a service meets the standards.",
	  .method = "GET", .path = "/standards/scores/{resource_type}/{entity_id}",
	  .params = PARAMS(
		PATH_ID("resource_type", KIND_NONE, "Kind of the thing that is scored.",
			.values = VALUES("technical_services"), .example = "\"technical_services\""),
		&service_id),
	  .returns = "The score." },

	{ .name = "standard.update",
	  .summary = "Change a standard: whether it is applied, and to what.",
	  .method = "PUT", .path = "/standards/{entity_id}",
	  .params = PARAMS(
		&from_email,
		PATH_ID("entity_id", KIND_STANDARD, "The standard.",
			.example = "\"01CXX38Q0U8XKHO4LNKXUJTBFG\""),
		BODY("active", TYPE_BOOLEAN, "Whether it is applied."),
		BODY("description", TYPE_STRING, "What the standard asks for."),
		BODY("regex", TYPE_STRING,
			"Regular expression that a text must match, for a standard of that kind.",
			.wire = "values/regex"),
		BODY("inclusion_ids", TYPE_LIST, "The only services that it applies to.",
			.wire = "inclusions[]", .reference = "technical_service_reference", .kind = KIND_SERVICE),
		BODY("exclusion_ids", TYPE_LIST, "The services that it does not apply to.",
			.wire = "exclusions[]", .reference = "technical_service_reference", .kind = KIND_SERVICE)),
	  .returns = "The standard." },
};
/* clang-format on */

TABLE(standard);
