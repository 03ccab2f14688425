/* SPDX-License-Identifier: Apache-2.0 */
#include "list/page.h"

#include "reply/reply.h"
#include "json/json.h"
#include "json/repair.h"
#include "json/scan.h"

#include <string.h>

/* Pages in a row without a new record after which a list is taken to have no end. */
enum {
	REPEATS_MOST = 10,
	EMPTY_MOST = 1000, /* a filter on a list with a cursor can make many pages empty */
};

bool page_enough(const struct walk *walk)
{
	return walk->want->maximum && walk->given >= walk->want->maximum;
}

bool page_refuse(const struct walk *walk, const char *what, struct error *err)
{
	(void)error_set(err, ERROR_REPLY, 0, "page %u of the list %s (%ld records had come)",
		walk->pages, what, walk->given);
	return client_refuse_reply(walk->client, &walk->reply, err);
}

bool page_go_on(const struct walk *walk, const struct page *page, struct error *err)
{
	return !page->more || page->received ||
	       page_refuse(walk, "holds nothing, and says that there is more", err);
}

bool page_refuse_text(const struct walk *walk, size_t at, struct error *err)
{
	scoped(text_done) struct text what = TEXT(TEXT_ANY);

	if (!walk->reply.body.len)
		return page_refuse(walk, "is empty", err);
	reply_add_fault(&walk->reply, at, &what);
	return page_refuse(walk, text_string(&what), err);
}

long page_limit(const struct walk *walk, long most)
{
	long wanted = walk->want->maximum - walk->given;

	if (!walk->want->maximum || walk->repeats)
		return most;

	return wanted < most ? wanted : most;
}

/* Adds a record to out, each id once, up to the maximum. */
static bool take_record(struct walk *walk, struct page *page, struct span record, struct error *err)
{
	bool is_new = true;

	page->received++;
	if (page_enough(walk))
		return true;
	if (!seen_add_record(&walk->seen, record, &is_new))
		return error_memory(err);
	if (!is_new) {
		walk->repeats = true;
		return true;
	}
	(void)text_add(walk->out, walk->given++ ? "," : "");
	return text_add_bytes(walk->out, record.start, record.len) || error_memory(err);
}

/*
 * Finds the list in a reply of unknown shape: the reply itself if it is an array; else the array
 * with the name that the path ends in; else the only array among its members.
 */
static struct span guess_list(const struct walk *walk, struct span document)
{
	const char *slash = strrchr(text_string(&walk->request->url), '/');
	struct span name, value, only = { 0 };
	unsigned arrays = 0;
	size_t at = 0;

	if (span_kind(document) == '[')
		return document;
	while (span_next_member(document, &at, &name, &value)) {
		if (span_kind(value) != '[')
			continue;
		if (slash && span_is_name(name, slash + 1, strlen(slash + 1)))
			return value;
		arrays++;
		only = value;
	}
	return arrays == 1 ? only : (struct span){ 0 };
}

/* Reads the members of a reply that say how to go on. */
static void read_member(struct page *page, struct span name, struct span value)
{
	if (span_is_name(name, "limit", 5))
		(void)span_integer(value, &page->limit);
	else if (span_is_name(name, "more", 4))
		page->says_more = span_boolean(value, &page->more);
	else if (span_is_name(name, "total", 5))
		(void)span_integer(value, &page->total);
	else if (span_is_name(name, "offset", 6))
		page->says_offset = true;
	else if (span_is_name(name, "next_cursor", 11))
		page->next_cursor = value;
	else if (span_is_name(name, "after", 5))
		page->after = value;
	else if (span_is_name(name, "last", 4))
		page->last = value;
}

/*
 * Copies when a record was created. These times show whether the list begins with the newest
 * record.
 */
static void copy_made(const struct walk *walk, struct span record, char out[INSTANT_TEXT])
{
	const struct timeline *timeline = walk->request->operation->timeline;

	if (!timeline)
		return;
	struct span text = span_member(record, timeline->made);
	if (span_kind(text) == '"' && text.len - 2 < INSTANT_TEXT)
		memcpy(out, text.start + 1, text.len - 2);
}

static bool refuse_text(const struct walk *walk, const struct scan *scan, struct error *err)
{
	return page_refuse_text(walk, (size_t)(scan->at - text_string(&walk->reply.body)), err);
}

