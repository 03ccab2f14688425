/* SPDX-License-Identifier: Apache-2.0 */
#include "request/url.h"

#include "json/json.h"

#include <string.h>

static bool add_base(struct request *request, const struct config *config, struct error *err)
{
	enum config_key key =
		request->operation->host == HOST_EVENTS ? CONFIG_EVENTS_URL : CONFIG_API_URL;

	return text_add(&request->url, config_text(config, key)) || error_memory(err);
}

/*
 * Adds the parameter that an expression of the path's template names: "{name}", or "{+name}" for
 * one that is a path itself.
 */
static bool add_expression(struct text *url, const char *expression, size_t len,
	struct json_object *values, struct error *err)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);
	bool raw = expression[0] == '+';

	if (!text_add_bytes(&name, expression + raw, len - raw))
		return error_memory(err);
	const char *value = json_string(values, text_string(&name));
	if (!value)
		return error_set(err, ERROR_INTERNAL, 0, "no parameter for {%s} of the path",
			text_string(&name));
	(void)(raw ? text_add(url, value) : text_add_encoded(url, value, strlen(value)));
	return true;
}

/*
 * Adds the row's path with its expressions filled in. The part after a "?" is added to the query.
 */
static bool add_path(struct request *request, struct json_object *values, struct error *err)
{
	const char *rest = request->operation->path;

	while (*rest && *rest != '?') {
		size_t literal = strcspn(rest, "{?");

		(void)text_add_bytes(&request->url, rest, literal);
		rest += literal;
		if (*rest != '{')
			continue;
		size_t len = strcspn(rest + 1, "}");
		if (!add_expression(&request->url, rest + 1, len, values, err))
			return false;
		rest += len + 2;
	}
	if (*rest)
		(void)text_add(&request->query, rest + 1);
	return true;
}

static void add_query_value(
	struct text *query, const char *name, bool list, struct json_object *value)
{
	/* NULL if memory runs out while a number is printed. */
	const char *string = json_object_get_string(value);

	if (!string) {
		query->failed = true;
		return;
	}
	(void)text_addf(query, "%s%s%s=", query->len ? "&" : "", name, list ? "[]" : "");
	(void)text_add_encoded(query, string, strlen(string));
}

static void add_query_member(
	struct text *query, const char *name, bool bare, struct json_object *value)
{
	if (!json_object_is_type(value, json_type_array)) {
		add_query_value(query, name, false, value);
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++)
		add_query_value(query, name, !bare, json_object_array_get_idx(value, i));
}

/* Adds each member of an object to the query, under the caller's name. */
static void add_query_object(struct text *query, struct json_object *object)
{
	json_object_object_foreach(object, name, value)
	{
		scoped(text_done) struct text encoded = TEXT(TEXT_ANY);
		size_t len = strlen(name);

		/* The caller may write the brackets of a list or omit them. */
		if (json_object_is_type(value, json_type_array) && len > 2 &&
			!strcmp(name + len - 2, "[]"))
			len -= 2;
		(void)text_add_encoded(&encoded, name, len);
		if (value)
			add_query_member(query, text_string(&encoded), false, value);
	}
}

static void add_query(struct request *request, const struct param *param, struct json_object *value)
{
	if (param->type == TYPE_OBJECT)
		add_query_object(&request->query, value);
	else
		add_query_member(&request->query, param->wire ? param->wire : param->name,
			param->bare, value);
}

static void add_queries(struct request *request, struct json_object *values)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(request->operation, i)); i++) {
		struct json_object *value = json_member(values, param->name);

		if (value && param->place == PLACE_QUERY)
			add_query(request, param, value);
	}
}

bool url_build(struct request *request, struct json_object *values, const struct config *config,
	struct error *err)
{
	if (!add_base(request, config, err) || !add_path(request, values, err))
		return false;
	add_queries(request, values);
	return true;
}
