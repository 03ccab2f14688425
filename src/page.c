/* SPDX-License-Identifier: Apache-2.0 */
#include "page.h"

#include "json.h"
#include "range.h"
#include "seen.h"

#include <stdio.h>
#include <string.h>

enum {
	PAGE = 100, /* records; the most that PagerDuty gives at once */
	PAGE_V3 = 1000, /* the same of /v3 */
	LIST_LIMIT = 10000, /* PagerDuty refuses offset + limit beyond it */
	FRUITLESS_MOST =
		10, /* pages without a new record in a row, after which a list is taken to go in circles */
	CURSOR_MOST = 4096, /* bytes */
};

/* One list on its way. */
struct walk {
	struct client *client;
	const struct request *request;
	const struct page_want *want;
	struct text *out;
	struct seen seen;
	struct http_reply reply;
	long given; /* records in out */
	unsigned pages; /* asked for */
	unsigned fruitless; /* of the last ones, in a row */
	bool limited; /* the last walk ended at LIST_LIMIT with more behind it */
	bool newest_first; /* of the order of the list, as its first page showed */
};

/* What one page said. */
struct page {
	struct span document, list;
	long received;
	long limit; /* the one the server says it kept to; 0 when it does not say */
	bool more, says_more;
};

static bool is_enough(const struct walk *walk)
{
	return walk->want->maximum && walk->given >= walk->want->maximum;
}

static long page_size(const struct walk *walk, long most)
{
	long wanted = walk->want->maximum ? walk->want->maximum - walk->given : most;

	return wanted < most ? wanted : most;
}

static bool nonsense(const struct walk *walk, const char *what, struct error *err)
{
	return error_set(err, ERROR_REPLY, 0, "page %u of the list %s (%ld records had come)",
		walk->pages, what, walk->given);
}

/* Adds the records of a page to out, each id once, up to the maximum. */
static bool take_records(struct walk *walk, struct page *page, struct error *err)
{
	struct span record;
	long before = walk->given;
	size_t at = 0;

	while ((record = scan_next(page->list, &at)).start) {
		bool is_new = true;

		page->received++;
		if (is_enough(walk))
			continue;
		if (!seen_add(&walk->seen, record, &is_new))
			return error_memory(err);
		if (!is_new)
			continue;
		(void)text_add(walk->out, walk->given++ ? "," : "");
		if (!text_add_bytes(walk->out, record.start, record.len))
			return error_memory(err);
	}
	walk->fruitless = walk->given > before ? 0 : walk->fruitless + 1;
	if (page->received && walk->fruitless > FRUITLESS_MOST)
		return nonsense(walk, "repeats records that came before, for ever", err);
	return true;
}

/* The one array among the members of a reply whose shape is not known, or the one named like the path's end. */
static struct span guess_list(const struct walk *walk, struct span document)
{
	const char *slash = strrchr(text_string(&walk->request->url), '/');
	struct span name, value, only = { 0 };
	unsigned arrays = 0;
	size_t at = 0;

	while (scan_next_member(document, &at, &name, &value)) {
		if (scan_kind(value) != '[')
			continue;
		if (slash && name.len == strlen(slash + 1) + 2 &&
			!memcmp(name.start + 1, slash + 1, name.len - 2))
			return value;
		arrays++;
		only = value;
	}
	return arrays == 1 ? only : (struct span){ 0 };
}

/* Finds list, limit and more in one pass; a member deeper down is looked up on its own. */
static bool read_members(const struct walk *walk, struct page *page)
{
	const char *member = walk->request->operation->member;
	const char *const names[] = { member ? member : "", "limit", "more" };
	struct span spans[COUNT(names)];

	scan_members(page->document, names, spans, COUNT(names));
	page->list = !member               ? guess_list(walk, page->document)
		     : strchr(member, '/') ? scan_member(page->document, member)
					   : spans[0];
	(void)scan_integer(spans[1], &page->limit);
	page->says_more = scan_boolean(spans[2], &page->more);
	return scan_kind(page->list) == '[';
}

/* Asks for one page and takes its records. */
static bool fetch(struct walk *walk, const struct request *request, const char *paging,
	struct page *page, struct error *err)
{
	size_t at;

	*page = (struct page){ 0 };
	walk->pages++;
	if (!client_call(walk->client, request, paging, &walk->reply, err))
		return walk->given
			       ? error_append(err, " (page %u of the list; %ld records had come)",
					 walk->pages, walk->given)
			       : false;
	if (!scan_mend(&walk->reply.body))
		return error_memory(err);
	if (!scan_document(text_string(&walk->reply.body), walk->reply.body.len, JSON_DEPTH_REPLY,
		    &page->document, &at))
		return nonsense(walk, "is not JSON", err);
	if (!read_members(walk, page)) {
		const char *member = request->operation->member;
		scoped(text_done) struct text what = TEXT(TEXT_ANY);

		(void)text_addf(&what, "has no array \"%s\"",
			member ? member : "that could be taken for the list");
		return nonsense(walk, text_string(&what), err);
	}
	return take_records(walk, page, err);
}

