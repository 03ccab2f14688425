/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param enabled = BODY_VALUE("enabled", TYPE_BOOLEAN, "Whether it is enabled.");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the type.", .most = 1000);
static const struct param incident_type_id = PATH_ID_VALUE("entity_id", KIND_INCIDENT_TYPE,
	"The incident type.", .example = "\"PT12345\"");
static const struct param description_of_field = BODY_VALUE("description", TYPE_STRING,
	"Description of the field.", .most = 1000);
static const struct param field_enabled = BODY_VALUE("enabled", TYPE_BOOLEAN,
	"Whether it is enabled.");
static const struct param default_value = BODY_VALUE("default_value", TYPE_STRING,
	"Default value of the field.");
static const struct param field_id = PATH_ID_VALUE("field_id", KIND_NONE,
	"The custom field.", .example = "\"PF1234\"");
static const struct param choice = BODY_VALUE("value", TYPE_STRING,
	"The choice.", .wire = "data/value", .required = true, .example = "\"option_1\"");
static const struct param option_id = PATH_ID_VALUE("field_option_id", KIND_NONE,
	"The choice.", .example = "\"OPT1\"");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include: field_options.", .values = VALUES("field_options"));

static const struct operation rows[] = {
	{ .name = "incident_type.create",
	  .summary = "Create a type of incidents.",
	  CREATE("/incidents/types", "incident_type"),
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING,
			"Name of the type. It cannot be changed later, and must not end in "
			"_default.",
			.required = true, .most = 50, .example = "\"fraud_incident\""),
		BODY("display_name", TYPE_STRING, "Name that people see.",
			.required = true, .most = 50, .example = "\"Fraud Incident\""),
		BODY("parent_type", TYPE_STRING, "The parent type: its id or its name.",
			.required = true, .example = "\"incident_default\""),
		&enabled, &description),
	  .returns = "The incident type." },

	{ .name = "incident_type.create_custom_field",
	  .summary = "Create a custom field of an incident type.",
	  CREATE("/incidents/types/{entity_id}/custom_fields", "field"),
	  .constant = "{\"field_options\":[{\"data\":{\"data_type\":\"string\"}}]}",
	  .params = PARAMS(
		&from_email, &incident_type_id,
		BODY("name", TYPE_STRING,
			"Name of the field in documents. It cannot be changed later.",
			.required = true, .most = 50, .example = "\"custom_field_1\""),
		BODY("display_name", TYPE_STRING, "Name of the field that people see.",
			.required = true, .most = 50, .example = "\"Custom Field 1\""),
		BODY("data_type", TYPE_STRING,
			"Type of the values: boolean, integer, float, string, datetime or url.",
			.required = true, .example = "\"string\""),
		BODY("field_type", TYPE_STRING,
			"Whether the field has one value or several, and whether any values or "
			"only those of field_options.",
			.required = true,
			.values = VALUES("single_value", "single_value_fixed", "multi_value", "multi_value_fixed"),
			.example = "\"single_value\""),
		&description_of_field, &field_enabled,
		BODY("options", TYPE_LIST, "The choices, if field_type ends in _fixed.",
			.wire = "field_options[]/data/value"),
		&default_value),
	  .returns = "The custom field." },

	{ .name = "incident_type.create_field_option",
	  .summary = "Add a choice to a custom field of an incident type.",
	  CREATE("/incidents/types/{entity_id}/custom_fields/{field_id}/field_options", "field_option"),
	  .constant = "{\"data\":{\"data_type\":\"string\"}}",
	  .params = PARAMS(&from_email, &incident_type_id, &field_id, &choice),
	  .returns = "The choice." },

	{ .name = "incident_type.delete_custom_field",
	  .summary = "Delete a custom field of an incident type.",
	  DELETE("/incidents/types/{entity_id}/custom_fields/{field_id}"),
	  .params = PARAMS(&from_email, &incident_type_id, &field_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident_type.delete_field_option",
	  .summary = "Delete a choice of a custom field of an incident type.",
	  DELETE("/incidents/types/{entity_id}/custom_fields/{field_id}/field_options/{field_option_id}"),
	  .params = PARAMS(&from_email, &incident_type_id, &field_id, &option_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident_type.find",
	  .summary = "List the types of incidents.",
	  LIST("/incidents/types", "incident_types"),
	  .params = PARAMS(
		QUERY("filter", TYPE_STRING,
			"Which types: enabled, disabled or all. The default is enabled.",
			.values = VALUES("enabled", "disabled", "all"))),
	  .returns = "An array of incident types." },

	{ .name = "incident_type.find_custom_fields",
	  .summary = "List the custom fields of an incident type.",
	  LIST("/incidents/types/{entity_id}/custom_fields", "fields"),
	  .params = PARAMS(&incident_type_id, &include),
	  .returns = "An array of custom fields." },

	{ .name = "incident_type.find_field_options",
	  .summary = "List the choices of a custom field of an incident type.",
	  LIST("/incidents/types/{entity_id}/custom_fields/{field_id}/field_options", "field_options"),
	  .params = PARAMS(&incident_type_id, &field_id),
	  .returns = "An array of choices." },

	{ .name = "incident_type.get",
	  .summary = "Get an incident type.",
	  GET("/incidents/types/{entity_id}", "incident_type"),
	  .params = PARAMS(&incident_type_id),
	  .returns = "The incident type." },

	{ .name = "incident_type.get_custom_field",
	  .summary = "Get a custom field of an incident type.",
	  GET("/incidents/types/{entity_id}/custom_fields/{field_id}", "field"),
	  .params = PARAMS(&incident_type_id, &field_id, &include),
	  .returns = "The custom field." },

	{ .name = "incident_type.get_field_option",
	  .summary = "Get a choice of a custom field of an incident type.",
	  GET("/incidents/types/{entity_id}/custom_fields/{field_id}/field_options/{field_option_id}", "field_option"),
	  .params = PARAMS(&incident_type_id, &field_id, &option_id),
	  .returns = "The choice." },

	{ .name = "incident_type.update",
	  .summary = "Change an incident type.",
	  UPDATE("/incidents/types/{entity_id}", "incident_type"),
	  .params = PARAMS(
		&from_email, &incident_type_id,
		BODY("display_name", TYPE_STRING, "New name that people see.",
			.most = 50, .example = "\"Major Incident\""),
		&enabled, &description),
	  .returns = "The incident type." },

	{ .name = "incident_type.update_custom_field",
	  .summary = "Change a custom field of an incident type.",
	  UPDATE("/incidents/types/{entity_id}/custom_fields/{field_id}", "field"),
	  .params = PARAMS(
		&from_email, &incident_type_id, &field_id,
		BODY("display_name", TYPE_STRING, "New name of the field that people see.",
			.most = 50, .example = "\"Custom Field 1\""),
		&description_of_field, &field_enabled,
		BODY("field_options", TYPE_OBJECTS,
			"The choices: objects with data. An object with id changes an existing "
			"choice."),
		&default_value),
	  .returns = "The custom field." },

	{ .name = "incident_type.update_field_option",
	  .summary = "Change a choice of a custom field of an incident type.",
	  UPDATE("/incidents/types/{entity_id}/custom_fields/{field_id}/field_options/{field_option_id}", "field_option"),
	  .constant = "{\"data\":{\"data_type\":\"string\"}}",
	  .params = PARAMS(&from_email, &incident_type_id, &field_id, &option_id, &choice),
	  .returns = "The choice." },
};
/* clang-format on */

TABLE(incident_type);