/* Takes the records of the array that begins here. */
static bool read_list(struct walk *walk, struct scan *scan, struct page *page, struct error *err)
{
	struct span record, last = { 0 };
	enum scan_result result;

	while ((result = scan_element(scan, &record)) == SCAN_VALUE) {
		last = record;
		if (!page->received)
			copy_made(walk, record, page->first_made);
		if (!take_record(walk, page, record, err))
			return false;
	}
	copy_made(walk, last, page->last_made);
	return result == SCAN_END || refuse_text(walk, scan, err);
}

/* Reads a page in one pass. *out_found: the list is there. */
static bool read_page(struct walk *walk, const char *member, struct page *page, bool *out_found,
	struct error *err)
{
	const char *text = text_string(&walk->reply.body);
	struct scan scan = {
		.at = text, .end = text + walk->reply.body.len, .depth = JSON_DEPTH_REPLY
	};
	struct span name, value;
	enum scan_result result = scan_enter(&scan, '{');

	while (result != SCAN_BAD && (result = scan_name(&scan, &name)) == SCAN_VALUE) {
		if (span_is_name(name, member, strlen(member)) &&
			scan_enter(&scan, '[') == SCAN_VALUE) {
			*out_found = true;
			if (!read_list(walk, &scan, page, err))
				return false;
			continue;
		}
		result = scan_value(&scan, &value);
		if (result == SCAN_VALUE)
			read_member(page, name, value);
	}
	return (result == SCAN_END && scan_is_done(&scan)) || refuse_text(walk, &scan, err);
}

/* Reads a page of a list whose member is not known. */
static bool guess_page(struct walk *walk, struct page *page, bool *out_found, struct error *err)
{
	struct span document, name, value, list;
	size_t at = 0;

	if (!scan_document(text_string(&walk->reply.body), walk->reply.body.len, JSON_DEPTH_REPLY,
		    &document, &at))
		return page_refuse_text(walk, at, err);
	list = guess_list(walk, document);
	*out_found = list.start != NULL;
	for (at = 0; (value = span_next(list, &at)).start;) {
		if (!take_record(walk, page, value, err))
			return false;
	}
	for (at = 0; span_next_member(document, &at, &name, &value);)
		read_member(page, name, value);
	return true;
}

/* Writes the query of a request instead of sending it. Always returns false. */
static bool show_query(struct text *out, const struct request *request, const char *paging)
{
	(void)text_add(out, text_string(&request->query));
	if (paging)
		(void)text_addf(out, "%s%s", out->len ? "&" : "", paging);
	return false;
}

bool page_call(
	struct walk *walk, const struct request *request, const char *paging, struct error *err)
{
	if (walk->shown)
		return show_query(walk->shown, request, paging);
	walk->pages++;
	if (client_call(walk->client, request, paging, &walk->reply, err))
		return json_repair(&walk->reply.body) || error_memory(err);
	if (walk->given)
		(void)error_append(err, " (page %u of the list; %ld records had come)", walk->pages,
			walk->given);
	return false;
}

static bool refuse_no_list(struct walk *walk, const char *member, struct error *err)
{
	scoped(text_done) struct text what = TEXT(TEXT_ANY);

	/* If the reply contains an error, report the error instead of the missing list. */
	if (!reply_check(walk->request, &walk->reply, err))
		return client_refuse_reply(walk->client, &walk->reply, err);
	if (!member)
		return page_refuse(walk,
			"is not a list of records, and all is only for lists: leave all out to get the answer unchanged",
			err);
	(void)text_addf(&what, "has no array \"%s\"", member);
	return page_refuse(walk, text_string(&what), err);
}

bool page_fetch(struct walk *walk, const struct request *request, const char *paging,
	struct page *page, struct error *err)
{
	const char *member = request->member;
	long before = walk->given;
	bool found = false;

	*page = (struct page){ 0 };
	if (!page_call(walk, request, paging, err))
		return false;
	if (member ? !read_page(walk, member, page, &found, err)
		   : !guess_page(walk, page, &found, err))
		return false;
	if (!found)
		return refuse_no_list(walk, member, err);
	walk->fruitless = walk->given > before ? 0 : walk->fruitless + 1;
	if (walk->fruitless <= (page->received ? REPEATS_MOST : EMPTY_MOST))
		return true;
	return page_refuse(walk,
		page->received ? "repeats records that came before, and so did those in front of it"
			       : "is empty, and so were a thousand in front of it",
		err);
}
