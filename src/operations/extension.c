/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param name = BODY_VALUE("name", TYPE_STRING,
	"Name of the extension.", .required = true, .example = "\"My Webhook\"");
static const struct param extension_schema_id = BODY_VALUE("extension_schema_id", TYPE_STRING,
	"What kind of extension it is.",
	.wire = "extension_schema", .required = true, .reference = "extension_schema_reference",
	.kind = KIND_EXTENSION_SCHEMA, .example = "\"PJFWPEP\"");
static const struct param service_ids = BODY_VALUE("service_ids", TYPE_LIST,
	"The services of the extension.",
	.wire = "extension_objects[]", .required = true, .reference = "service_reference", .kind = KIND_SERVICE,
	.example = "[\"PIJ90N7\"]");
static const struct param endpoint_url = BODY_VALUE("endpoint_url", TYPE_STRING,
	"Web address to which the extension sends.");
static const struct param config = BODY_VALUE("config", TYPE_OBJECT,
	"Settings, depending on the kind of extension.");
static const struct param extension_id = PATH_ID_VALUE("entity_id", KIND_EXTENSION,
	"The extension.", .example = "\"PPGBFA5\"");

static const struct operation rows[] = {
	{ .name = "extension.create",
	  .summary = "Create an extension, which tells another system about the incidents of services.",
	  CREATE("/extensions", "extension"),
	  .constant = "{\"type\":\"extension\"}",
	  .params = PARAMS(&from_email, &name, &extension_schema_id, &service_ids, &endpoint_url, &config),
	  .returns = "The extension." },

	{ .name = "extension.delete",
	  .summary = "Delete an extension.",
	  DELETE("/extensions/{entity_id}"),
	  .params = PARAMS(&from_email, &extension_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "extension.enable",
	  .summary = "Turn an extension on again that PagerDuty turned off for a while.",
	  .method = "POST", .path = "/extensions/{entity_id}/enable",
	  .result = RESULT_MEMBER, .member = "extension",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &extension_id),
	  .returns = "The extension." },

	{ .name = "extension.find",
	  .summary = "List extensions.",
	  LIST("/extensions", "extensions"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only extensions whose name matches this text."),
		QUERY("extension_object_id", TYPE_STRING, "Only extensions of this service.",
			.kind = KIND_SERVICE),
		QUERY("extension_schema_id", TYPE_STRING, "Only extensions of this kind.",
			.kind = KIND_EXTENSION_SCHEMA),
		QUERY("include", TYPE_LIST, "Details to include: extension_objects, extension_schemas.",
			.values = VALUES("extension_objects", "extension_schemas")),
		&maximum, &partial),
	  .returns = "An array of extensions." },

	{ .name = "extension.get",
	  .summary = "Get an extension.",
	  GET("/extensions/{entity_id}", "extension"),
	  .params = PARAMS(
		&extension_id,
		QUERY("include", TYPE_LIST,
			"Details to include: extension_schemas, extension_objects, temporarily_disabled.",
			.values = VALUES("extension_schemas", "extension_objects", "temporarily_disabled"))),
	  .returns = "The extension." },

	{ .name = "extension.update",
	  .summary = "Change an extension.",
	  UPDATE("/extensions/{entity_id}", "extension"),
	  .constant = "{\"type\":\"extension\"}",
	  .params = PARAMS(
		&from_email, &extension_id, &name, &extension_schema_id, &service_ids, &endpoint_url, &config),
	  .returns = "The extension." },
};
/* clang-format on */

TABLE(extension);
