/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/read.h"

#include "lookup/item.h"
#include "lookup/mine.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/* A parameter that names things. */
struct reading {
	struct lookup *lookup;
	const struct param *param;
	enum kind kind;
	bool changes; /* the operation does */
	struct json_object *values;
	struct error *err;
};

static bool add_item(const struct reading *reading, int index, const struct named *given)
{
	struct lookup *lookup = reading->lookup;
	struct lookup_item *items =
		realloc(lookup->items, (lookup->count + 1) * sizeof(*lookup->items));

	if (!items)
		return error_memory(reading->err);
	lookup->items = items;
	items[lookup->count] = (struct lookup_item){
		.param = reading->param, .kind = reading->kind, .index = index, .by = given->by
	};
	items[lookup->count].text = strndup(given->start, given->len);
	if (given->host_len)
		items[lookup->count].host = strndup(given->host, given->host_len);
	struct lookup_item *item = &items[lookup->count++];
	return (item->text && (item->host || !given->host_len)) || error_memory(reading->err);
}

/* Notes that the incidents of the asking user are meant. */
static bool add_mine(const struct reading *reading, int index)
{
	struct reading of_user = *reading;
	struct named me;

	of_user.kind = KIND_USER;
	named_read(KIND_USER, "me", &me);
	if (!add_item(&of_user, index, &me))
		return false;
	reading->lookup->items[reading->lookup->count - 1].mine = true;
	return true;
}

/* Notes that an id in a filter may be a name. */
static bool add_filter(const struct reading *reading, const struct named *given)
{
	struct lookup *lookup = reading->lookup;
	struct lookup_guess *filters =
		reallocarray(lookup->filters, lookup->filter_count + 1, sizeof(*lookup->filters));

	if (!filters)
		return error_memory(reading->err);
	lookup->filters = filters;
	char *id = strndup(given->start, given->len);
	filters[lookup->filter_count++] =
		(struct lookup_guess){ reading->param, reading->kind, id };
	return id || error_memory(reading->err);
}

static bool read_text(const struct reading *reading, int index, const char *text)
{
	const struct param *param = reading->param;
	struct named given;

	if (!text)
		return error_memory(reading->err);
	if (mine_is(param, text))
		return add_mine(reading, index);
	named_read(reading->kind, text, &given);
	/* An id does not say the kind of its thing. */
	if (param->among && given.by == NAMED_BY_ID)
		given.by = NAMED_BY_NAME;
	/* PagerDuty would list nothing, and not say why. */
	if (param->place == PLACE_QUERY && !reading->changes && given.doubtful)
		given.by = NAMED_BY_NAME;
	if (given.by == NAMED_WRONG)
		return error_set(
			reading->err, ERROR_USAGE, 0, "%s must be %s", param->name, given.start);
	/*
	 * In a path that changes nothing PagerDuty takes a number as an id. The number in an
	 * address may be that of another account's incident.
	 */
	if (given.by == NAMED_BY_NUMBER && param->place == PLACE_PATH && !reading->changes &&
		!given.host_len)
		given.by = NAMED_BY_ID;
	if (given.by != NAMED_BY_ID)
		return add_item(reading, index, &given);
	if (!given.forced && param->place == PLACE_PATH && kind_row(reading->kind)->path)
		reading->lookup->guess = param;
	if (!given.forced && param->place == PLACE_QUERY && !reading->changes &&
		!add_filter(reading, &given))
		return false;
	return (strlen(text) == given.len && !memcmp(text, given.start, given.len)) ||
	       item_put_id(reading->values, param, index, given.start, given.len, reading->err);
}

static bool read_list(const struct reading *reading, struct json_object *list)
{
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		if (!read_text(reading, (int)i,
			    json_object_get_string(json_object_array_get_idx(list, i))))
			return false;
	}
	return true;
}

bool lookup_read(struct lookup *lookup, const struct operation *operation,
	struct json_object *values, struct error *err)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		struct reading reading = { .lookup = lookup,
			.param = param,
			.kind = param->among ? KIND_USER : param_kind(param, values),
			.changes = operation_changes(operation),
			.values = values,
			.err = err };
		struct json_object *value =
			reading.kind != KIND_NONE ? json_member(values, param->name) : NULL;

		if (value && !(json_object_is_type(value, json_type_array)
					     ? read_list(&reading, value)
					     : read_text(&reading, ITEM_WHOLE,
						       json_object_get_string(value))))
			return false;
	}
	return true;
}
