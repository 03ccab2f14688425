/* SPDX-License-Identifier: Apache-2.0 */
#include "dry_run.h"

#include "headers.h"
#include "http.h"
#include "json.h"
#include "redact.h"

#include <string.h>

static bool add_headers(struct json_object *object, const char *const *lines)
{
	for (; *lines; lines++) {
		const char *colon = strchr(*lines, ':');
		scoped(text_done) struct text name = TEXT(TEXT_ANY);

		if (!text_add_bytes(&name, *lines, (size_t)(colon - *lines)) ||
			!json_add_string(object, text_string(&name), colon + 2))
			return false;
	}
	return json_add_string(object, "User-Agent", USER_AGENT);
}

static bool add_all(
	struct json_object *object, const struct request *request, const char *const *lines)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY);
	struct json_object *headers = NULL;

	(void)text_addf(&url, "%s%s%s", text_string(&request->url), request->query.len ? "?" : "",
		text_string(&request->query));
	return !url.failed && json_add_string(object, "method", request->method) &&
	       json_add_string(object, "url", text_string(&url)) &&
	       json_add(object, "headers", headers = json_object_new_object()) &&
	       add_headers(headers, lines) &&
	       (!request->body || json_add(object, "body", json_object_get(request->body)));
}

bool dry_run_print(const struct request *request, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *object = json_object_new_object();
	scoped(headers_done) struct headers headers = { .lines = TEXT(TEXT_ANY) };

	if (!headers_build(&headers, request, "Token token=***") ||
		!add_all(object, request, headers.list) || !json_print(out, object))
		return error_memory(err);
	redact(out->data);
	out->len = strlen(out->data);
	return true;
}
