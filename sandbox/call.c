/* SPDX-License-Identifier: Apache-2.0 */
#include "call.h"

#include "action/code.h"
#include "json/json.h"

#include <string.h>

const char *call_query(const struct call *call, const char *name)
{
	struct json_object *values = json_member(call->query, name);

	return values ? json_object_get_string(json_object_array_get_idx(values, 0)) : NULL;
}

bool call_lists(const struct call *call, const char *name, const char *value)
{
	struct json_object *values = json_member(call->query, name);

	for (size_t i = 0; values && i < json_object_array_length(values); i++) {
		if (!strcmp(json_object_get_string(json_object_array_get_idx(values, i)), value))
			return true;
	}
	return false;
}

bool call_allows(const struct call *call, const char *name, const char *value)
{
	return !json_member(call->query, name) || call_lists(call, name, value);
}

void call_answer(struct call *call, long status, struct json_object *reply)
{
	json_object_put(call->reply);
	call->status = status;
	call->reply = reply;
}

void call_answer_member(struct call *call, long status, const char *name, struct json_object *value)
{
	struct json_object *reply = json_object_new_object();

	json_object_object_add(reply, name, value);
	call_answer(call, status, reply);
}

void call_refuse(
	struct call *call, long status, long code, const char *message, const char *problem)
{
	struct json_object *error = json_object_new_object();

	json_object_object_add(error, "message", json_object_new_string(message));
	json_object_object_add(error, "code", json_object_new_int64(code));
	if (problem) {
		struct json_object *errors = json_object_new_array();

		json_object_array_add(errors, json_object_new_string(problem));
		json_object_object_add(error, "errors", errors);
	}
	call_answer_member(call, status, "error", error);
}

void call_not_found(struct call *call)
{
	call_refuse(call, 404, CODE_NOT_FOUND, "Not Found", NULL);
}

void call_not_allowed(struct call *call)
{
	call_refuse(call, 405, CODE_INVALID_OPERATION, "Invalid operation", NULL);
}

void call_invalid(struct call *call, const char *problem)
{
	call_refuse(call, 400, CODE_INVALID_INPUT, "Invalid Input Provided", problem);
}

void call_set_text(struct json_object *object, const char *name, const char *text)
{
	json_object_object_add(object, name, text ? json_object_new_string(text) : NULL);
}

const char *call_text(struct json_object *object, const char *name)
{
	const char *text = json_string(object, name);

	return text ? text : "";
}

struct json_object *call_array(struct json_object *object, const char *name)
{
	struct json_object *value = json_member(object, name);

	return json_object_is_type(value, json_type_array) ? value : NULL;
}

size_t call_count(struct json_object *array)
{
	return array ? json_object_array_length(array) : 0;
}
