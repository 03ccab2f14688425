/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

static struct json_object *convert(struct json_object *root, struct json_object *form);

/*
 * Returns whether a keyword has the same meaning in StackStorm, which checks metadata against draft
 * 4 with the `required` of draft 3 (st2common/util/schema/custom.json).
 */
static bool is_same_in_stackstorm(const char *name)
{
	static const char *const names[] = { "default", "description", "enum", "maxItems",
		"maxLength", "maximum", "minItems", "minLength", "minimum", "multipleOf", "type",
		"uniqueItems" };

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

static bool add_properties(struct json_object *out, struct json_object *root,
	struct json_object *schema, struct json_object *properties)
{
	struct json_object *all = json_object_new_object();

	if (!json_add(out, "properties", all))
		return false;
	json_object_object_foreach(properties, name, property)
	{
		struct json_object *converted = convert(root, property);

		if (!json_add(all, name, converted))
			return false;
		/* StackStorm regards a member with a default as given; the program fills it in. */
		if (is_required(schema, name) &&
			!json_add(converted, "required", json_object_new_boolean(true)))
			return false;
	}
	return true;
}

static bool add_forms(struct json_object *out, struct json_object *root, const char *name,
	struct json_object *forms)
{
	struct json_object *all = json_object_new_array();

	if (!json_add(out, name, all))
		return false;
	for (size_t i = 0; i < json_object_array_length(forms); i++) {
		if (!json_append(all, convert(root, json_object_array_get_idx(forms, i))))
			return false;
	}
	return true;
}

static bool add_const(struct json_object *out, struct json_object *value)
{
	struct json_object *values = json_object_new_array();

	return json_add(out, "enum", values) &&
	       !json_object_array_add(values, json_object_get(value));
}

/*
 * Adds a keyword, unless only the program can check it. StackStorm checks `format` differently. A
 * schema below `not` would refuse more after it has lost keywords. For the same reason oneOf
 * becomes anyOf.
 */
static bool add_keyword(struct json_object *out, struct json_object *root,
	struct json_object *schema, const char *name, struct json_object *value)
{
	if (is_same_in_stackstorm(name))
		return json_add(out, name, json_object_get(value));
	if (!strcmp(name, "properties"))
		return add_properties(out, root, schema, value);
	if (!strcmp(name, "items"))
		return json_add(out, name, convert(root, value));
	if (!strcmp(name, "allOf") || !strcmp(name, "anyOf"))
		return add_forms(out, root, name, value);
	if (!strcmp(name, "oneOf"))
		return add_forms(out, root, "anyOf", value);
	return strcmp(name, "const") != 0 || add_const(out, value);
}

static struct json_object *convert(struct json_object *root, struct json_object *form)
{
	scoped(json_put_at) struct json_object *out = json_object_new_object();
	struct json_object *schema = schema_resolve(root, form);

	if (!out || !json_object_is_type(schema, json_type_object))
		return steal(out);
	json_object_object_foreach(schema, name, value)
	{
		if (!add_keyword(out, root, schema, name, value))
			return NULL;
	}
	return steal(out);
}

struct json_object *schema_for_stackstorm(struct json_object *schema)
{
	return schema ? convert(schema, schema) : NULL;
}
