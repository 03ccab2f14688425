/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param entity_type = PATH_ID_VALUE("entity_type", KIND_NONE, "Kind of the thing.",
	.values = VALUES("users", "teams", "escalation_policies"), .example = "\"users\"");
static const struct param tagged_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The user, team or escalation policy.", .kind_by = "entity_type", .example = "\"PXPGF42\"");
static const struct param tag_id = PATH_ID_VALUE("entity_id", KIND_TAG, "The tag.", .example = "\"P5IYCNZ\"");

static const struct operation rows[] = {
	{ .name = "tag.assign",
	  .summary = "Put tags on a user, team or escalation policy, or take them off.",
	  .method = "POST", .path = "/{entity_type}/{entity_id}/change_tags",
	  .result = RESULT_SUCCESS,
	  .retry = RETRY_UNSENT,
	  .constant = "{\"add\":[{\"type\":\"tag\"}]}",
	  .params = PARAMS(
		&from_email, &entity_type, &tagged_id,
		BODY("add_labels", TYPE_LIST,
			"Labels of tags to add; a tag that does not exist is created.",
			.wire = "add[]/label", .example = "[\"Batman\"]"),
		BODY("add_ids", TYPE_LIST, "Ids of tags to add.",
			.wire = "add[]", .reference = "tag_reference", .kind = KIND_TAG),
		BODY("remove_ids", TYPE_LIST, "Ids of tags to remove.",
			.wire = "remove[]", .reference = "tag_reference", .kind = KIND_TAG)),
	  .returns = "`{\"success\": true}`" },

	{ .name = "tag.create",
	  .summary = "Create a tag.",
	  CREATE("/tags", "tag"),
	  .constant = "{\"type\":\"tag\"}",
	  .params = PARAMS(
		&from_email,
		BODY("label", TYPE_STRING, "Label of the tag.",
			.required = true, .most = 191, .example = "\"Batman\"")),
	  .returns = "The tag." },

	{ .name = "tag.delete",
	  .summary = "Delete a tag.",
	  DELETE("/tags/{entity_id}"),
	  .params = PARAMS(&from_email, &tag_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "tag.find",
	  .summary = "List tags.",
	  LIST("/tags", "tags"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only tags whose label matches this text."),
		&maximum, &partial),
	  .returns = "An array of tags." },

	{ .name = "tag.find_entities",
	  .summary = "List the users, teams or escalation policies that have a tag.",
	  LIST("/tags/{entity_id}/{entity_type}", "{entity_type}"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&tag_id, &entity_type, &maximum_all, &partial),
	  .returns = "An array of references." },

	{ .name = "tag.find_for_entity",
	  .summary = "List the tags of a user, team or escalation policy.",
	  LIST("/{entity_type}/{entity_id}/tags", "tags"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&entity_type, &tagged_id, &maximum_all, &partial),
	  .returns = "An array of tags." },

	{ .name = "tag.get",
	  .summary = "Get a tag.",
	  GET("/tags/{entity_id}", "tag"),
	  .params = PARAMS(&tag_id),
	  .returns = "The tag." },
};
/* clang-format on */

TABLE(tag);
