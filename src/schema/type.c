/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/keyword.h"

#include "base/number.h"
#include "json/json.h"

#include <math.h>
#include <string.h>

/* Returns whether a number has no fraction: 5.0 is an integer too. */
static bool is_integer(struct json_object *value)
{
	double number;

	if (json_object_is_type(value, json_type_int))
		return true;
	number = json_object_is_type(value, json_type_double) ? json_object_get_double(value) : NAN;
	return number_is_whole(number);
}

static bool is_null(struct json_object *value)
{
	return json_object_is_type(value, json_type_null);
}

static bool is_array(struct json_object *value)
{
	return json_object_is_type(value, json_type_array);
}

static bool is_boolean(struct json_object *value)
{
	return json_object_is_type(value, json_type_boolean);
}

static bool is_object(struct json_object *value)
{
	return json_object_is_type(value, json_type_object);
}

static bool is_string(struct json_object *value)
{
	return json_object_is_type(value, json_type_string);
}

static const struct type {
	const char *name, *words;
	bool (*is)(struct json_object *value);
} types[] = {
	{ "array", "an array", is_array },
	{ "boolean", "a boolean", is_boolean },
	{ "integer", "an integer", is_integer },
	{ "null", "null", is_null },
	{ "number", "a number", json_is_number },
	{ "object", "an object", is_object },
	{ "string", "a string", is_string },
};

static const struct type *find_type(const char *name)
{
	for (size_t i = 0; i < COUNT(types); i++) {
		if (!strcmp(types[i].name, name))
			return &types[i];
	}
	return NULL;
}

bool schema_is_type(const char *name)
{
	return find_type(name) != NULL;
}

/* Returns a type of `type`, which is a name or an array of names. Returns NULL past the end. */
static const struct type *type_at(struct json_object *names, size_t index)
{
	if (!is_array(names))
		return index ? NULL : find_type(json_object_get_string(names));
	if (index >= json_object_array_length(names))
		return NULL;
	return find_type(json_object_get_string(json_object_array_get_idx(names, index)));
}

bool schema_has_type(struct json_object *value, struct json_object *names)
{
	const struct type *type;

	for (size_t i = 0; (type = type_at(names, i)); i++) {
		if (type->is(value))
			return true;
	}
	return false;
}

void schema_add_types(struct text *out, struct json_object *names)
{
	const struct type *type;
	size_t said = 0;

	for (size_t i = 0; (type = type_at(names, i)); i++) {
		/* Do not name null: every optional member may be null. */
		if (type->is != is_null)
			(void)text_addf(out, "%s%s", said++ ? " or " : "", type->words);
	}
	if (!said)
		(void)text_add(out, "null");
}
