/* SPDX-License-Identifier: Apache-2.0 */
#include "list.h"

#include "json.h"
#include "mend.h"
#include "page.h"
#include "range.h"
#include "scan.h"

#include <stdio.h>
#include <string.h>

enum {
	PAGE = 100, /* records; the most that PagerDuty gives at once */
	PAGE_V3 = 1000, /* the same of /v3 */
	LIST_LIMIT = 10000, /* PagerDuty refuses offset + limit beyond it */
	CURSOR_MOST = 4096, /* bytes */
};

/* How many records to ask for next. */
static long page_size(const struct walk *walk, long most)
{
	long wanted = walk->want->maximum ? walk->want->maximum - walk->given : most;

	return wanted < most ? wanted : most;
}

/* limit and offset: from offset on by what came, up to LIST_LIMIT. */
static bool walk_offset(
	struct walk *walk, const struct request *request, long most, long offset, struct error *err)
{
	struct page page;

	walk->limited = false;
	do {
		long limit = page_size(walk, most);
		char paging[64];

		if (limit > LIST_LIMIT - offset)
			limit = LIST_LIMIT - offset;
		if (limit <= 0) {
			walk->limited = true;
			return true;
		}
		(void)snprintf(paging, sizeof(paging), "limit=%ld&offset=%ld", limit, offset);
		if (!page_fetch(walk, request, paging, &page, err))
			return false;
		if (!offset)
			walk->newest_first = strcmp(page.first_made, page.last_made) > 0;
		offset += page.received;
		if (!page.says_more)
			page.more = page.received >=
				    (page.limit > 0 && page.limit < limit ? page.limit : limit);
	} while (page.more && page.received && !page_enough(walk));
	return true;
}

/* Takes the cursor of the next page from a member of the reply; *out_end when there is none. */
static bool next_cursor(const struct walk *walk, struct span value, struct text *cursor,
	bool *out_end, struct error *err)
{
	scoped(text_done) struct text next = TEXT(CURSOR_MOST);

	*out_end = true;
	if (span_kind(value) == '"'
			? !span_string(value, &next)
			: span_kind(value) != 'n' && !text_add_bytes(&next, value.start, value.len))
		return page_nonsense(walk, "has a cursor that is too long", err);
	if (!next.len)
		return true;
	if (!strcmp(text_string(&next), text_string(cursor)))
		return page_nonsense(walk, "has the cursor of the page before", err);
	text_clear(cursor);
	*out_end = false;
	return text_add_bytes(cursor, next.data, next.len) || error_memory(err);
}

/* A cursor in the query: next_cursor of the reply is its cursor, or after its after. first: a page that came already, or NULL. */
static bool walk_cursor(struct walk *walk, bool after, const struct page *first, struct error *err)
{
	scoped(text_done) struct text cursor = TEXT(CURSOR_MOST);
	bool end = false;
	struct page page;

	if (first &&
		!next_cursor(walk, after ? first->after : first->next_cursor, &cursor, &end, err))
		return false;
	while (!end && !page_enough(walk)) {
		scoped(text_done) struct text paging = TEXT(TEXT_ANY);

		(void)text_addf(&paging, "limit=%ld", page_size(walk, PAGE));
		if (cursor.len) {
			(void)text_add(&paging, after ? "&after=" : "&cursor=");
			(void)text_add_encoded(&paging, cursor.data, cursor.len);
		}
		if (paging.failed)
			return error_memory(err);
		if (!page_fetch(walk, walk->request, paging.data, &page, err) ||
			!next_cursor(
				walk, after ? page.after : page.next_cursor, &cursor, &end, err))
			return false;
	}
	return true;
}

/* A cursor in the body of a POST: starting_after from last, while more. */
static bool walk_body(struct walk *walk, struct error *err)
{
	scoped(text_done) struct text cursor = TEXT(CURSOR_MOST);
	struct json_object *body = walk->request->body;
	bool end = false;
	struct page page;

	while (!end && !page_enough(walk)) {
		if (!json_add(body, "limit", json_object_new_int64(page_size(walk, PAGE))) ||
			(cursor.len && !json_add(body, "starting_after",
					       json_object_new_string(cursor.data))))
			return error_memory(err);
		if (!page_fetch(walk, walk->request, NULL, &page, err))
			return false;
		end = !page.more || !page.received;
		if (!end && !next_cursor(walk, page.last, &cursor, &end, err))
			return false;
	}
	return true;
}

/* Goes on as the first reply shows. */
static bool walk_guess(struct walk *walk, struct error *err)
{
	struct page page;
	char paging[32];

	(void)snprintf(paging, sizeof(paging), "limit=%ld", page_size(walk, PAGE));
	if (!page_fetch(walk, walk->request, paging, &page, err))
		return false;
	if (page_enough(walk))
		return true;
	if (span_kind(page.next_cursor) == '"')
		return walk_cursor(walk, false, &page, err);
	if (page.says_more)
		return !page.more || walk_offset(walk, walk->request, PAGE, page.received, err);
	return span_kind(page.after) != '"' || walk_cursor(walk, true, &page, err);
}

