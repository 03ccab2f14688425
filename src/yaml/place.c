/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/place.h"

#include <stdlib.h>
#include <string.h>

static void free_place(struct json_object *value, void *place)
{
	(void)value;
	free(place);
}

struct yaml_place *yaml_place(struct json_object *value)
{
	/*
	 * Only values that were read from YAML have a place. json-c uses the same field for the
	 * digits of a number, but no value that was read from YAML is a number.
	 */
	return value && !json_object_is_type(value, json_type_double)
		       ? json_object_get_userdata(value)
		       : NULL;
}

bool yaml_is_null(struct json_object *value)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };
	const struct yaml_place *place = yaml_place(value);

	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return false;
	for (size_t i = 0; i < COUNT(nulls); i++) {
		if (!strcmp(json_object_get_string(value), nulls[i]))
			return true;
	}
	return false;
}

bool yaml_place_set(struct json_object *value, const struct yaml_place *place)
{
	struct yaml_place *own = malloc(sizeof(*own));

	if (!own)
		return false;
	*own = *place;
	json_object_set_userdata(value, own, free_place);
	return true;
}
