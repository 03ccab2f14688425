/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/empty.h"

#include "action/named.h"
#include "lookup/ask.h"
#include "lookup/match.h"
#include "json/json.h"

#include <string.h>

/* Returns whether a text is sent as an id but may be a name: most ids have a digit. */
static bool is_doubtful(enum kind kind, const char *text)
{
	struct named given;

	named_read(kind, text, &given);
	return given.by == NAMED_BY_ID && !given.forced &&
	       !text[strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] && kind_row(kind)->path;
}

/* Finds out whether a thing of the kind has this name. */
static bool is_name(struct client *client, enum kind kind, const char *text)
{
	scoped(text_done) struct text list = TEXT(TEXT_ANY), id = TEXT(TEXT_ANY);
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);
	const struct wanted wanted = { .kind = kind, .name = text };
	struct error none = { 0 };

	return ask_list(client, kind, text, &list, &none) &&
	       match_count(&wanted, (struct span){ text_string(&list), list.len }, &id, &shown);
}

static bool check_text(struct client *client, const struct param *param, enum kind kind,
	const char *text, struct error *err)
{
	if (!text || !is_doubtful(kind, text) || !is_name(client, kind, text))
		return true;
	return error_set(err, ERROR_USAGE, 0,
		"%s: \"%s\" was taken for an id, by its form, and the list is empty; a %s is called so: write name:%s",
		param->name, text, kind_row(kind)->thing, text);
}

static bool check_value(struct client *client, const struct param *param, enum kind kind,
	struct json_object *value, struct error *err)
{
	if (!json_object_is_type(value, json_type_array))
		return check_text(client, param, kind, json_object_get_string(value), err);
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		if (!check_text(client, param, kind,
			    json_object_get_string(json_object_array_get_idx(value, i)), err))
			return false;
	}
	return true;
}

bool empty_check(struct client *client, const struct operation *operation,
	struct json_object *values, const struct text *result, struct error *err)
{
	const struct param *param;

	if (strcmp(text_string(result), "[]") != 0)
		return true;
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		enum kind kind = operation_param_kind(param, values);
		struct json_object *value = json_member(values, param->name);

		if (param->place == PLACE_QUERY && kind != KIND_NONE && value &&
			!check_value(client, param, kind, value, err))
			return false;
	}
	return true;
}
