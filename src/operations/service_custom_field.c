/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the field.", .most = 1000);
static const struct param enabled = BODY_VALUE("enabled", TYPE_BOOLEAN, "Whether it is enabled.");
static const struct param field_id = PATH_ID_VALUE("field_id", KIND_NONE,
	"The custom field.", .example = "\"PF1234\"");
static const struct param custom_field_id = PATH_ID_VALUE("entity_id", KIND_NONE,
	"The custom field.", .example = "\"PF1234\"");
static const struct param field_option_id = PATH_ID_VALUE("field_option_id", KIND_NONE,
	"The choice.", .example = "\"OPT1\"");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include: field_options.", .values = VALUES("field_options"));

static const struct operation rows[] = {
	{ .name = "service_custom_field.create",
	  .summary = "Create a custom field of services.",
	  CREATE("/services/custom_fields", "field"),
	  .constant = "{\"field_options\":[{\"data\":{\"data_type\":\"string\"}}]}",
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING,
			"Name of the field in documents. It cannot be changed later.",
			.required = true, .most = 50, .example = "\"environment\""),
		BODY("display_name", TYPE_STRING, "Name of the field that people see.",
			.required = true, .most = 50, .example = "\"Environment\""),
		BODY("data_type", TYPE_STRING,
			"Type of the values: boolean, integer, float, string, datetime or url.",
			.required = true,
			.values = VALUES("boolean", "integer", "float", "string", "datetime", "url"),
			.example = "\"string\""),
		BODY("field_type", TYPE_STRING,
			"Whether the field has one value or several, and whether any values or "
			"only those of field_options.",
			.required = true,
			.values = VALUES("single_value", "single_value_fixed", "multi_value", "multi_value_fixed"),
			.example = "\"single_value_fixed\""),
		&description, &enabled,
		BODY("options", TYPE_LIST, "The choices, if field_type ends in _fixed.",
			.wire = "field_options[]/data/value")),
	  .returns = "The custom field." },

	{ .name = "service_custom_field.create_field_option",
	  .summary = "Add a choice to a custom field of services.",
	  CREATE("/services/custom_fields/{field_id}/field_options", "field_option"),
	  .constant = "{\"data\":{\"data_type\":\"string\"}}",
	  .params = PARAMS(
		&from_email, &field_id,
		BODY("value", TYPE_STRING, "The choice.",
			.wire = "data/value", .required = true, .most = 200, .example = "\"production\"")),
	  .returns = "The choice." },

	{ .name = "service_custom_field.delete",
	  .summary = "Delete a custom field of services.",
	  DELETE("/services/custom_fields/{entity_id}"),
	  .params = PARAMS(&from_email, &custom_field_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "service_custom_field.delete_field_option",
	  .summary = "Delete a choice of a custom field of services.",
	  DELETE("/services/custom_fields/{field_id}/field_options/{field_option_id}"),
	  .params = PARAMS(&from_email, &field_id, &field_option_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "service_custom_field.find",
	  .summary = "List the custom fields of services.",
	  LIST("/services/custom_fields", "fields"),
	  .params = PARAMS(&include),
	  .returns = "An array of custom fields." },

	{ .name = "service_custom_field.find_field_options",
	  .summary = "List the choices of a custom field of services.",
	  LIST("/services/custom_fields/{field_id}/field_options", "field_options"),
	  .params = PARAMS(&field_id),
	  .returns = "An array of choices." },

	{ .name = "service_custom_field.get",
	  .summary = "Get a custom field of services.",
	  GET("/services/custom_fields/{entity_id}", "field"),
	  .params = PARAMS(&custom_field_id, &include),
	  .returns = "The custom field." },

	{ .name = "service_custom_field.get_field_option",
	  .summary = "Get a choice of a custom field of services.",
	  GET("/services/custom_fields/{field_id}/field_options/{field_option_id}", "field_option"),
	  .params = PARAMS(&field_id, &field_option_id),
	  .returns = "The choice." },

	{ .name = "service_custom_field.update",
	  .summary = "Change a custom field of services.",
	  UPDATE("/services/custom_fields/{entity_id}", "field"),
	  .params = PARAMS(
		&from_email, &custom_field_id,
		BODY("display_name", TYPE_STRING, "New name of the field that people see.",
			.most = 50, .example = "\"Production Environment\""),
		&description, &enabled,
		BODY("field_options", TYPE_OBJECTS,
			"The choices: objects with data. An object with id changes an existing "
			"choice.")),
	  .returns = "The custom field." },

	{ .name = "service_custom_field.update_field_option",
	  .summary = "Change a choice of a custom field of services.",
	  UPDATE("/services/custom_fields/{field_id}/field_options/{field_option_id}", "field_option"),
	  .constant = "{\"data\":{\"data_type\":\"string\"}}",
	  .params = PARAMS(
		&from_email, &field_id, &field_option_id,
		BODY("value", TYPE_STRING, "The choice.",
			.wire = "data/value", .required = true, .most = 200, .example = "\"prod\"")),
	  .returns = "The choice." },
};
/* clang-format on */

TABLE(service_custom_field);
