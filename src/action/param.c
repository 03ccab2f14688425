/* SPDX-License-Identifier: Apache-2.0 */
#include "action/param.h"

#include "json/json.h"

#include <string.h>

/* Returns whether a parameter names a thing: it has a kind, or it is an id in the path. */
static bool names_thing(const struct param *param)
{
	size_t len = strlen(param->name);

	return param->kind != KIND_NONE ||
	       (param->place == PLACE_PATH && len > 3 && !strcmp(param->name + len - 3, "_id"));
}

bool param_describe(const struct param *param, struct text *out)
{
	(void)text_add(out, param->description);
	if (param->kind_by)
		(void)text_add(out, " Given by id or name.");
	else if (names_thing(param))
		(void)text_addf(out, " Given by %s.", kind_given(param->kind));
	if (param->type == TYPE_TIME)
		(void)text_add(out,
			" In ISO 8601, or as `now`, `+2h`, `-30m`, `tomorrow 09:00 Europe/Paris`.");
	if (param->type == TYPE_DURATION)
		(void)text_add(out, " As `90m`, `2h`, `1d 12h`, or a number of seconds.");
	if (param->required_unless)
		(void)text_addf(out, " Required unless %s is given.", param->required_unless);
	return !out->failed;
}

enum kind param_kind(const struct param *param, struct json_object *values)
{
	return param->kind_by ? kind_of_type(json_string(values, param->kind_by)) : param->kind;
}

const char *param_type_name(enum param_type type)
{
	switch (type) {
	case TYPE_STRING:
	case TYPE_TIME:
	case TYPE_DURATION:
	case TYPE_EMAIL:
		return "string";
	case TYPE_INTEGER:
		return "integer";
	case TYPE_BOOLEAN:
		return "boolean";
	case TYPE_LIST:
	case TYPE_OBJECTS:
		return "array";
	case TYPE_OBJECT:
		return "object";
	}
	return "string";
}
