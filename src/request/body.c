/* SPDX-License-Identifier: Apache-2.0 */
#include "request/body.h"

#include "base/redact.h"
#include "request/integration_key.h"
#include "request/placing.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

/*
 * Adds the constant members that are plain values. An object or array is added later, if a
 * parameter is placed inside it.
 */
static bool add_constants(struct json_object *body, struct json_object *constant)
{
	json_object_object_foreach(constant, name, value)
	{
		if (placing_is_value(value) && !json_add_reference(body, name, value))
			return false;
	}
	return true;
}

static bool has_body(const struct operation *operation)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->place == PLACE_BODY || param->place == PLACE_DATA ||
			param->place == PLACE_KEY)
			return true;
	}
	return operation->constant != NULL;
}

/* Returns whether a parameter is a member of the body, or of both path and body. */
static bool is_placed(const struct param *param)
{
	return param->place == PLACE_BODY || (param->place == PLACE_PATH && param->wire);
}

/*
 * Returns whether the document in `data` has a member at its top level that this parameter sets
 * too. Otherwise one of the two values would be lost.
 */
static bool is_in_data(const struct param *param, struct json_object *data)
{
	const char *path = param->wire ? param->wire : param->name;
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	return data && text_add_bytes(&name, path, strcspn(path, "[/,")) &&
	       json_member(data, text_string(&name));
}

static bool check_twice(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	const struct param *data = operation_param_of(operation, PLACE_DATA);
	const struct param *param;

	for (size_t i = 0; data && (param = operation_param(operation, i)); i++) {
		if (is_placed(param) && json_member(values, param->name) &&
			is_in_data(param, json_member(values, data->name)))
			error_add_problem(err, "%s is given twice: by itself, and in %s",
				param->name, data->name);
	}
	return error_conclude(err, ERROR_USAGE);
}

/* Remembers every secret text in a value for redaction. Returns false if memory runs out. */
static bool remember_texts(struct json_object *value)
{
	if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			(void)name;
			if (!remember_texts(member))
				return false;
		}
	}
	return !json_object_is_type(value, json_type_string) ||
	       redact_remember(json_object_get_string(value));
}

static bool place_all(const struct operation *operation, struct json_object *values,
	const struct config *config, struct json_object *body, struct json_object *constant,
	struct error *err)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		struct json_object *value = json_member(values, param->name);

		if (param->place == PLACE_KEY) {
			const char *key = NULL;

			if (!integration_key(operation, param, values, config, &key, err))
				return false;
			if (!json_add_string(body, param->wire ? param->wire : param->name, key))
				return error_memory(err);
		}
		if (param->secret && !remember_texts(value))
			return error_memory(err);
		if (value && is_placed(param) && !placing_add(body, param, value, constant, err))
			return false;
	}
	return true;
}

/* Adds "title, urgency": the parameters that can be in the body. */
static bool add_names(struct text *out, const struct operation *operation)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->place == PLACE_BODY &&
			(!text_add(out, out->len ? ", " : "") || !text_add(out, param->name)))
			return false;
	}
	return true;
}

/* PagerDuty would answer an update that changes nothing like any other. */
static bool check_update(
	const struct operation *operation, struct json_object *body, struct error *err)
{
	scoped(text_done) struct text names = TEXT(TEXT_ANY);

	/* The function that the row names may still add to the body. */
	if (operation->run)
		return true;
	json_object_object_foreach(body, name, value)
	{
		(void)value;
		if (strcmp(name, "type") != 0 && strcmp(name, "id") != 0)
			return true;
	}
	if (operation->schema)
		return error_set(err, ERROR_USAGE, 0, "data names nothing to change");
	if (!add_names(&names, operation))
		return error_memory(err);
	return error_set(err, ERROR_USAGE, 0, "nothing to change was given: give one or more of %s",
		text_string(&names));
}

bool body_build(const struct operation *operation, struct json_object *values,
	const struct config *config, struct json_object **out_body, struct error *err)
{
	scoped(json_put_at) struct json_object *constant = NULL;
	scoped(json_put_at) struct json_object *body = NULL;
	const struct param *param = operation_param_of(operation, PLACE_DATA);

	if (!has_body(operation))
		return true;
	if (!check_twice(operation, values, err))
		return false;
	if (param)
		body = json_object_get(json_member(values, param->name));
	if (!body)
		body = json_object_new_object();
	if (!body)
		return error_memory(err);
	if (operation->constant &&
		!json_read(operation->constant, strlen(operation->constant), JSON_DEPTH_PARAMETERS,
			operation->name, ERROR_INTERNAL, &constant, err))
		return false;
	if (constant && !add_constants(body, constant))
		return error_memory(err);
	if (!place_all(operation, values, config, body, constant, err))
		return false;
	if (operation_updates(operation) && !check_update(operation, body, err))
		return false;
	/*
	 * If no parameter of the body was given, PagerDuty wants no body rather than an empty one,
	 * except for a list that is requested by a body.
	 */
	if (json_object_object_length(body) || operation->wrapper ||
		operation->retry == RETRY_READ || (param && json_member(values, param->name)))
		*out_body = steal(body);
	return true;
}
