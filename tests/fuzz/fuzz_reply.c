/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads a reply. The first line names the action, the next byte the status, the rest is the body. A
 * success becomes a result, which is one document, or an error. Any other status becomes an error.
 */
#include "fuzz.h"

#include "base/utf8.h"
#include "reply/reply.h"
#include "json/json.h"
#include "json/scan.h"

#include <string.h>

static void check_result(const struct text *out)
{
	struct span document;
	size_t at;

	HOLDS(utf8_valid(text_string(out), out->len) == out->len);
	HOLDS(scan_document(text_string(out), out->len, JSON_DEPTH_REPLY, &document, &at));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const long statuses[] = { 200, 201, 202, 204, 301, 400, 401, 402, 403, 404, 408, 429,
		500, 503 };
	struct http_reply reply = HTTP_REPLY;
	struct text out = TEXT(TEXT_ANY);
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };

	const struct operation *row = fuzz_take_row(&data, &size);
	if (!row || !size || row->run)
		return 0;
	struct request request = { .operation = row, .method = "POST", .member = row->member };
	if (request.operation->key) {
		request.key_name = request.operation->key;
		request.key = "k\"1";
	}
	reply.status = statuses[data[0] % COUNT(statuses)];
	HOLDS(text_add_bytes(&reply.body, (const char *)data + 1, size - 1));
	if (reply.status >= 300) {
		reply_error(&request, &reply, &err);
		fuzz_check_error(&err);
		HOLDS(err.code == reply.status);
	} else if (reply_result(&request, &reply, &out, &err)) {
		check_result(&out);
	} else {
		fuzz_check_error(&err);
	}
	text_done(&out);
	http_reply_done(&reply);
	return 0;
}
