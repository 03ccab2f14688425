/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

static void drop_defaults(struct json_object *form);

/*
 * Drops defaults in the members or the definitions of a form. Definitions lose all defaults,
 * because a member of any name may refer to them.
 */
static void drop_defaults_in(struct json_object *map, bool members)
{
	json_object_object_foreach(map, name, inner)
	{
		if (json_member(inner, "default") && (!members || strcmp(name, "type") != 0))
			json_object_object_del(inner, "default");
		drop_defaults(inner);
	}
}

/*
 * Drops all defaults except those of members named "type". The recursion is as deep as the schema.
 */
static void drop_defaults(struct json_object *form)
{
	if (!json_object_is_type(form, json_type_object))
		return;
	json_object_object_foreach(form, name, value)
	{
		const struct keyword *keyword = schema_keyword(name);

		if (keyword->holds == HOLDS_SCHEMA)
			drop_defaults(value);
		if (keyword->holds == HOLDS_MAP)
			drop_defaults_in(value, !strcmp(name, "properties"));
		for (size_t i = 0;
			keyword->holds == HOLDS_SCHEMAS && i < json_object_array_length(value); i++)
			drop_defaults(json_object_array_get_idx(value, i));
	}
}

/* Drops all required members except type, which says what kind of thing is changed. */
static bool require_only_type(struct json_object *update)
{
	struct json_object *names = json_member(update, "required");
	struct json_object *kept = json_object_new_array();

	for (size_t i = 0; i < json_object_array_length(names); i++) {
		struct json_object *name = json_object_array_get_idx(names, i);

		if (!strcmp(json_object_get_string(name), "type") &&
			!json_append(kept, json_object_get(name))) {
			json_object_put(kept);
			return false;
		}
	}
	return json_add(update, "required", kept);
}

struct json_object *schema_for_update(struct json_object *schema)
{
	struct json_object *update = NULL;

	if (json_object_deep_copy(schema, &update, NULL))
		return NULL;
	if (json_member(update, "required") && !require_only_type(update)) {
		json_object_put(update);
		return NULL;
	}
	drop_defaults(update);
	return update;
}
