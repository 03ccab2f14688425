/* SPDX-License-Identifier: Apache-2.0 */
#include "stackstorm/key.h"

#include "http/status.h"
#include "json/json.h"
#include "json/scan.h"

#include <string.h>

bool key_add_url(const struct stackstorm_access *access, const char *name, size_t len, bool user,
	struct text *out)
{
	(void)stackstorm_add_url(access, "/keys/", out);
	(void)text_add_encoded(out, name, len);
	return text_addf(out, "?scope=%s", user ? "user" : "system");
}

/* Checks that a request for an item got an answer of success. verb is "read" or "written". */
static bool check_answer(bool sent, const char *verb, const char *name,
	const struct http_reply *reply, struct error *err)
{
	scoped(text_done) struct text fault = TEXT(ERROR_TEXT);

	if (!sent)
		return stackstorm_no_answer(reply, err) &&
		       error_wrap(err, "key %s of the datastore could not be %s: ", name, verb);
	if (stackstorm_agrees(reply))
		return true;
	if (!stackstorm_fault(reply, &fault) && reply->status / 100 == 2)
		(void)text_add(&fault, STACKSTORM_PAGE);
	(void)error_set(err, ERROR_CONFIG, 0,
		"key %s of the datastore could not be %s: StackStorm's API answered %ld%s%s", name,
		verb, reply->status, fault.len ? ": " : "", text_string(&fault));
	err->retryable = http_status_passes(reply->status);
	return false;
}

static bool read_value(
	const char *name, const struct http_reply *reply, struct text *out_value, struct error *err)
{
	struct span document;
	size_t at;

	return (scan_document(text_string(&reply->body), reply->body.len, JSON_DEPTH_REPLY,
			&document, &at) &&
		       span_string(span_member(document, "value"), out_value)) ||
	       error_set(err, ERROR_CONFIG, 0, "key %s of the datastore is not a text", name);
}

bool key_read(struct http *http, const struct stackstorm_access *access, const char *name,
	double timeout, struct text *out_value, bool *out_found, struct error *err)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY);
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;

	if (!key_add_url(access, name, strlen(name), false, &url))
		return error_memory(err);
	bool sent = stackstorm_ask(http, access, "GET", url.data, NULL, NULL, timeout, &reply, err);
	*out_found = false;
	if (sent && reply.status == 404)
		return true;
	*out_found = true;
	return check_answer(sent, "read", name, &reply, err) &&
	       read_value(name, &reply, out_value, err);
}

bool key_write(struct http *http, const struct stackstorm_access *access, const char *name,
	const struct text *value, double timeout, struct error *err)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY), body = TEXT(TEXT_ANY);
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;

	(void)key_add_url(access, name, strlen(name), false, &url);
	(void)text_add(&body, "{\"name\":");
	(void)text_add_quoted(&body, name, strlen(name));
	(void)text_add(&body, ",\"scope\":\"system\",\"value\":");
	(void)text_add_quoted(&body, text_string(value), value->len);
	if (!text_add(&body, "}") || url.failed)
		return error_memory(err);
	return check_answer(
		stackstorm_ask(http, access, "PUT", url.data, &body, NULL, timeout, &reply, err),
		"written", name, &reply, err);
}
