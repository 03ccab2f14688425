/* SPDX-License-Identifier: Apache-2.0 */
#include "config/scalar.h"

#include "yaml/reader.h"
#include "json/json.h"

#include <math.h>
#include <stdlib.h>
#include <strings.h>

bool config_is_set(struct json_object *value)
{
	return value && !yaml_is_null(value) &&
	       !(json_object_is_type(value, json_type_string) &&
		       !json_object_get_string_len(value));
}

int config_read_flag(struct json_object *value)
{
	static const char *const yes[] = { "true", "yes", "on" }, *const no[] = { "false", "no",
		"off" };
	const struct yaml_place *place = yaml_place(value);

	if (json_object_is_type(value, json_type_boolean))
		return json_object_get_boolean(value);
	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return -1;
	for (size_t i = 0; i < COUNT(yes); i++) {
		if (!strcasecmp(json_object_get_string(value), yes[i]))
			return 1;
		if (!strcasecmp(json_object_get_string(value), no[i]))
			return 0;
	}
	return -1;
}

double config_read_number(struct json_object *value)
{
	const struct yaml_place *place = yaml_place(value);
	char *end;

	if (json_is_number(value))
		return json_object_get_double(value);
	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return NAN;
	double number = strtod(json_object_get_string(value), &end);
	return *end || end == json_object_get_string(value) ? NAN : number;
}
