/* SPDX-License-Identifier: Apache-2.0 */
#include "action/operation.h"

#include "base/nearest.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/* Parameters that every action has. */
static const struct param account = {
	.name = "account",
	.place = PLACE_CONTROL,
	.type = TYPE_STRING,
	.description =
		"Name of an account in the configuration; without it, the account at the top "
		"level is used.",
};
static const char chat[] = "chat";
static const struct param view = {
	.name = "view",
	.place = PLACE_CONTROL,
	.type = TYPE_STRING,
	.values = (const char *const[]){ chat, NULL },
	.description =
		"Give chat to get {\"text\", \"result\"} instead of only the result. The text is "
		"for people, and is safe to post in a chat.",
};
static const struct param *const common[] = { &account, &view };

static int compare_name(const void *name, const void *row)
{
	return strcmp(name, ((const struct operation *)row)->name);
}

const struct operation *operation_find(const char *name)
{
	for (size_t i = 0; operation_tables[i]; i++) {
		const struct operation *row =
			bsearch(name, operation_tables[i]->rows, operation_tables[i]->count,
				sizeof(*operation_tables[i]->rows), compare_name);

		if (row)
			return row;
	}
	return NULL;
}

const struct operation *operation_next(const struct operation *previous)
{
	const struct operation *next = NULL;

	for (size_t i = 0; operation_tables[i]; i++) {
		for (size_t j = 0; j < operation_tables[i]->count; j++) {
			const struct operation *row = &operation_tables[i]->rows[j];

			if (previous && strcmp(row->name, previous->name) <= 0)
				continue;
			if (!next || strcmp(row->name, next->name) < 0)
				next = row;
			break;
		}
	}
	return next;
}

const char *operation_nearest(const char *name)
{
	const char *names[512];
	size_t count = 0;

	for (size_t i = 0; operation_tables[i]; i++) {
		for (size_t j = 0; j < operation_tables[i]->count && count < COUNT(names) - 1; j++)
			names[count++] = operation_tables[i]->rows[j].name;
	}
	names[count] = NULL;
	return nearest(name, names);
}

const struct param *operation_param(const struct operation *operation, size_t index)
{
	size_t own = 0;

	while (operation->params && operation->params[own]) {
		if (own == index)
			return operation->params[own];
		own++;
	}
	return index - own < COUNT(common) ? common[index - own] : NULL;
}

const struct param *operation_find_param(const struct operation *operation, const char *name)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (!strcmp(param->name, name))
			return param;
	}
	return NULL;
}

const struct param *operation_param_of(const struct operation *operation, enum place place)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->place == place)
			return param;
	}
	return NULL;
}

/* Returns whether a parameter names a thing: it has a kind, or it is an id in the path. */
static bool names_thing(const struct param *param)
{
	size_t len = strlen(param->name);

	return param->kind != KIND_NONE ||
	       (param->place == PLACE_PATH && len > 3 && !strcmp(param->name + len - 3, "_id"));
}

bool operation_describe_param(const struct param *param, struct text *out)
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

enum kind operation_param_kind(const struct param *param, struct json_object *values)
{
	return param->kind_by ? kind_of_type(json_string(values, param->kind_by)) : param->kind;
}

const char *operation_type_name(enum param_type type)
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

bool operation_is_for_chat(struct json_object *values)
{
	const char *given = json_string(values, view.name);

	return given && !strcmp(given, chat);
}

bool operation_updates(const struct operation *operation)
{
	return operation->wrapper && operation->method && !strcmp(operation->method, "PUT");
}

bool operation_changes(const struct operation *operation)
{
	return operation->retry != RETRY_READ &&
	       (!operation->method || strcmp(operation->method, "GET") != 0);
}
