/* SPDX-License-Identifier: Apache-2.0 */
#include "request/headers.h"

#include <string.h>

static void add_line(struct text *lines, const char *name, const char *value)
{
	(void)text_addf(lines, "%s: %s", name, value);
	(void)text_add_bytes(lines, "", 1);
}

bool headers_build(
	struct headers *headers, const struct request *request, const char *authorization)
{
	bool rest = request->operation->host == HOST_REST;
	struct text *lines = &headers->lines;
	size_t count = 0;

	*headers = (struct headers){ .lines = TEXT_SECRET(TEXT_ANY) };
	add_line(lines, "Accept",
		rest ? "application/vnd.pagerduty+json;version=2" : "application/json");
	if (rest)
		add_line(lines, "Authorization", authorization);
	/* From is sent only with calls that change something. */
	if (rest && request->from.len && strcmp(request->method, "GET") != 0)
		add_line(lines, "From", text_string(&request->from));
	if (request->body)
		add_line(lines, "Content-Type", "application/json");
	if (lines->failed)
		return false;
	for (const char *line = lines->data; line < lines->data + lines->len;
		line += strlen(line) + 1)
		headers->list[count++] = line;
	return true;
}

void headers_done(struct headers *headers)
{
	text_done(&headers->lines);
}
