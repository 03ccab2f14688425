/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/empty.h"

#include "action/named.h"
#include "lookup/ask.h"
#include "lookup/match.h"
#include "json/json.h"

#include <string.h>

/* The numbers of characters of PagerDuty's ids. */
enum { ID_SHORT = 7, ID_LONG = 14 };

/* Returns whether a text has the usual form of an id, not that of a short id or of a UUID. */
static bool is_usual(const char *text)
{
	size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

	return !text[len] && len >= ID_SHORT && len <= ID_LONG;
}

/*
 * Returns whether an id has a form that PagerDuty's own ids rarely have, but names often: only
 * letters ("POSTGRES"), or another length than its ids ("RABBIT01"). In an empty list a word with a
 * number behind it counts too ("RABBIT1").
 */
static bool is_like_name(const char *id, bool empty)
{
	size_t letters = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	size_t digits = strspn(id + letters, "0123456789");
	size_t vowel = strcspn(id + 1, "AEIOU") + 1;
	size_t len = strlen(id);

	return letters == len || (len != ID_SHORT && len != ID_LONG) ||
	       (empty && letters + digits == len && vowel < letters);
}

/* Returns whether a text is sent as an id but may be a name. */
static bool is_doubtful(enum kind kind, const char *text, bool empty)
{
	struct named given;

	named_read(kind, text, &given);
	return given.by == NAMED_BY_ID && !given.forced && is_usual(text) &&
	       is_like_name(text, empty) && kind_row(kind)->path;
}

/* Returns whether the records of a list name this id. If so, it is one. */
static bool is_in_result(const struct text *result, const char *id)
{
	scoped(text_done) struct text quoted = TEXT(TEXT_ANY);

	return text_add_quoted(&quoted, id, strlen(id)) &&
	       strstr(text_string(result), text_string(&quoted));
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

/* The list that was asked for. */
struct listed {
	struct client *client;
	const struct text *result;
	bool empty;
};

static bool check_text(const struct listed *listed, const struct param *param, enum kind kind,
	const char *text, struct error *err)
{
	if (!text || !is_doubtful(kind, text, listed->empty) ||
		is_in_result(listed->result, text) || !is_name(listed->client, kind, text))
		return true;
	return error_set(err, ERROR_USAGE, 0,
		"%s: \"%s\" was taken for an id, by its form, and %s; a %s is called so: write name:%s",
		param->name, text,
		listed->empty ? "the list is empty" : "nothing in the list belongs to it",
		kind_row(kind)->thing, text);
}

static bool check_value(const struct listed *listed, const struct param *param, enum kind kind,
	struct json_object *value, struct error *err)
{
	if (!json_object_is_type(value, json_type_array))
		return check_text(listed, param, kind, json_object_get_string(value), err);
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		if (!check_text(listed, param, kind,
			    json_object_get_string(json_object_array_get_idx(value, i)), err))
			return false;
	}
	return true;
}

bool empty_check(struct client *client, const struct operation *operation,
	struct json_object *values, const struct text *result, struct error *err)
{
	const struct listed listed = { client, result, !strcmp(text_string(result), "[]") };
	const struct param *param;

	if (*text_string(result) != '[')
		return true;
	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		enum kind kind = operation_param_kind(param, values);
		struct json_object *value = json_member(values, param->name);

		if (param->place == PLACE_QUERY && kind != KIND_NONE && value &&
			!check_value(&listed, param, kind, value, err))
			return false;
	}
	return true;
}
