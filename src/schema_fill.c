/* SPDX-License-Identifier: Apache-2.0 */
#include "schema.h"

#include "json.h"

#include <string.h>

/* Adds the default of one member that is not there. */
static bool fill_member(struct json_object *property, const char *name, struct json_object *value,
	struct error *err)
{
	struct json_object *initial = json_member(property, "default");
	struct json_object *copy = NULL;

	if (!initial || json_object_object_get_ex(value, name, NULL))
		return true;
	return (!json_object_deep_copy(initial, &copy, NULL) && json_add(value, name, copy)) ||
	       error_memory(err);
}

static bool fill_object(struct json_object *properties, struct json_object *value, bool only_types,
	struct error *err)
{
	json_object_object_foreach(properties, name, property)
	{
		if ((!only_types || !strcmp(name, "type")) &&
			!fill_member(property, name, value, err))
			return false;
		if (!schema_fill(property, json_member(value, name), only_types, err))
			return false;
	}
	return true;
}

bool schema_fill(
	struct json_object *schema, struct json_object *value, bool only_types, struct error *err)
{
	struct json_object *properties = json_member(schema, "properties");
	struct json_object *items = json_member(schema, "items");

	if (properties && json_object_is_type(value, json_type_object))
		return fill_object(properties, value, only_types, err);
	if (!items || !json_object_is_type(value, json_type_array))
		return true;
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		if (!schema_fill(items, json_object_array_get_idx(value, i), only_types, err))
			return false;
	}
	return true;
}
