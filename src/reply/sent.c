/* SPDX-License-Identifier: Apache-2.0 */
#include "reply/sent.h"

#include "reply/items.h"

#include <stdlib.h>
#include <string.h>

/* Compares by id; things with the same id keep the order of the answer. */
static int compare_things(const void *a, const void *b)
{
	const struct sent_thing *one = a, *other = b;
	int by_id = strcmp(one->id, other->id);

	return by_id ? by_id
		     : (one->whole.start > other->whole.start) -
			       (one->whole.start < other->whole.start);
}

/*
 * Copies the characters of a string. *out is NULL if the value is not a string. Returns false if
 * memory runs out.
 */
static bool copy_string(struct span value, char **out)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	*out = NULL;
	if (span_kind(value) != '"')
		return true;
	*out = span_string(value, &text) ? strdup(text_string(&text)) : NULL;
	return *out != NULL;
}

/* Makes room for one more thing. */
static bool reserve_thing(struct sent_answer *answer)
{
	size_t count = answer->count;
	struct sent_thing *more;

	/* The array is full at 0, 1, 2, 4, 8 and so on. */
	if (count & (count - 1))
		return true;
	more = reallocarray(answer->things, count ? 2 * count : 1, sizeof(*more));
	if (!more)
		return false;
	answer->things = more;
	return true;
}

/* Returns whether a value of a member "error" or "errors" says something. */
static bool is_error(struct span value)
{
	struct span name, member;
	size_t at = 0;

	return (span_kind(value) == '"' && value.len > strlen("\"\"")) ||
	       span_next_member(value, &at, &name, &member) || span_next(value, &at).start;
}

/* Adds a thing, if it has an id. */
static bool take(struct sent_answer *answer, struct span whole)
{
	static const char *const names[] = { "id", "status", "error", "errors" };
	struct span members[COUNT(names)];
	struct sent_thing thing = { .whole = whole };

	span_members(whole, names, members, COUNT(names));
	if (!copy_string(members[0], &thing.id))
		return false;
	if (!thing.id)
		return true;
	thing.odd = members[1].start && span_kind(members[1]) != '"';
	thing.refused = is_error(members[2]) || is_error(members[3]) ||
			items_read_status(members[1]) >= 400;
	if (!copy_string(members[1], &thing.status) || !reserve_thing(answer)) {
		free(thing.id);
		free(thing.status);
		return false;
	}
	answer->things[answer->count++] = thing;
	return true;
}

bool sent_read(struct sent_answer *out, struct span document, const char *list)
{
	const char *const names[] = { list, "more" };
	struct span members[COUNT(names)], thing;
	size_t at = 0;

	*out = (struct sent_answer){ 0 };
	/* One pass: an answer about 250 incidents may have a megabyte. */
	span_members(document, names, members, COUNT(names));
	(void)span_boolean(members[1], &out->more);
	while ((thing = span_next(members[0], &at)).start) {
		if (!take(out, thing))
			return false;
	}
	if (out->count)
		qsort(out->things, out->count, sizeof(*out->things), compare_things);
	return true;
}

void sent_done(struct sent_answer *answer)
{
	for (size_t i = 0; i < answer->count; i++) {
		free(answer->things[i].id);
		free(answer->things[i].status);
	}
	free(answer->things);
	*answer = (struct sent_answer){ 0 };
}

const struct sent_thing *sent_find(const struct sent_answer *answer, const char *id)
{
	size_t low = 0, high = answer->count;

	/* Returns the first thing whose id is not less. */
	while (id && low < high) {
		size_t middle = low + (high - low) / 2;

		if (strcmp(answer->things[middle].id, id) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return id && low < answer->count && !strcmp(answer->things[low].id, id)
		       ? &answer->things[low]
		       : NULL;
}

/* Compares one thing of the answer with the wanted status. */
static enum sent_outcome compare_status(
	const struct sent_thing *thing, const char *wanted, struct text *why)
{
	if (thing->refused) {
		(void)text_add(why, "PagerDuty's answer has an error for it");
		items_add_reason(thing->whole, why);
		return SENT_NOT_DONE;
	}
	if (!wanted)
		return SENT_DONE;
	if (thing->odd) {
		(void)text_add(why, "PagerDuty's answer does not say which status it has");
		return SENT_UNKNOWN;
	}
	if (!thing->status || !strcmp(wanted, thing->status))
		return SENT_DONE;
	(void)text_addf(why, "in PagerDuty's answer it is %s, and not %s", thing->status, wanted);
	return SENT_NOT_DONE;
}

/* Compares the things that follow one of the same id: whether they have the same outcome. */
static bool agree(const struct sent_answer *answer, const struct sent_thing *thing,
	const char *wanted, enum sent_outcome outcome)
{
	for (size_t i = (size_t)(thing - answer->things) + 1; i < answer->count; i++) {
		const struct sent_thing *next = &answer->things[i];
		scoped(text_done) struct text why = TEXT(TEXT_ANY);

		if (strcmp(next->id, thing->id) != 0)
			break;
		if (compare_status(next, wanted, &why) != outcome)
			return false;
	}
	return true;
}

enum sent_outcome sent_compare(
	struct json_object *sent, const struct sent_answer *answer, struct text *why)
{
	const struct sent_thing *thing = sent_find(answer, json_string(sent, "id"));
	const char *wanted = json_string(sent, "status");
	scoped(text_done) struct text reason = TEXT(TEXT_ANY);

	if (!thing) {
		/*
		 * The specification allows this answer to be paged, so that it may contain only
		 * some of the things. It also says of any answer with 200 that all changes were
		 * made.
		 */
		(void)text_add(why, answer->more ? "PagerDuty's answer ends before it"
						 : "PagerDuty's answer does not name it");
		return SENT_UNKNOWN;
	}
	enum sent_outcome outcome = compare_status(thing, wanted, &reason);
	if (!agree(answer, thing, wanted, outcome)) {
		(void)text_add(why, "PagerDuty's answer names it twice, with different outcomes");
		return SENT_UNKNOWN;
	}
	(void)text_add(why, text_string(&reason));
	return outcome;
}
