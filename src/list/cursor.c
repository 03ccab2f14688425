/* SPDX-License-Identifier: Apache-2.0 */
#include "list/cursor.h"

#include "json/json.h"

enum { CURSOR_MOST = 4096 }; /* bytes */

/* A position in a list. */
struct cursor {
	struct text at; /* empty: the beginning */
	struct seen before; /* the list was read to its end */
	bool end;
};

static void cursor_done(struct cursor *cursor)
{
	text_done(&cursor->at);
	seen_done(&cursor->before);
}

#define CURSOR                                                  \
	{                                                       \
		.at = { .limit = CURSOR_MOST }, .before = { 0 } \
	}

/* Moves to the next page, whose start a member of the page says. */
static bool move_to_next(
	const struct walk *walk, struct cursor *cursor, struct span value, struct error *err)
{
	char kind = span_kind(value);
	bool is_new = true;

	text_clear(&cursor->at);
	if (kind == '"' ? !span_string(value, &cursor->at)
			: kind && kind != 'n' &&
				  !text_add_bytes(&cursor->at, value.start, value.len))
		return page_refuse(walk, "has a cursor that is too long", err);
	cursor->end = !cursor->at.len;
	if (cursor->end)
		return true;
	if (!seen_add(&cursor->before, cursor->at.data, cursor->at.len, &is_new))
		return error_memory(err);
	return is_new ||
	       page_refuse(walk, "has a cursor that came before: it goes in circles", err);
}

bool cursor_walk_query(struct walk *walk, bool after, const struct page *first, struct error *err)
{
	scoped(cursor_done) struct cursor cursor = CURSOR;
	struct page page;

	if (first && !move_to_next(walk, &cursor, after ? first->after : first->next_cursor, err))
		return false;
	while (!cursor.end && !page_enough(walk)) {
		scoped(text_done) struct text paging = TEXT(TEXT_ANY);

		(void)text_addf(&paging, "limit=%ld", page_limit(walk, PAGE_MOST));
		if (cursor.at.len) {
			(void)text_add(&paging, after ? "&after=" : "&cursor=");
			(void)text_add_encoded(&paging, cursor.at.data, cursor.at.len);
		}
		if (paging.failed)
			return error_memory(err);
		if (!page_fetch(walk, walk->request, paging.data, &page, err) ||
			!move_to_next(walk, &cursor, after ? page.after : page.next_cursor, err))
			return false;
	}
	return true;
}

/* Moves to the next page of a list that says that there is more. */
static bool move_on(
	struct walk *walk, struct cursor *cursor, const struct page *page, struct error *err)
{
	cursor->end = !page->more;
	if (cursor->end)
		return true;
	if (!page_go_on(walk, page, err) || !move_to_next(walk, cursor, page->last, err))
		return false;
	return !cursor->end ||
	       page_refuse(walk, "says that there is more, but not behind what", err);
}

bool cursor_walk_body(struct walk *walk, const struct page *first, struct error *err)
{
	scoped(cursor_done) struct cursor cursor = CURSOR;
	struct json_object *body = walk->request->body;
	struct page page;

	if (first && !move_on(walk, &cursor, first, err))
		return false;
	while (!cursor.end && !page_enough(walk)) {
		if (!json_add(body, "limit",
			    json_object_new_int64(page_limit(walk, PAGE_MOST_WIDE))) ||
			(cursor.at.len && !json_add(body, "starting_after",
						  json_object_new_string_len(
							  cursor.at.data, (int)cursor.at.len))))
			return error_memory(err);
		if (!page_fetch(walk, walk->request, NULL, &page, err) ||
			!move_on(walk, &cursor, &page, err))
			return false;
	}
	return true;
}
