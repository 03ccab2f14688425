/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param name = BODY_VALUE("name", TYPE_STRING, "Name of the template.");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the template.");
static const struct param email_subject = BODY_VALUE("email_subject", TYPE_STRING,
	"Subject of the e-mail.", .wire = "templated_fields/email_subject");
static const struct param email_body = BODY_VALUE("email_body", TYPE_STRING,
	"Text of the e-mail as HTML.", .wire = "templated_fields/email_body");
static const struct param message = BODY_VALUE("message", TYPE_STRING,
	"Text of short messages.", .wire = "templated_fields/message");
static const struct param template_id = PATH_ID_VALUE("entity_id", KIND_TEMPLATE,
	"The template.", .example = "\"PBZUP2B\"");

static const struct operation rows[] = {
	{ .name = "template.create",
	  .summary = "Create a template of status updates.",
	  CREATE("/templates", "template"),
	  .params = PARAMS(
		&from_email,
		BODY("template_type", TYPE_STRING, "Type of the template.", .values = VALUES("status_update")),
		&name, &description, &email_subject, &email_body, &message),
	  .returns = "The template." },

	{ .name = "template.delete",
	  .summary = "Delete a template.",
	  DELETE("/templates/{entity_id}"),
	  .params = PARAMS(&from_email, &template_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "template.find",
	  .summary = "List templates.",
	  LIST("/templates", "templates"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only templates whose name or description matches this text."),
		QUERY("template_type", TYPE_STRING, "Only templates of this type.",
			.initial = "\"status_update\""),
		QUERY("sort_by", TYPE_STRING, "Order of the list.",
			.values = VALUES("name", "name:asc", "name:desc", "created_at", "created_at:asc", "created_at:desc"), .orders = true),
		&maximum, &partial),
	  .returns = "An array of templates." },

	{ .name = "template.find_fields",
	  .summary = "List the fields that a template can use.",
	  LIST("/templates/fields", "fields"),
	  .returns = "An array of fields." },

	{ .name = "template.get",
	  .summary = "Get a template.",
	  GET("/templates/{entity_id}", "template"),
	  .params = PARAMS(&template_id),
	  .returns = "The template." },

	{ .name = "template.render",
	  .summary = "See what a template makes of an incident.",
	  .method = "POST", .path = "/templates/{entity_id}/render",
	  .retry = RETRY_READ,
	  .outcome = &outcome_rendering,
	  .params = PARAMS(
		&template_id,
		BODY("incident_id", TYPE_STRING, "The incident.", .kind = KIND_INCIDENT),
		BODY("message", TYPE_STRING,
			"Text of the status update.", .wire = "status_update/message"),
		BODY("external", TYPE_STRING, "Values for templates of other types.")),
	  .returns = "`{\"templated_fields\", \"warnings\", \"errors\"}`" },

	{ .name = "template.update",
	  .summary = "Change a template.",
	  UPDATE("/templates/{entity_id}", "template"),
	  .params = PARAMS(
		&from_email, &template_id,
		BODY("template_type", TYPE_STRING, "Type of the template.",
			.values = VALUES("status_update"), .example = "\"status_update\""),
		&name, &description, &email_subject, &email_body, &message),
	  .returns = "The template." },
};
/* clang-format on */

TABLE(template);
