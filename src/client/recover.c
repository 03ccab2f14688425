/* SPDX-License-Identifier: Apache-2.0 */
#include "client/recover.h"

#include "json/json.h"
#include "json/repair.h"
#include "json/scan.h"

bool recover_is_refused(const struct request *request, const struct error *refusal)
{
	const struct recovery *recover = request->operation->recover;

	return recover && recover->is_refused(request->body, request->key, refusal);
}

bool recover_build(struct request *find, const struct request *request)
{
	static const struct operation look = {
		.method = "GET", .path = "/", .host = HOST_REST, .retry = RETRY_SAFE
	};
	const struct recovery *recover = request->operation->recover;

	*find = (struct request){ .operation = &look,
		.method = look.method,
		.url = TEXT(TEXT_ANY),
		.query = TEXT(TEXT_ANY),
		.from = TEXT(TEXT_ANY),
		.retry = look.retry };
	return text_add(&find->url, text_string(&request->url)) &&
	       (!recover->add_query ||
		       recover->add_query(request->body, request->key, &find->query));
}

bool recover_take(const struct request *request, double began, struct http_reply *reply)
{
	scoped(text_done) struct text taken = TEXT(reply->body.limit);
	struct span document;
	size_t at = 0;

	if (!json_repair(&reply->body) || !scan_document(text_string(&reply->body), reply->body.len,
						  JSON_DEPTH_REPLY, &document, &at))
		return false;
	if (!request->operation->recover->take(
		    request->body, request->key, began, document, &taken))
		return false;
	text_clear(&reply->body);
	return text_add_bytes(&reply->body, taken.data, taken.len);
}
