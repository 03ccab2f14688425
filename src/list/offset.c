/* SPDX-License-Identifier: Apache-2.0 */
#include "list/offset.h"

#include "list/order.h"
#include "list/range.h"
#include "request/query.h"
#include "json/json.h"
#include "json/scan.h"

#include <stdio.h>
#include <string.h>

/* Reads when the first and the last record of the walk were created. */
static void note_ends(struct walk *walk, const struct page *page, bool is_first)
{
	if (is_first)
		memcpy(walk->first_made, page->first_made, sizeof(walk->first_made));
	memcpy(walk->last_made, page->last_made, sizeof(walk->last_made));
}

bool offset_walk(
	struct walk *walk, const struct request *request, long most, long offset, struct error *err)
{
	struct page page;

	walk->limited = false;
	do {
		long limit = page_limit(walk, most);
		char paging[64];

		if (limit > PAGING_MOST - offset)
			limit = PAGING_MOST - offset;
		if (limit <= 0) {
			walk->limited = true;
			return true;
		}
		(void)snprintf(paging, sizeof(paging), "limit=%ld&offset=%ld%s", limit, offset,
			walk->want->total && most == PAGE_MOST ? "&total=true" : "");
		if (!page_fetch(walk, request, paging, &page, err) || !page_go_on(walk, &page, err))
			return false;
		if (walk->want->total)
			*walk->want->total = page.total;
		note_ends(walk, &page, !offset);
		offset += page.received;
		if (!page.says_more)
			page.more = page.received >=
				    (page.limit > 0 && page.limit < limit ? page.limit : limit);
	} while (page.more && !page_enough(walk));
	return true;
}

/*
 * Finds out whether a slice has more records than can be listed: requests the last record that can
 * be listed, and checks whether there is more.
 */
static bool ask_overfull(
	struct walk *walk, const struct request *request, bool *out, struct error *err)
{
	struct span document;
	size_t at;
	char paging[64];

	(void)snprintf(paging, sizeof(paging), "limit=1&offset=%d", PAGING_MOST - 1);
	if (!page_call(walk, request, paging, err))
		return false;
	if (!scan_document(text_string(&walk->reply.body), walk->reply.body.len, JSON_DEPTH_REPLY,
		    &document, &at))
		return page_refuse_text(walk, at, err);
	*out = false;
	(void)span_boolean(span_member(document, "more"), out);
	return true;
}

/* A list that is walked in slices. */
struct slices {
	struct walk *walk;
	bool newest_first; /* its order */
};

static bool walk_slice(const struct slices *slices, const struct range *range, struct error *err);

/*
 * Reads both halves in the order of the list. If even a slice of a few seconds has too many
 * records, the rest is not requested: most likely the server ignores the range and returns the same
 * records for every slice.
 */
static bool walk_halves(const struct slices *slices, const struct range *older,
	const struct range *newer, struct error *err)
{
	const struct walk *walk = slices->walk;

	return walk_slice(slices, slices->newest_first ? newer : older, err) &&
	       (page_enough(walk) || walk->limited ||
		       walk_slice(slices, slices->newest_first ? older : newer, err));
}

/* The recursion is as deep as the range has bits, and ends at slices of a few seconds. */
static bool walk_slice(const struct slices *slices, const struct range *range, struct error *err)
{
	struct walk *walk = slices->walk;
	struct request slice = *walk->request;
	scoped(text_done) struct text query = TEXT(TEXT_ANY);
	bool overfull = false;
	struct range older, newer;

	if (!range_write(
		    &query, text_string(&walk->request->query), slice.operation->timeline, range))
		return error_memory(err);
	slice.query = query;
	if (!ask_overfull(walk, &slice, &overfull, err))
		return false;
	if (!overfull || !range_halve(range, &older, &newer))
		return offset_walk(walk, &slice, PAGE_MOST, 0, err);
	return walk_halves(slices, &older, &newer, err);
}

/*
 * Finds the range to cut, and whether the list begins with the newest record. The first walk tells
 * that by the times of its first and last record; a single page may hold records of one second
 * only. Returns false if there is no range, or if slices would not give this list.
 */
static bool find_range(const struct walk *walk, bool *out_newest_first, struct range *out)
{
	const struct timeline *timeline = walk->request->operation->timeline;
	const char *query = text_string(&walk->request->query);
	int order = strcmp(walk->first_made, walk->last_made);

	*out_newest_first = order > 0;
	return timeline && order && order_is_by_time(timeline, query) &&
	       !query_value(query, timeline->any_time) &&
	       range_of_request(walk->request, *out_newest_first ? "" : walk->first_made, out);
}

/* If fewer records are wanted than can be listed, read the range without asking for its size. */
bool offset_walk_range(
	struct walk *walk, const struct range *range, bool newest_first, struct error *err)
{
	struct request piece = *walk->request;
	scoped(text_done) struct text query = TEXT(TEXT_ANY);

	if (!walk->want->maximum || walk->want->maximum > PAGING_MOST)
		return walk_slice(&(struct slices){ walk, newest_first }, range, err);
	if (!range_write(&query, text_string(&piece.query), piece.operation->timeline, range))
		return error_memory(err);
	piece.query = query;
	return offset_walk(walk, &piece, PAGE_MOST, 0, err);
}

bool offset_walk_all(struct walk *walk, struct error *err)
{
	struct slices slices = { .walk = walk };
	struct text *out = walk->out;
	size_t start = out->len;
	struct range range;

	if (!offset_walk(walk, walk->request, PAGE_MOST, 0, err))
		return false;
	if (!walk->limited || page_enough(walk) || !find_range(walk, &slices.newest_first, &range))
		return true;
	long before = walk->given;
	size_t end = out->len;
	/*
	 * Read again from the beginning, in order: the records so far are only the first of the
	 * whole range.
	 */
	walk->given = 0;
	seen_done(&walk->seen);
	if (!walk_slice(&slices, &range, err))
		return false;
	if (page_enough(walk) || walk->given >= before) {
		text_remove(out, start, end - start);
		return true;
	}
	/*
	 * If the slices hold fewer records than the first walk, the server ignores the range: keep
	 * the first walk.
	 */
	text_remove(out, end, out->len - end);
	walk->given = before;
	walk->limited = true;
	return true;
}
