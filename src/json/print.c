/* SPDX-License-Identifier: Apache-2.0 */
/* json-c can print a tree too, but does not report if memory runs out: it then omits parts. */
#include "json/json.h"

#include <string.h>

/* Adds a number, true, false, null, or a value with its own serializer. */
static bool add_leaf(struct text *out, struct json_object *value)
{
	size_t len = 0;
	const char *printed =
		json_object_to_json_string_length(value, JSON_C_TO_STRING_PLAIN, &len);

	if (!printed || !len)
		out->failed = true;
	else
		(void)text_add_bytes(out, printed, len);
	/* There is no copy for null. */
	if (value && printed && out->secret)
		json_overwrite(printed, len);
	return !out->failed;
}

static bool add_array(struct text *out, struct json_object *array)
{
	size_t count = json_object_array_length(array);

	(void)text_add(out, "[");
	for (size_t i = 0; i < count; i++) {
		(void)text_add(out, i ? "," : "");
		if (!json_print(out, json_object_array_get_idx(array, i)))
			return false;
	}
	return text_add(out, "]");
}

static bool add_object(struct text *out, struct json_object *object)
{
	bool first = true;

	(void)text_add(out, "{");
	json_object_object_foreach(object, name, member)
	{
		(void)text_add(out, first ? "" : ",");
		(void)text_add_quoted(out, name, strlen(name));
		(void)text_add(out, ":");
		if (!json_print(out, member))
			return false;
		first = false;
	}
	return text_add(out, "}");
}

bool json_print(struct text *out, struct json_object *value)
{
	if (json_object_is_type(value, json_type_array))
		return add_array(out, value);
	if (json_object_is_type(value, json_type_string))
		return text_add_quoted(out, json_object_get_string(value),
			(size_t)json_object_get_string_len(value));
	if (json_object_is_type(value, json_type_object) && !json_object_get_userdata(value))
		return add_object(out, value);
	return add_leaf(out, value);
}

size_t json_size(struct json_object *value)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	return json_print(&printed, value) ? printed.len : 0;
}
