/* SPDX-License-Identifier: Apache-2.0 */
#include "schema.h"

#include "json.h"

#include <string.h>

/* What means the same to StackStorm, which checks metadata against draft 4 with `required` of draft 3. */
static bool is_taken_over(const char *name)
{
	static const char *const names[] = { "description", "default", "enum", "type", "minimum",
		"maximum", "minLength", "maxLength", "minItems", "maxItems" };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (!strcmp(names[i], name))
			return true;
	}
	return false;
}

static bool is_required(struct json_object *schema, const char *name)
{
	struct json_object *names = json_member(schema, "required");

	for (size_t i = 0; names && i < json_object_array_length(names); i++) {
		if (!strcmp(json_object_get_string(json_object_array_get_idx(names, i)), name))
			return true;
	}
	return false;
}

static bool add_properties(
	struct json_object *out, struct json_object *schema, struct json_object *properties)
{
	struct json_object *all = json_object_new_object();

	if (!json_add(out, "properties", all))
		return false;
	json_object_object_foreach(properties, name, property)
	{
		struct json_object *converted = schema_for_stackstorm(property);

		if (!json_add(all, name, converted))
			return false;
		/* A default satisfies `required` there, but is filled in here. */
		if (is_required(schema, name) &&
			!json_add(converted, "required", json_object_new_boolean(true)))
			return false;
	}
	return true;
}

struct json_object *schema_for_stackstorm(struct json_object *schema)
{
	scoped(json_put_at) struct json_object *out = json_object_new_object();
	struct json_object *properties = json_member(schema, "properties");
	struct json_object *items = json_member(schema, "items");

	if (!out || !schema)
		return NULL;
	json_object_object_foreach(schema, name, value)
	{
		if (is_taken_over(name) && !json_add(out, name, json_object_get(value)))
			return NULL;
	}
	if (properties && !add_properties(out, schema, properties))
		return NULL;
	if (items && !json_add(out, "items", schema_for_stackstorm(items)))
		return NULL;
	return steal(out);
}
