/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/any_kind.h"

#include "lookup/ask.h"
#include "lookup/match.h"
#include "json/json.h"

#include <string.h>

enum { TARGETS = 8 }; /* the largest number of kinds among which a name is looked up */

/* The things of one kind that have the name. */
struct candidate {
	const struct param *target;
	struct text list; /* the records of that kind */
};

struct candidates {
	struct candidate items[TARGETS];
	size_t count;
};

static void candidates_done(struct candidates *candidates)
{
	for (size_t i = 0; i < candidates->count; i++)
		text_done(&candidates->items[i].list);
}

const struct param *any_kind_user(const struct operation *operation, const struct param *param)
{
	for (const char *const *name = param->among; *name; name++) {
		const struct param *target = operation_find_param(operation, *name);

		if (target && target->kind == KIND_USER)
			return target;
	}
	return NULL;
}

/* Asks for the lists. An e-mail address can only be that of a user. */
static bool ask_lists(struct candidates *candidates, struct client *client,
	const struct operation *operation, const struct param *param, const char *name,
	struct error *err)
{
	bool address = strchr(name, '@') != NULL;

	for (const char *const *target = param->among; *target; target++) {
		struct candidate *candidate = &candidates->items[candidates->count];

		candidate->target = operation_find_param(operation, *target);
		if (!candidate->target || candidates->count == TARGETS)
			return error_set(err, ERROR_INTERNAL, 0, "no parameter %s", *target);
		if (address && candidate->target->kind != KIND_USER)
			continue;
		candidate->list = (struct text)TEXT(TEXT_ANY);
		candidates->count++;
		if (!ask_list(client, candidate->target->kind, name, &candidate->list, err))
			return false;
	}
	return true;
}

/* Counts the things that have the name. *out_target and out_id are those of the last one. */
static size_t count_fits(const struct candidates *candidates, const struct param *param,
	const char *name, bool loosely, const struct param **out_target, struct text *out_id,
	struct text *out_shown)
{
	size_t total = 0;

	for (size_t i = 0; i < candidates->count; i++) {
		const struct candidate *candidate = &candidates->items[i];
		struct wanted wanted = { .kind = candidate->target->kind,
			.param = param->name,
			.name = name,
			.loosely = loosely };
		struct span list = { text_string(&candidate->list), candidate->list.len };
		size_t fits = match_count(&wanted, list, out_id, out_shown);

		if (fits)
			*out_target = candidate->target;
		total += fits;
	}
	return total;
}

static bool refuse(const struct operation *operation, const struct param *param, const char *name,
	size_t count, const struct text *shown, struct error *err)
{
	scoped(text_done) struct text kinds = TEXT(TEXT_ANY), ids = TEXT(TEXT_ANY),
				      quoted = TEXT(80);

	for (const char *const *target = param->among; *target; target++) {
		const struct param *other = operation_find_param(operation, *target);
		const char *between = target == param->among ? "" : target[1] ? ", " : " or ";

		(void)text_addf(&kinds, "%s%s", between, kind_row(other->kind)->thing);
		(void)text_addf(&ids, "%s%s", between, *target);
	}
	(void)text_add_quoted(&quoted, name, strnlen(name, 60));
	if (!count)
		return error_set(err, ERROR_USAGE, 0,
			"%s: there is no %s called %s; an id goes into %s", param->name,
			text_string(&kinds), text_string(&quoted), text_string(&ids));
	return error_set(err, ERROR_USAGE, 0,
		"%s: %zu things are called %s: %.300s; give the id of one as %s", param->name,
		count, text_string(&quoted), text_string(shown), text_string(&ids));
}

bool any_kind_find(struct client *client, const struct operation *operation,
	const struct param *param, const char *name, bool loosely, const struct param **out_target,
	struct text *out_id, struct error *err)
{
	scoped(candidates_done) struct candidates candidates = { .count = 0 };
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	if (!ask_lists(&candidates, client, operation, param, name, err))
		return false;
	size_t count = count_fits(&candidates, param, name, false, out_target, out_id, &shown);
	if (!count && loosely)
		count = count_fits(&candidates, param, name, true, out_target, out_id, &shown);
	if (count == 1)
		return !out_id->failed || error_memory(err);
	return refuse(operation, param, name, count, &shown, err);
}

bool any_kind_put(struct json_object *values, const struct param *param, const struct param *target,
	const char *id, struct error *err)
{
	const char *const list[] = { id, NULL };
	bool added = target->type == TYPE_LIST ? json_add_strings(values, target->name, list)
					       : json_add_string(values, target->name, id);

	json_object_object_del(values, param->name);
	return added || error_memory(err);
}
