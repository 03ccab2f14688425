/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Walks a list whose pages are the input. The first byte says how the list is paged and how many
 * records are wanted. The rest are replies, separated by NUL; the last one is repeated. Whatever
 * they are, the walk must end, with an array or an error.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "list/list.h"
#include "json/json.h"
#include "json/scan.h"

#include <string.h>

enum { CALLS_MOST = 40000 }; /* more than any walk that ends */

static struct {
	const char *at, *end;
	unsigned calls;
} replies;

/* Needed to link the rows whose functions open clients. None is called here. */
bool client_open(struct client *client, struct config *config, double end, struct error *err)
{
	(void)client, (void)config, (void)end;
	return error_memory(err);
}

void client_done(struct client *client)
{
	(void)client;
}

bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err)
{
	(void)client;
	(void)request;
	(void)paging;
	HOLDS(++replies.calls < CALLS_MOST);
	const char *end = memchr(replies.at, '\0', (size_t)(replies.end - replies.at));
	size_t len = (size_t)((end ? end : replies.end) - replies.at);

	text_clear(&reply->body);
	if (!text_add_bytes(&reply->body, replies.at, len))
		return error_memory(err);
	if (end)
		replies.at = end + 1;
	return true;
}

static void check(const struct text *out, long maximum)
{
	struct span document;
	size_t at = 0;
	long count = 0;

	HOLDS(utf8_valid(text_string(out), out->len) == out->len);
	HOLDS(scan_document(text_string(out), out->len, JSON_DEPTH_REPLY, &document, &at));
	HOLDS(span_kind(document) == '[');
	for (at = 0; span_next(document, &at).start;)
		count++;
	HOLDS(!maximum || count <= maximum);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const enum paging pagings[] = { PAGING_CLASSIC, PAGING_CURSOR, PAGING_AFTER,
		PAGING_BODY, PAGING_V3, PAGING_GUESS };

	if (!size || size > 4096)
		return 0;
	enum paging paging = pagings[(*data & 7) % COUNT(pagings)];
	struct operation operation = { .name = "incident.find",
		.paging = paging,
		.member = paging == PAGING_GUESS ? NULL : "a",
		.timeline = *data & 8 ? operation_find("incident.find")->timeline : NULL };
	struct request request = { .operation = &operation, .member = operation.member };
	struct list_want want = { .maximum = (*data >> 4 & 7) * 3, .partial = *data >> 7 };
	struct text out = TEXT(TEXT_ANY);
	struct client client = { 0 };
	struct error err = { 0 };
	bool cut = false;

	request.url = request.query = (struct text)TEXT(TEXT_ANY);
	HOLDS(text_add(&request.url, "https://api.pagerduty.com/a"));
	HOLDS(text_add(&request.query, "since=2026-01-01T00%3A00Z&until=2026-01-01T00%3A01Z"));
	if (paging == PAGING_BODY || size % 2)
		request.body = json_object_new_object();
	replies.at = (const char *)data + 1;
	replies.end = (const char *)data + size;
	replies.calls = 0;
	if (list_all(&client, &request, &want, &out, &cut, &err))
		check(&out, want.maximum);
	else
		HOLDS(err.kind != ERROR_NONE && *err.text && !cut);
	text_done(&out);
	text_done(&request.url);
	text_done(&request.query);
	json_object_put(request.body);
	return 0;
}
