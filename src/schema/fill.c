/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

/* What is the same at every level of the schema. */
struct filling {
	struct json_object *root;
	struct error *err;
};

static bool fill(
	const struct filling *filling, struct json_object *form, struct json_object *value);

/* Adds the default of a member that is missing. */
static bool fill_member(const struct filling *filling, struct json_object *property,
	const char *name, struct json_object *value)
{
	struct json_object *initial = json_member(property, "default");
	struct json_object *copy = NULL;

	if (!initial || json_object_object_get_ex(value, name, NULL))
		return true;
	return (!json_object_deep_copy(initial, &copy, NULL) && json_add(value, name, copy)) ||
	       error_memory(filling->err);
}

static bool fill_object(
	const struct filling *filling, struct json_object *properties, struct json_object *value)
{
	json_object_object_foreach(properties, name, inner)
	{
		struct json_object *property = schema_resolve(filling->root, inner);

		if (!fill_member(filling, property, name, value) ||
			!fill(filling, property, json_member(value, name)))
			return false;
	}
	return true;
}

static bool fill_array(
	const struct filling *filling, struct json_object *items, struct json_object *value)
{
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		if (!fill(filling, items, json_object_array_get_idx(value, i)))
			return false;
	}
	return true;
}

/*
 * Fills in the defaults of allOf too. Those of anyOf and oneOf are not used, because it is not
 * known which of the forms is meant.
 */
static bool fill(const struct filling *filling, struct json_object *form, struct json_object *value)
{
	struct json_object *schema = schema_resolve(filling->root, form);
	struct json_object *all = json_member(schema, "allOf");
	struct json_object *properties = json_member(schema, "properties");
	struct json_object *items = json_member(schema, "items");

	for (size_t i = 0; all && i < json_object_array_length(all); i++) {
		if (!fill(filling, json_object_array_get_idx(all, i), value))
			return false;
	}
	if (properties && json_object_is_type(value, json_type_object))
		return fill_object(filling, properties, value);
	if (items && json_object_is_type(value, json_type_array))
		return fill_array(filling, items, value);
	return true;
}

bool schema_fill(struct json_object *schema, struct json_object *value, struct error *err)
{
	const struct filling filling = { schema, err };

	return fill(&filling, schema, value);
}
