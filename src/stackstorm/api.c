/* SPDX-License-Identifier: Apache-2.0 */
#include "stackstorm/api.h"

#include "json/json.h"
#include "json/read.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

bool stackstorm_of_execution(struct stackstorm_access *out)
{
	const char *url = getenv("ST2_ACTION_API_URL"), *token = getenv("ST2_ACTION_AUTH_TOKEN");

	if (!url || !*url || !token || !*token)
		return false;
	*out = (struct stackstorm_access){ .url = url, .token = token };
	return true;
}

bool stackstorm_add_url(const struct stackstorm_access *access, const char *path, struct text *out)
{
	size_t len = strlen(access->url);

	while (len && access->url[len - 1] == '/')
		len--;
	(void)text_add_bytes(out, access->url, len);
	return text_add(out, path);
}

bool stackstorm_add_header(const struct stackstorm_access *access, struct text *out)
{
	return text_addf(out, "%s: %s", access->token ? "X-Auth-Token" : "St2-Api-Key",
		access->token ? access->token : access->api_key);
}

struct http_options stackstorm_options(double connect_timeout)
{
	const char *ca_file = getenv("ST2_CACERT");

	return (struct http_options){
		.connect_timeout = connect_timeout,
		.ca_file = ca_file && *ca_file ? ca_file : NULL,
		.ca_name = "ST2_CACERT",
	};
}

bool stackstorm_ask(struct http *http, const struct stackstorm_access *access, const char *method,
	const char *url, const struct text *body, const char *extra, double timeout,
	struct http_reply *reply, struct error *err)
{
	scoped(text_done) struct text who = TEXT_SECRET(TEXT_ANY);

	if (!stackstorm_add_header(access, &who))
		return error_memory(err);
	const char *const headers[] = { "Accept: application/json", who.data,
		body ? "Content-Type: application/json" : extra, body ? extra : NULL, NULL };
	const struct http_request request = {
		.method = method,
		.url = url,
		.headers = headers,
		.body = body ? text_string(body) : NULL,
		.body_len = body ? body->len : 0,
		.timeout = timeout,
		.plain = true,
	};
	return http_send(http, &request, reply, err);
}

bool stackstorm_no_answer(const struct http_reply *reply, struct error *err)
{
	if (err->kind == ERROR_UNAVAILABLE || err->kind == ERROR_INTERNAL)
		return false;
	/* PagerDuty was not asked, and StackStorm may answer later. */
	err->retryable = err->kind == ERROR_TRANSPORT && !reply->hopeless;
	err->kind = ERROR_CONFIG;
	err->code = 0;
	return true;
}

bool stackstorm_agrees(const struct http_reply *reply)
{
	static const char page[] = "text/html";

	return reply->status / 100 == 2 &&
	       strncasecmp(reply->content_type, page, sizeof(page) - 1) != 0;
}

bool stackstorm_fault(const struct http_reply *reply, struct text *out)
{
	scoped(json_put_at) struct json_object *body = NULL;
	const char *fault = NULL;

	if (json_read_reply(text_string(&reply->body), reply->body.len, &body, NULL))
		fault = json_string(body, "faultstring");
	return fault && *fault && text_add(out, fault);
}
