/* SPDX-License-Identifier: Apache-2.0 */
#include "list/list.h"

#include "list/cursor.h"
#include "list/offset.h"
#include "list/order.h"
#include "list/pieces.h"
#include "list/range.h"
#include "request/query.h"

#include <stdio.h>

/* Continues in the way that the first reply shows. */
static bool walk_guess(struct walk *walk, struct error *err)
{
	const struct request *request = walk->request;
	struct page page;
	char paging[32];

	/* A body has its own way to say how much is wanted, and it is not known yet. */
	(void)snprintf(paging, sizeof(paging), "limit=%ld", page_limit(walk, PAGE_MOST));
	if (!page_fetch(walk, request, request->body ? NULL : paging, &page, err))
		return false;
	if (page_enough(walk))
		return true;
	if (span_kind(page.next_cursor) == '"')
		return cursor_walk_query(walk, false, &page, err);
	if (page.more && request->body && page.last.start)
		return cursor_walk_body(walk, &page, err);
	if (page.more && page.says_offset)
		return offset_walk(walk, request, PAGE_MOST, page.received, err);
	if (span_kind(page.after) == '"')
		return cursor_walk_query(walk, true, &page, err);
	return !page.more ||
	       page_refuse(walk, "says that there is more, but not how to ask for it", err);
}

static bool walk_all(struct walk *walk, struct error *err)
{
	struct range range;

	switch (walk->request->operation->paging) {
	case PAGING_CLASSIC:
		return pieces_needed(walk, &range) ? pieces_walk(walk, &range, err)
						   : offset_walk_all(walk, err);
	case PAGING_V3:
		return offset_walk(walk, walk->request, PAGE_MOST_WIDE, 0, err);
	case PAGING_CURSOR:
		return cursor_walk_query(walk, false, NULL, err);
	case PAGING_AFTER:
		return cursor_walk_query(walk, true, NULL, err);
	case PAGING_BODY:
		return cursor_walk_body(walk, NULL, err);
	case PAGING_GUESS:
		return walk_guess(walk, err);
	case PAGING_NONE:
		break;
	}
	return error_set(
		err, ERROR_INTERNAL, 0, "%s is no list of pages", walk->request->operation->name);
}

/* Adds how to ask for fewer records, if a time range would help. */
static void add_narrowing(struct text *out, const struct request *request)
{
	const struct timeline *timeline = request->operation->timeline;
	const char *query = text_string(&request->query);
	struct range range;

	if (!timeline)
		return;
	(void)text_addf(out, " by %s and %s", timeline->since, timeline->until);
	if (query_value(query, timeline->any_time))
		(void)text_addf(out, ", without %s", timeline->any_time);
	else if (!order_is_by_time(timeline, query))
		(void)text_addf(out, ", or leave %s out", timeline->order);
	else if (query_value(query, timeline->since) && query_value(query, timeline->until) &&
		 !range_of_request(request, "", &range))
		/* Such a range cannot be cut, because its meaning is not clear. */
		(void)text_add(out, ", both with an offset or both without");
}

/*
 * Ends a walk. Fails if PagerDuty's limit cut the list and the caller does not take a part of it.
 */
static bool finish_list(const struct walk *walk, bool *out_cut, struct error *err)
{
	scoped(text_done) struct text narrowing = TEXT(TEXT_ANY);

	bool cut = walk->limited && !page_enough(walk);

	if (cut && !walk->want->partial) {
		add_narrowing(&narrowing, walk->request);
		return error_set(err, ERROR_REFUSED, 0,
			"more than " PAGING_MOST_TEXT
			" records match, and PagerDuty lists at most " PAGING_MOST_TEXT
			": narrow the search%s, or give partial: true to get those",
			text_string(&narrowing));
	}
	*out_cut = cut;
	return true;
}

static void walk_done(struct walk *walk)
{
	seen_done(&walk->seen);
	http_reply_done(&walk->reply);
}

bool list_all(struct client *client, const struct request *request, const struct list_want *want,
	struct text *out, bool *out_cut, struct error *err)
{
	scoped(walk_done) struct walk walk = {
		.client = client, .request = request, .want = want, .out = out, .reply = HTTP_REPLY
	};

	(void)text_add(out, "[");
	return walk_all(&walk, err) && finish_list(&walk, out_cut, err) &&
	       (text_add(out, "]") || error_memory(err));
}

bool list_show_first(const struct request *request, const struct list_want *want,
	struct text *query, struct error *err)
{
	scoped(text_done) struct text none = TEXT(TEXT_ANY);
	scoped(walk_done) struct walk walk = {
		.request = request, .want = want, .out = &none, .shown = query, .reply = HTTP_REPLY
	};

	/* The walk ends at its first request. */
	return (!walk_all(&walk, err) && !err->kind && !query->failed) ||
	       (!err->kind && error_memory(err));
}
