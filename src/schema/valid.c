/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

enum { DEEPEST = 32 }; /* levels of schemas; a deeper schema must contain a circular reference */

/* The part of a schema that is being checked. */
struct walk {
	struct json_object *root, *schema;
	const struct schema_place *place;
	int depth;
	struct error *err;
};

static bool is_valid(const struct walk *walk);

static bool refuse(const struct walk *walk, const char *what)
{
	scoped(text_done) struct text where = TEXT(TEXT_ANY);

	schema_add_place(&where, walk->place);
	return error_set(walk->err, ERROR_INTERNAL, 0, "%s: %s", text_string(&where), what);
}

static bool is_inner_valid(
	const struct walk *walk, struct json_object *schema, const char *name, size_t index)
{
	const struct schema_place place = { walk->place, name, index };
	struct walk inner = *walk;

	inner.schema = schema;
	inner.place = &place;
	inner.depth++;
	return is_valid(&inner);
}

/* Checks a schema at the place of the walk. */
static bool is_part_valid(const struct walk *walk, struct json_object *schema)
{
	struct walk inner = *walk;

	inner.schema = schema;
	inner.depth++;
	return is_valid(&inner);
}

static bool is_map_valid(const struct walk *walk, struct json_object *map)
{
	if (!json_object_is_type(map, json_type_object))
		return refuse(walk, "must be an object of schemas");
	json_object_object_foreach(map, name, schema)
	{
		if (!is_inner_valid(walk, schema, name, 0))
			return false;
	}
	return true;
}

static bool is_filled_array(struct json_object *value)
{
	return json_object_is_type(value, json_type_array) && json_object_array_length(value);
}

static bool are_schemas_valid(const struct walk *walk, struct json_object *schemas)
{
	if (!is_filled_array(schemas))
		return refuse(walk, "must be an array of schemas");
	for (size_t i = 0; i < json_object_array_length(schemas); i++) {
		if (!is_inner_valid(walk, json_object_array_get_idx(schemas, i), NULL, i))
			return false;
	}
	return true;
}

/* Checks the names in `required`. If there are properties, each name must be one of them. */
static bool are_names_valid(const struct walk *walk, struct json_object *names)
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

static bool are_types_valid(const struct walk *walk, struct json_object *types)
{
	bool valid = is_type_name(types) || is_filled_array(types);

	for (size_t i = 0; is_filled_array(types) && i < json_object_array_length(types); i++)
		valid = valid && is_type_name(json_object_array_get_idx(types, i));
	return valid || refuse(walk, "must be a type, or an array of types");
}

/* Checks that a default or an enum value passes the schema that contains it. */
static bool is_value_valid(const struct walk *walk, struct json_object *value)
{
	struct schema_tally tally = { 0 };
	const struct schema_subject subject = { walk->root, walk->schema, value, walk->place,
		&tally };

	schema_check_against(walk->schema, &subject);
	return !tally.problems || refuse(walk, "is refused by the schema it is in");
}

static bool are_values_valid(const struct walk *walk, struct json_object *values)
{
	if (!is_filled_array(values))
		return refuse(walk, "must be an array of values");
	for (size_t i = 0; i < json_object_array_length(values); i++) {
		if (!is_value_valid(walk, json_object_array_get_idx(values, i)))
			return false;
	}
	return true;
}

static bool is_number_valid(
	const struct walk *walk, struct json_object *value, enum keyword_holds holds)
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

/* Checks that a keyword has the right kind of value. walk->place is the keyword. */
static bool has_right_value(
	const struct walk *walk, struct json_object *value, enum keyword_holds holds)
{
	switch (holds) {
	case HOLDS_ANY:
		return true;
	case HOLDS_COUNT:
	case HOLDS_NUMBER:
	case HOLDS_STEP:
		return is_number_valid(walk, value, holds);
	case HOLDS_FLAG:
		return json_object_is_type(value, json_type_boolean) ||
		       refuse(walk, "must be a boolean");
	case HOLDS_FORMAT:
		return (json_object_is_type(value, json_type_string) &&
			       schema_is_format(json_object_get_string(value))) ||
		       refuse(walk, "is a format that the checker does not know");
	case HOLDS_MAP:
		return is_map_valid(walk, value);
	case HOLDS_NAMES:
		return are_names_valid(walk, value);
	case HOLDS_REFERENCE: {
		struct json_object *target = schema_resolve(walk->root, walk->schema);

		return target ? is_part_valid(walk, target) : refuse(walk, "leads nowhere");
	}
	case HOLDS_SCHEMA:
		return is_part_valid(walk, value);
	case HOLDS_SCHEMAS:
		return are_schemas_valid(walk, value);
	case HOLDS_TEXT:
		return json_object_is_type(value, json_type_string) ||
		       refuse(walk, "must be a text");
	case HOLDS_TYPES:
		return are_types_valid(walk, value);
	case HOLDS_VALUE:
		return is_value_valid(walk, value);
	case HOLDS_VALUES:
		return are_values_valid(walk, value);
	}
	return false;
}

static bool is_valid(const struct walk *walk)
{
	if (walk->depth > DEEPEST)
		return refuse(walk, "is nested too deeply, or refers to what holds it");
	if (json_object_is_type(walk->schema, json_type_boolean))
		return true;
	if (!json_object_is_type(walk->schema, json_type_object))
		return refuse(walk, "is not a schema");
	/*
	 * Walk twice: defaults and enum values can be checked only against a schema that is known
	 * to be valid.
	 */
	for (int values = 0; values < 2; values++) {
		json_object_object_foreach(walk->schema, name, value)
		{
			const struct keyword *keyword = schema_keyword(name);
			const struct schema_place place = { walk->place, name, 0 };
			struct walk at = *walk;

			at.place = &place;
			if (!keyword)
				return refuse(&at, "is a keyword that the checker does not know");
			bool last = keyword->holds == HOLDS_VALUE || keyword->holds == HOLDS_VALUES;
			if (last == values && !has_right_value(&at, value, keyword->holds))
				return false;
		}
	}
	return true;
}

bool schema_is_valid(struct json_object *schema, struct error *err)
{
	const struct schema_place top = { .name = "" };
	const struct walk walk = { schema, schema, &top, 0, err };

	return is_valid(&walk);
}