/* Whether a slice holds more than can be listed: asks for the last record that could be. */
static bool is_overfull(
	struct walk *walk, const struct request *request, bool *out, struct error *err)
{
	struct span document;
	size_t at;
	char paging[64];

	(void)snprintf(paging, sizeof(paging), "limit=1&offset=%d", LIST_LIMIT - 1);
	walk->pages++;
	if (!client_call(walk->client, request, paging, &walk->reply, err))
		return false;
	if (!mend(&walk->reply.body) ||
		!scan_document(text_string(&walk->reply.body), walk->reply.body.len,
			JSON_DEPTH_REPLY, &document, &at))
		return page_nonsense(walk, "is not JSON", err);
	*out = false;
	(void)span_boolean(span_member(document, "more"), out);
	return true;
}

/* The end of a walk: whether what was got is all, or the caller takes a part of it. */
static bool settle(struct walk *walk, bool *out_cut, struct error *err)
{
	if (!walk->limited || page_enough(walk))
		return true;
	*out_cut = true;
	if (walk->want->partial)
		return true;
	return error_set(err, ERROR_REFUSED, 0,
		"more than %d records match, which is as many as PagerDuty lists: narrow the "
		"search%s, or give partial: true "
		"to get the first of them",
		LIST_LIMIT, walk->request->operation->range ? " by since and until" : "");
}

/* Walks a slice of the range, in halves where it holds too much. The recursion ends at slices of a second. */
static bool walk_slice(struct walk *walk, struct range range, bool *out_cut, struct error *err)
{
	struct request slice = *walk->request;
	bool overfull = false;
	bool ok;

	slice.query = (struct text)TEXT(walk->request->query.limit);
	ok = range_write(&slice.query, text_string(&walk->request->query), slice.operation->range,
		     &range) ||
	     error_memory(err);
	ok = ok && is_overfull(walk, &slice, &overfull, err);
	if (ok && overfull && range.until - range.since > 1) {
		int64_t middle = range.since + (range.until - range.since) / 2;
		struct range older = { range.since, middle }, newer = { middle, range.until };

		ok = walk_slice(walk, walk->newest_first ? newer : older, out_cut, err) &&
		     (page_enough(walk) ||
			     walk_slice(walk, walk->newest_first ? older : newer, out_cut, err));
	} else if (ok) {
		ok = walk_offset(walk, &slice, PAGE, 0, err) && settle(walk, out_cut, err);
	}
	text_done(&slice.query);
	return ok;
}

/* A list of classic paging, past its limit slice by slice. start is where its records begin in out. */
static bool walk_classic(struct walk *walk, size_t start, bool *out_cut, struct error *err)
{
	const char *names = walk->request->operation->range;
	struct range range;

	if (!walk_offset(walk, walk->request, PAGE, 0, err))
		return false;
	if (!walk->limited || page_enough(walk) || !names ||
		!range_read(text_string(&walk->request->query), names, &range))
		return settle(walk, out_cut, err);
	/* From the beginning, in order: what came so far is only the start of the whole range. */
	walk->out->len = start;
	walk->given = 0;
	seen_done(&walk->seen);
	return walk_slice(walk, range, out_cut, err);
}

static bool walk_all(struct walk *walk, bool *out_cut, struct error *err)
{
	switch (walk->request->operation->paging) {
	case PAGING_NONE:
	case PAGING_CLASSIC:
		return walk_classic(walk, walk->out->len, out_cut, err);
	case PAGING_V3:
		return walk_offset(walk, walk->request, PAGE_V3, 0, err) &&
		       settle(walk, out_cut, err);
	case PAGING_CURSOR:
		return walk_cursor(walk, false, NULL, err);
	case PAGING_AFTER:
		return walk_cursor(walk, true, NULL, err);
	case PAGING_BODY:
		return walk_body(walk, err);
	case PAGING_GUESS:
		return walk_guess(walk, err) && settle(walk, out_cut, err);
	}
	return error_set(err, ERROR_INTERNAL, 0, "a list of unknown paging");
}

bool list_all(struct client *client, const struct request *request, const struct list_want *want,
	struct text *out, bool *out_cut, struct error *err)
{
	struct walk walk = {
		.client = client, .request = request, .want = want, .out = out, .reply = HTTP_REPLY
	};

	(void)text_add(out, "[");
	bool ok = walk_all(&walk, out_cut, err) && (text_add(out, "]") || error_memory(err));
	seen_done(&walk.seen);
	http_reply_done(&walk.reply);
	return ok;
}
