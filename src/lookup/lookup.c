/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/lookup.h"

#include "lookup/any_kind.h"
#include "lookup/ask.h"
#include "lookup/item.h"
#include "lookup/match.h"
#include "lookup/mine.h"
#include "request/acting.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/* What the look-ups share. */
struct asking {
	struct lookup *lookup;
	const struct operation *operation;
	struct json_object *values;
	struct client *client;
	const char *user;
	struct text lists[KINDS]; /* lists that were read completely */
};

static void asking_done(struct asking *asking)
{
	for (size_t i = 0; i < COUNT(asking->lists); i++)
		text_done(&asking->lists[i]);
}

static bool find_name(struct asking *asking, const struct lookup_item *item, const char *name,
	struct text *out, struct error *err)
{
	enum kind kind = item->kind;
	bool whole = !kind_row(kind)->query;
	scoped(text_done) struct text own = TEXT(TEXT_ANY), place = TEXT(TEXT_ANY);
	struct text *list = whole ? &asking->lists[kind] : &own;

	list->limit = TEXT_ANY;
	if (!list->len && !ask_list(asking->client, kind, name, list, err))
		return false;
	item_add_place(item, &place);
	struct wanted wanted = { .kind = kind,
		.param = text_string(&place),
		.name = name,
		.loosely = !operation_changes(asking->operation) && !strchr(name, '@') };
	return match_find(&wanted, (struct span){ text_string(list), list->len }, out, err);
}

/*
 * Finds the user that "me" means: the one with the acting address, else the owner of the API key.
 * In chat, where many speak through one configuration, its from_email and its key do not count:
 * they need not be those of the one who speaks.
 */
static bool find_me(
	struct asking *asking, const struct lookup_item *item, struct text *out, struct error *err)
{
	const struct config *config = asking->client->config;
	const struct acting acting =
		acting_find(asking->operation, asking->values, config, asking->user);
	bool refused = false;

	if (operation_is_for_chat(asking->values) && !acting.own) {
		acting_explain_unknown(config, asking->user, err);
		return false;
	}
	if (acting.address)
		return find_name(asking, item, acting.address, out, err) ||
		       (err->kind == ERROR_USAGE &&
			       error_append(err, "; the address of me is %s", acting.origin));
	if (ask_me(asking->client, out, &refused, err))
		return true;
	if (refused)
		acting_explain_missing("who \"me\" is cannot be told: give an e-mail address",
			config, asking->user, err);
	return false;
}

/* Returns an earlier item for the same thing whose id is known, or NULL. */
static const struct lookup_item *find_earlier(
	const struct lookup *lookup, const struct lookup_item *item)
{
	for (const struct lookup_item *other = lookup->items; other < item; other++) {
		if (other->kind == item->kind && other->by == item->by && !other->param->among &&
			!strcmp(other->text, item->text) && !other->host && !item->host)
			return other;
	}
	return NULL;
}

static bool find_id(
	struct asking *asking, struct lookup_item *item, struct text *out, struct error *err)
{
	if (item->param->among && item->by != NAMED_ME)
		return any_kind_find(asking->client, asking->operation, item->param, item->text,
			!operation_changes(asking->operation), &item->target, out, err);
	if (item->param->among)
		item->target = any_kind_user(asking->operation, item->param);

	const struct lookup_item *earlier = find_earlier(asking->lookup, item);
	scoped(text_done) struct text place = TEXT(TEXT_ANY);

	if (earlier)
		return text_add(out, earlier->id) || error_memory(err);
	if (item->by == NAMED_ME)
		return find_me(asking, item, out, err);
	if (item->by == NAMED_BY_NAME)
		return find_name(asking, item, item->text, out, err);
	item_add_place(item, &place);
	return ask_number(asking->client, text_string(&place), item->text, item->host, out, err);
}

