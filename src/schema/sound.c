/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

enum { DEEPEST = 32 }; /* levels of schemas; more is a reference that comes back to what holds it */

/* Where in a schema the walk is. */
struct sound_walk {
	struct json_object *root, *schema;
	const struct schema_place *place;
	int depth;
	struct error *err;
};

static bool is_sound(const struct sound_walk *walk);

static bool refuse(const struct sound_walk *walk, const char *what)
{
	scoped(text_done) struct text where = TEXT(TEXT_ANY);

	schema_add_place(&where, walk->place);
	return error_set(walk->err, ERROR_INTERNAL, 0, "%s: %s", text_string(&where), what);
}

static bool is_inner_sound(
	const struct sound_walk *walk, struct json_object *schema, const char *name, size_t index)
{
	const struct schema_place place = { walk->place, name, index };
	struct sound_walk inner = *walk;

	inner.schema = schema;
	inner.place = &place;
	inner.depth++;
	return is_sound(&inner);
}

/* A schema that stands where the walk is. */
static bool is_part_sound(const struct sound_walk *walk, struct json_object *schema)
{
	struct sound_walk inner = *walk;

	inner.schema = schema;
	inner.depth++;
	return is_sound(&inner);
}

static bool is_map_sound(const struct sound_walk *walk, struct json_object *map)
{
	if (!json_object_is_type(map, json_type_object))
		return refuse(walk, "must be an object of schemas");
	json_object_object_foreach(map, name, schema)
	{
		if (!is_inner_sound(walk, schema, name, 0))
			return false;
	}
	return true;
}

static bool is_filled_array(struct json_object *value)
{
	return json_object_is_type(value, json_type_array) && json_object_array_length(value);
}

static bool are_schemas_sound(const struct sound_walk *walk, struct json_object *schemas)
{
	if (!is_filled_array(schemas))
		return refuse(walk, "must be an array of schemas");
	for (size_t i = 0; i < json_object_array_length(schemas); i++) {
		if (!is_inner_sound(walk, json_object_array_get_idx(schemas, i), NULL, i))
			return false;
	}
	return true;
}

/* If a schema has properties, a name in `required` that none of them has is a typing error. */
static bool are_names_sound(const struct sound_walk *walk, struct json_object *names)
{
	struct json_object *properties = json_member(walk->schema, "properties");

	if (!json_object_is_type(names, json_type_array))
		return refuse(walk, "must be an array of names");
	for (size_t i = 0; i < json_object_array_length(names); i++) {
		struct json_object *name = json_object_array_get_idx(names, i);

		if (!json_object_is_type(name, json_type_string))
			return refuse(walk, "must be an array of names");
		if (properties &&
			!json_object_object_get_ex(properties, json_object_get_string(name), NULL))
			return refuse(walk, "names what is not in properties");
	}
	return true;
}

static bool is_type_name(struct json_object *name)
{
	return json_object_is_type(name, json_type_string) &&
	       schema_is_type(json_object_get_string(name));
}

static bool are_types_sound(const struct sound_walk *walk, struct json_object *types)
{
	bool sound = is_type_name(types) || is_filled_array(types);

	for (size_t i = 0; is_filled_array(types) && i < json_object_array_length(types); i++)
		sound = sound && is_type_name(json_object_array_get_idx(types, i));
	return sound || refuse(walk, "must be a type, or an array of types");
}

/* Values that a schema gives must themselves be right by it. */
static bool is_value_sound(const struct sound_walk *walk, struct json_object *value)
{
	struct schema_tally tally = { 0 };
	const struct schema_subject subject = { walk->root, walk->schema, value, walk->place,
		&tally };

	schema_check_against(walk->schema, &subject);
	return !tally.problems || refuse(walk, "is refused by the schema it is in");
}

static bool are_values_sound(const struct sound_walk *walk, struct json_object *values)
{
	if (!is_filled_array(values))
		return refuse(walk, "must be an array of values");
	for (size_t i = 0; i < json_object_array_length(values); i++) {
		if (!is_value_sound(walk, json_object_array_get_idx(values, i)))
			return false;
	}
	return true;
}

static bool is_number_sound(
	const struct sound_walk *walk, struct json_object *value, enum keyword_holds holds)
{
	bool whole = json_object_is_type(value, json_type_int);

	if (holds == HOLDS_COUNT)
		return (whole && json_object_get_int64(value) >= 0) ||
		       refuse(walk, "must be an integer from 0");
	if (!whole && !json_object_is_type(value, json_type_double))
		return refuse(walk, "must be a number");
	return holds != HOLDS_STEP || json_object_get_double(value) > 0 ||
	       refuse(walk, "must be above 0");
}

/* Whether a keyword's value is what the keyword holds. walk->place is at the keyword. */
static bool is_held(
	const struct sound_walk *walk, struct json_object *value, enum keyword_holds holds)
{
	switch (holds) {
	case HOLDS_ANY:
		return true;
	case HOLDS_COUNT:
	case HOLDS_NUMBER:
	case HOLDS_STEP:
		return is_number_sound(walk, value, holds);
	case HOLDS_FLAG:
		return json_object_is_type(value, json_type_boolean) ||
		       refuse(walk, "must be a boolean");
	case HOLDS_FORMAT:
		return (json_object_is_type(value, json_type_string) &&
			       schema_is_format(json_object_get_string(value))) ||
		       refuse(walk, "is a format that the checker does not know");
	case HOLDS_MAP:
		return is_map_sound(walk, value);
	case HOLDS_NAMES:
		return are_names_sound(walk, value);
	case HOLDS_REFERENCE: {
		struct json_object *target = schema_resolve(walk->root, walk->schema);

		return target ? is_part_sound(walk, target) : refuse(walk, "leads nowhere");
	}
	case HOLDS_SCHEMA:
		return is_part_sound(walk, value);
	case HOLDS_SCHEMAS:
		return are_schemas_sound(walk, value);
	case HOLDS_TEXT:
		return json_object_is_type(value, json_type_string) ||
		       refuse(walk, "must be a text");
	case HOLDS_TYPES:
		return are_types_sound(walk, value);
	case HOLDS_VALUE:
		return is_value_sound(walk, value);
	case HOLDS_VALUES:
		return are_values_sound(walk, value);
	}
	return false;
}

static bool is_sound(const struct sound_walk *walk)
{
	if (walk->depth > DEEPEST)
		return refuse(walk, "is nested too deeply, or refers to what holds it");
	if (json_object_is_type(walk->schema, json_type_boolean))
		return true;
	if (!json_object_is_type(walk->schema, json_type_object))
		return refuse(walk, "is not a schema");
	/*
	 * Walks twice: defaults and enums can be checked only against a schema that is known to be
	 * sound.
	 */
	for (int values = 0; values < 2; values++) {
		json_object_object_foreach(walk->schema, name, value)
		{
			const struct keyword *keyword = schema_keyword(name);
			const struct schema_place place = { walk->place, name, 0 };
			struct sound_walk at = *walk;

			at.place = &place;
			if (!keyword)
				return refuse(&at, "is a keyword that the checker does not know");
			bool last = keyword->holds == HOLDS_VALUE || keyword->holds == HOLDS_VALUES;
			if (last == values && !is_held(&at, value, keyword->holds))
				return false;
		}
	}
	return true;
}

bool schema_sound(struct json_object *schema, struct error *err)
{
	const struct schema_place top = { .name = "" };
	const struct sound_walk walk = { schema, schema, &top, 0, err };

	return is_sound(&walk);
}
