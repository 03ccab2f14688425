/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the parameters of a call and builds its request. The first line names the action, the rest
 * is stdin. Accepted parameters become a well-formed request; others are refused.
 */
#include "fuzz.h"

#include "action/params.h"
#include "base/redact.h"
#include "base/utf8.h"
#include "config/resolve.h"
#include "lookup/lookup.h"
#include "needs.h"
#include "request/request.h"
#include "json/json.h"
#include "json/scan.h"

#include <string.h>

static const char config_text_of_all[] = "{\"api_key\":\"key-of-the-api\",\"from_email\":\"ana@"
					 "example.com\",\"service_key\":\"key-v1\","
					 "\"routing_key\":\"key-v2\",\"service_keys\":{\"db\":"
					 "\"key-db\"},\"routing_keys\":{\"db\":\"key-db\"}}";

/* Text in a line of HTTP must not end the line. */
static void check_line(const struct text *text)
{
	for (size_t i = 0; i < text->len; i++)
		HOLDS((unsigned char)text->data[i] > 0x20 && text->data[i] != 0x7f);
}

static void check_request(const struct request *request)
{
	struct text body = TEXT(TEXT_ANY);
	struct span document;
	size_t at;

	check_line(&request->url);
	check_line(&request->query);
	HOLDS(!strncmp(request->url.data, "https://", 8));
	HOLDS(!strpbrk(request->url.data, "?#\\"));
	HOLDS(!strstr(request->url.data + 8, "/../"));
	HOLDS(!strpbrk(text_string(&request->from), "\r\n"));
	HOLDS(!request->key == !request->key_name);
	HOLDS(request->retry != RETRY_KEYED || request->key);
	if (!request->body)
		return;
	HOLDS(json_print(&body, request->body));
	HOLDS(utf8_valid(body.data, body.len) == body.len);
	HOLDS(scan_document(body.data, body.len, JSON_DEPTH_REPLY, &document, &at));
	text_done(&body);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct config *config;
	struct request request = { 0 };
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };

	if (!config) {
		HOLDS(!setenv("ST2_PAGERDUTY_CONFIG", config_text_of_all, 1));
		config = config_load(NULL, &err);
		HOLDS(config);
		config_stay_offline(config);
	}
	const struct operation *row = fuzz_take_row(&data, &size);
	if (!row)
		return 0;
	/* A row without a path has no request. */
	struct json_object *values = params_read(row, (const char *)data, size, &err);
	struct lookup lookup = { 0 };
	const struct run run = { .operation = row,
		.values = values,
		.config = config,
		.lookup = &lookup,
		.user = "ana" };
	if (values && row->path && needs_resolve(&run, false, &err) &&
		request_build(&request, row, values, config, "ana", &err))
		check_request(&request);
	else if (!values || row->path)
		fuzz_check_error(&err);
	HOLDS(!err.kind || err.kind == ERROR_USAGE || err.kind == ERROR_CONFIG);
	request_done(&request);
	json_object_put(values);
	redact_forget();
	return 0;
}