/* Which way the first page runs, told by the moments its first and last record were made. */
static bool runs_backwards(struct span list)
{
	struct span first = { 0 }, last = { 0 }, record;
	size_t at = 0;

	while ((record = scan_next(list, &at)).start) {
		first = first.start ? first : record;
		last = record;
	}
	first = scan_member(first, "created_at");
	last = scan_member(last, "created_at");
	return first.start && last.start && first.len == last.len &&
	       memcmp(first.start, last.start, first.len) > 0;
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
		if (!fetch(walk, request, paging, &page, err))
			return false;
		if (!offset)
			walk->newest_first = runs_backwards(page.list);
		offset += page.received;
		if (!page.says_more)
			page.more = page.received >=
				    (page.limit > 0 && page.limit < limit ? page.limit : limit);
	} while (page.more && page.received && !is_enough(walk));
	return true;
}

/* Adds a cursor for the next page, from the reply's member; *out_end when there is none. */
static bool next_cursor(const struct walk *walk, const struct page *page, const char *member,
	struct text *cursor, bool *out_end, struct error *err)
{
	scoped(text_done) struct text next = TEXT(CURSOR_MOST);
	struct span value = scan_member(page->document, member);

	*out_end = true;
	if (scan_kind(value) == '"'
			? !scan_string(value, &next)
			: scan_kind(value) != 'n' && !text_add_bytes(&next, value.start, value.len))
		return nonsense(walk, "has a cursor that is too long", err);
	if (!next.len)
		return true;
	if (!strcmp(text_string(&next), text_string(cursor)))
		return nonsense(walk, "has the cursor of the page before", err);
	text_clear(cursor);
	*out_end = false;
	return text_add_bytes(cursor, next.data, next.len) || error_memory(err);
}

/* A cursor in the query, "cursor" or "after", from a member of the reply. first is a page that came already, or NULL. */
static bool walk_cursor(struct walk *walk, const char *name, const char *member,
	const struct page *first, struct error *err)
{
	scoped(text_done) struct text cursor = TEXT(CURSOR_MOST);
	bool end = false;
	struct page page;

	if (first && !next_cursor(walk, first, member, &cursor, &end, err))
		return false;
	while (!end && !is_enough(walk)) {
		scoped(text_done) struct text paging = TEXT(TEXT_ANY);

		(void)text_addf(&paging, "limit=%ld", page_size(walk, PAGE));
		if (cursor.len) {
			(void)text_addf(&paging, "&%s=", name);
			(void)text_add_encoded(&paging, cursor.data, cursor.len);
		}
		if (paging.failed)
			return error_memory(err);
		if (!fetch(walk, walk->request, paging.data, &page, err) ||
			!next_cursor(walk, &page, member, &cursor, &end, err))
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

	while (!end && !is_enough(walk)) {
		if (!json_add(body, "limit", json_object_new_int64(page_size(walk, PAGE))) ||
			(cursor.len && !json_add(body, "starting_after",
					       json_object_new_string(cursor.data))))
			return error_memory(err);
		if (!fetch(walk, walk->request, NULL, &page, err))
			return false;
		end = !page.more || !page.received;
		if (!end && !next_cursor(walk, &page, "last", &cursor, &end, err))
			return false;
	}
	return true;
}

/* Goes on as the first reply shows. */
static bool walk_guess(struct walk *walk, struct error *err)
{
	static const char *const names[] = { "next_cursor", "more", "after" };
	struct span spans[COUNT(names)];
	struct page page;
	char paging[32];

	(void)snprintf(paging, sizeof(paging), "limit=%ld", page_size(walk, PAGE));
	if (!fetch(walk, walk->request, paging, &page, err))
		return false;
	scan_members(page.document, names, spans, COUNT(names));
	if (is_enough(walk))
		return true;
	if (scan_kind(spans[0]) == '"')
		return walk_cursor(walk, "cursor", "next_cursor", &page, err);
	if (spans[1].start)
		return !page.more || walk_offset(walk, walk->request, PAGE, page.received, err);
	return scan_kind(spans[2]) != '"' || walk_cursor(walk, "after", "after", &page, err);
}

/* Whether a slice holds more than can be listed: asks for the last record that could be. */
static bool is_overfull(
	struct walk *walk, const struct request *request, bool *out, struct error *err)
{
	static const char *const names[] = { "more" };
	struct span document, more;
	size_t at;
	char paging[64];

	(void)snprintf(paging, sizeof(paging), "limit=1&offset=%d", LIST_LIMIT - 1);
	walk->pages++;
	if (!client_call(walk->client, request, paging, &walk->reply, err))
		return false;
	if (!scan_mend(&walk->reply.body) ||
		!scan_document(text_string(&walk->reply.body), walk->reply.body.len,
			JSON_DEPTH_REPLY, &document, &at))
		return nonsense(walk, "is not JSON", err);
	scan_members(document, names, &more, 1);
	*out = false;
	(void)scan_boolean(more, out);
	return true;
}

/* The end of a walk: whether what was got is all, or the caller takes a part of it. */
static bool settle(struct walk *walk, bool *out_cut, struct error *err)
{
	if (!walk->limited || is_enough(walk))
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
		     (is_enough(walk) ||
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
	if (!walk->limited || is_enough(walk) || !names ||
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
		return walk_cursor(walk, "cursor", "next_cursor", NULL, err);
	case PAGING_AFTER:
		return walk_cursor(walk, "after", "after", NULL, err);
	case PAGING_BODY:
		return walk_body(walk, err);
	case PAGING_GUESS:
		return walk_guess(walk, err) && settle(walk, out_cut, err);
	}
	return error_set(err, ERROR_INTERNAL, 0, "a list of unknown paging");
}

bool page_all(struct client *client, const struct request *request, const struct page_want *want,
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
