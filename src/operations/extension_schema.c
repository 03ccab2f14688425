/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "extension_schema.find",
	  .summary = "List the kinds of extensions that there are.",
	  LIST("/extension_schemas", "extension_schemas"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&maximum, &partial),
	  .returns = "An array of extension schemas." },

	{ .name = "extension_schema.get",
	  .summary = "Get a kind of extension.",
	  GET("/extension_schemas/{entity_id}", "extension_schema"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_EXTENSION_SCHEMA, "The extension schema.", .example = "\"PJFWPEP\"")),
	  .returns = "The extension schema." },
};
/* clang-format on */

TABLE(extension_schema);
