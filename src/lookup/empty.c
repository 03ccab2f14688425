/* SPDX-License-Identifier: Apache-2.0 */
#include "lookup/empty.h"

#include "action/named.h"
#include "lookup/ask.h"
#include "lookup/match.h"
#include "json/json.h"

#include <string.h>

/* Returns whether a text has the usual form of an id, not that of a short id or of a UUID. */
static bool is_usual(const char *text)
{
	size_t len = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

	return !text[len] && len >= NAMED_ID_LEAST && len <= NAMED_ID_MOST;
}

/*
 * Returns whether an id has a form that PagerDuty's own ids rarely have, but names often: only
 * letters ("POSTGRES"), or another length than its ids ("RABBIT01"). A word with a number behind it
 * ("RABBIT1") is also the form of one in twenty ids: it counts only if it is barren, because the list
 * is empty or has what belongs to other ids of the filter.
 */
static bool is_like_name(const char *id, bool barren)
{
	size_t letters = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
	size_t digits = strspn(id + letters, "0123456789");
	size_t vowel = strcspn(id + 1, "AEIOU") + 1;
	size_t len = strlen(id);

	return letters == len || (len != NAMED_ID_LEAST && len != NAMED_ID_MOST) ||
	       (barren && letters + digits == len && vowel < letters);
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

/*
 * Returns whether the records name another id of the same filter. Then they would name this one too,
 * if something belonged to it.
 */
static bool is_beside_found(
	const struct lookup *lookup, const struct lookup_guess *filter, const struct text *result)
{
	for (size_t i = 0; i < lookup->filter_count; i++) {
		const struct lookup_guess *other = &lookup->filters[i];

		if (other != filter && other->param == filter->param &&
			is_in_result(result, other->id))
			return true;
	}
	return false;
}

static bool check_filter(struct client *client, const struct lookup *lookup,
	const struct lookup_guess *filter, const struct text *result, struct error *err)
{
	bool empty = !strcmp(text_string(result), "[]");
	bool barren = empty || is_beside_found(lookup, filter, result);

	if (!kind_row(filter->kind)->path || !is_usual(filter->id) ||
		!is_like_name(filter->id, barren) || is_in_result(result, filter->id) ||
		!is_name(client, filter->kind, filter->id))
		return true;
	return error_set(err, ERROR_USAGE, 0,
		"%s: \"%s\" was taken for an id, by its form, and %s; a %s is called so: write name:%s",
		filter->param->name, filter->id,
		empty ? "the list is empty" : "nothing in the list belongs to it",
		kind_row(filter->kind)->thing, filter->id);
}

bool empty_check(struct client *client, const struct lookup *lookup, const struct text *result,
	struct error *err)
{
	if (*text_string(result) != '[')
		return true;
	for (size_t i = 0; i < lookup->filter_count; i++) {
		if (!check_filter(client, lookup, &lookup->filters[i], result, err))
			return false;
	}
	return true;
}
