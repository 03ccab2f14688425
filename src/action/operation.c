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

bool operation_describe_param(
	const struct operation *operation, const struct param *param, struct text *out)
{
	(void)param_describe(param, out);
	if (param->type == TYPE_TIME && !operation_find_param(operation, "time_zone"))
		(void)text_add(out,
			" PagerDuty decides the time zone of a time without an offset, so give one.");
	return !out->failed;
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