/* Puts the place of the item in front of the error, unless it is there. */
static bool prefix_error(struct client *client, const struct lookup_item *item, struct error *err)
{
	const struct kind_row *row = kind_row(item->kind);
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	(void)text_add_quoted(&shown, item->text, strlen(item->text));
	if (err->kind != ERROR_USAGE && err->kind != ERROR_CONFIG)
		(void)error_wrap(err, "looking up the %s %.80s: ", row->thing,
			item->by == NAMED_ME ? "me" : text_string(&shown));
	client_add_effort(client, err);
	return error_append(err, "; nothing was done");
}

static bool holds(struct json_object *list, const char *id)
{
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		if (!strcmp(json_object_get_string(json_object_array_get_idx(list, i)), id))
			return true;
	}
	return false;
}

/* Drops an id that a list has twice, because a thing was given by its id and by its name. */
static bool drop_repeated(struct json_object *values, const struct param *param, struct error *err)
{
	struct json_object *list = json_member(values, param->name);
	scoped(json_put_at) struct json_object *once = json_object_new_array();

	for (size_t i = 0; once && i < json_object_array_length(list); i++) {
		struct json_object *id = json_object_array_get_idx(list, i);

		if (!holds(once, json_object_get_string(id)) &&
			!json_append(once, json_object_get(id)))
			return error_memory(err);
	}
	return (once && json_add(values, param->name, steal(once))) || error_memory(err);
}

static bool find_ids(struct asking *asking, struct error *err)
{
	for (size_t i = 0; i < asking->lookup->count; i++) {
		struct lookup_item *item = &asking->lookup->items[i];
		scoped(text_done) struct text id = TEXT(TEXT_ANY);

		if (!find_id(asking, item, &id, err))
			return prefix_error(asking->client, item, err);
		item->id = strdup(text_string(&id));
		if (!item->id)
			return error_memory(err);
	}
	return true;
}

static bool put_found(struct asking *asking, const struct lookup_item *item, struct error *err)
{
	struct json_object *values = asking->values;

	if (item->target)
		return any_kind_put(values, item->param, item->target, item->id, err);
	if (item->mine)
		return mine_put(asking->client, json_member(values, item->param->name), item->param,
			       (size_t)item->index, item->id, err) ||
		       prefix_error(asking->client, item, err);
	return item_put_id(values, item->param, item->index, item->id, strlen(item->id), err);
}

bool lookup_names_asker(const struct lookup *lookup)
{
	for (size_t i = 0; i < lookup->count; i++) {
		if (lookup->items[i].by == NAMED_ME)
			return true;
	}
	return false;
}

bool lookup_ask(struct lookup *lookup, const struct operation *operation, struct client *client,
	const char *user, struct error *err)
{
	scoped(asking_done) struct asking asking = { .lookup = lookup,
		.operation = operation,
		.values = lookup->found,
		.client = client,
		.user = user };

	if (!find_ids(&asking, err))
		return false;
	/* Go from the last to the first, because one word may become several elements of a list. */
	for (size_t i = lookup->count; i > 0; i--) {
		if (!put_found(&asking, &lookup->items[i - 1], err))
			return false;
	}
	for (size_t i = 0; i < lookup->count; i++) {
		const struct lookup_item *item = &lookup->items[i];
		bool is_last = i + 1 == lookup->count || item[1].param != item->param;

		if (item->index != ITEM_WHOLE && is_last &&
			!drop_repeated(lookup->found, item->param, err))
			return false;
	}
	return true;
}

void lookup_hint(const struct lookup *lookup, struct json_object *values, struct error *err)
{
	const char *given = lookup->guess ? json_string(values, lookup->guess->name) : NULL;

	if (err->code == 404 && given)
		(void)error_append(err, "; if \"%.40s\" is a name, write name:%.40s", given, given);
}

void lookup_done(struct lookup *lookup)
{
	for (size_t i = 0; i < lookup->count; i++)
		item_done(&lookup->items[i]);
	free(lookup->items);
	for (size_t i = 0; i < lookup->filter_count; i++)
		free(lookup->filters[i].id);
	free(lookup->filters);
	json_object_put(lookup->found);
	*lookup = (struct lookup){ 0 };
}
