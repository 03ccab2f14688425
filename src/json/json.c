/* SPDX-License-Identifier: Apache-2.0 */
#include "json/json.h"

#include "base/number.h"

#include <string.h>

void json_put_at(struct json_object **object)
{
	json_object_put(*object);
}

struct json_object *json_member(struct json_object *object, const char *name)
{
	struct json_object *member = NULL;

	if (json_object_is_type(object, json_type_object))
		(void)json_object_object_get_ex(object, name, &member);
	return member;
}

const char *json_string(struct json_object *object, const char *name)
{
	struct json_object *member = json_member(object, name);

	return json_object_is_type(member, json_type_string) ? json_object_get_string(member)
							     : NULL;
}

bool json_add(struct json_object *object, const char *name, struct json_object *value)
{
	if (object && value && !json_object_object_add(object, name, value))
		return true;
	json_object_put(value);
	return false;
}

bool json_add_reference(struct json_object *object, const char *name, struct json_object *value)
{
	if (!json_object_object_add(object, name, json_object_get(value)))
		return true;
	json_object_put(value);
	return false;
}

bool json_add_string(struct json_object *object, const char *name, const char *string)
{
	return json_add(object, name, json_object_new_string(string));
}

bool json_add_strings(struct json_object *object, const char *name, const char *const *strings)
{
	struct json_object *list = json_object_new_array();

	if (!json_add(object, name, list))
		return false;
	for (; *strings; strings++) {
		if (!json_append(list, json_object_new_string(*strings)))
			return false;
	}
	return true;
}

bool json_append(struct json_object *array, struct json_object *value)
{
	if (array && value && !json_object_array_add(array, value))
		return true;
	json_object_put(value);
	return false;
}

struct json_object *json_slice(struct json_object *list, size_t start, size_t most)
{
	scoped(json_put_at) struct json_object *part = json_object_new_array();

	for (size_t i = start; i < start + most && i < json_object_array_length(list); i++) {
		if (!json_append(part, json_object_get(json_object_array_get_idx(list, i))))
			return NULL;
	}
	return steal(part);
}

void json_overwrite(const char *bytes, size_t len)
{
	union {
		const char *given;
		char *own;
	} copy = { .given = bytes };

	explicit_bzero(copy.own, len);
}

void json_wipe(struct json_object *value)
{
	if (json_object_is_type(value, json_type_string)) {
		json_overwrite(
			json_object_get_string(value), (size_t)json_object_get_string_len(value));
	} else if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++)
			json_wipe(json_object_array_get_idx(value, i));
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			(void)name;
			json_wipe(member);
		}
	}
}

bool json_is_number(struct json_object *value)
{
	return json_object_is_type(value, json_type_int) ||
	       json_object_is_type(value, json_type_double);
}

const char *json_type_words(struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		return "null";
	case json_type_boolean:
		return "a boolean";
	case json_type_double:
		return number_floor(json_object_get_double(value)) == json_object_get_double(value)
			       ? "a number with a point or an exponent"
			       : "a number with a fraction";
	case json_type_int:
		return "an integer";
	case json_type_object:
		return "an object";
	case json_type_array:
		return "an array";
	case json_type_string:
		return "a string";
	}
	return "a value";
}
