/* SPDX-License-Identifier: Apache-2.0 */
#include "request/body.h"

#include "request/integration_key.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

/* {"id": id, "type": type}, as PagerDuty refers to what is there already. NULL without memory. */
static struct json_object *reference(struct json_object *id, const char *type)
{
	scoped(json_put_at) struct json_object *object = json_object_new_object();

	if (!json_add(object, "id", json_object_get(id)) || !json_add_string(object, "type", type))
		return NULL;
	return steal(object);
}

static struct json_object *sent_value(const struct param *param, struct json_object *value)
{
	return param->reference ? reference(value, param->reference) : json_object_get(value);
}

/*
 * A member object or array of target, made when it is not there; an object takes over what the
 * row says is constant in it.
 */
static struct json_object *inner(
	struct json_object *target, const char *name, bool array, struct json_object *constant)
{
	struct json_object *member = json_member(target, name);

	if (member)
		return member;
	if (array)
		member = json_object_new_array();
	else if (json_object_deep_copy(json_member(constant, name), &member, NULL))
		member = json_object_new_object();
	return json_add(target, name, member) ? member : NULL;
}

/*
 * Puts value at the path: see struct param. constant is what the row says of target. Returns
 * false without memory. The recursion is as deep as the row's path.
 */
static bool put(struct json_object *target, const char *path, const struct param *param,
	struct json_object *value, struct json_object *constant)
{
	size_t len = strcspn(path, "/");
	bool array = len > 2 && !strncmp(path + len - 2, "[]", 2);
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	if (!text_add_bytes(&name, path, array ? len - 2 : len))
		return false;
	if (array) {
		struct json_object *list = inner(target, text_string(&name), true, constant);
		struct json_object *element = NULL;

		if (list)
			element = path[len] ? json_object_new_object() : sent_value(param, value);
		return element && json_append(list, element) &&
		       (!path[len] || put(element, path + len + 1, param, value, NULL));
	}
	if (!path[len])
		return json_add(target, text_string(&name), sent_value(param, value));
	struct json_object *object = inner(target, text_string(&name), false, constant);
	return object &&
	       put(object, path + len + 1, param, value, json_member(constant, text_string(&name)));
}

static bool place(struct json_object *body, const struct param *param, struct json_object *value,
	struct json_object *constant)
{
	const char *path = param->wire ? param->wire : param->name;

	if (!strstr(path, "[]") || !json_object_is_type(value, json_type_array))
		return put(body, path, param, value, constant);
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		if (!put(body, path, param, json_object_array_get_idx(value, i), constant))
			return false;
	}
	return true;
}

/* Takes the constant members that are no objects; the objects wait for a parameter inside them. */
static bool add_constants(struct json_object *body, struct json_object *constant)
{
	json_object_object_foreach(constant, name, value)
	{
		if (!json_object_is_type(value, json_type_object) &&
			!json_add(body, name, json_object_get(value)))
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

static bool place_all(const struct operation *operation, struct json_object *values,
	struct config *config, struct json_object *body, struct json_object *constant,
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
		if (value && param->place == PLACE_BODY && !place(body, param, value, constant))
			return error_memory(err);
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

/* An update that names nothing would be answered like one that changed something. */
static bool check_update(
	const struct operation *operation, struct json_object *body, struct error *err)
{
	scoped(text_done) struct text names = TEXT(TEXT_ANY);

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
	struct config *config, struct json_object **out_body, struct error *err)
{
	scoped(json_put_at) struct json_object *constant = NULL;
	scoped(json_put_at) struct json_object *body = NULL;
	const struct param *param = operation_param_of(operation, PLACE_DATA);

	if (!has_body(operation))
		return true;
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
	 * Nothing that may go into it was given (a role, say): then PagerDuty wants no body
	 * rather than an empty one.
	 */
	if (json_object_object_length(body) || operation->wrapper ||
		(param && json_member(values, param->name)))
		*out_body = steal(body);
	return true;
}
