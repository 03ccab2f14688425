/* SPDX-License-Identifier: Apache-2.0 */
#include "stackstorm/trigger.h"

#include "http/status.h"

#include <string.h>

enum { ID_SHOWN = 128 }; /* bytes */

bool trigger_open_body(struct text *out)
{
	return text_add(out, "{\"trigger\":\"" TRIGGER_TYPE "\",\"payload\":");
}

bool trigger_close_body(struct text *out)
{
	return text_add(out, "}");
}

bool trigger_add_trace(const char *id, struct text *out)
{
	size_t len = strlen(id);

	(void)text_add(out, "St2-Trace-Tag: pagerduty-");
	for (size_t i = 0; i < len && i < ID_SHOWN; i++)
		(void)text_add_bytes(out, id[i] > 0x20 && id[i] < 0x7f ? id + i : "_", 1);
	return !out->failed;
}

/* Returns whether the trigger type is not registered (st2common/validators/api/reactor.py). */
static bool is_unregistered(long status, const char *body)
{
	return status == 404 || (status == 400 && strstr(body, "exist in the database"));
}

void trigger_explain(long status, const char *body, struct text *out)
{
	(void)text_addf(out, "StackStorm's API answered %ld", status);
	if (status / 100 == 2)
		(void)text_add(out, ": " STACKSTORM_PAGE);
	else if (is_unregistered(status, body))
		(void)text_add(out,
			": the trigger type " TRIGGER_TYPE
			" is not registered: st2 pack register pagerduty (or stackstorm.api_url is not that of the API, which ends in /v1)");
	else if (status == 400)
		(void)text_add(out,
			": the payload is not what its trigger type " TRIGGER_TYPE
			" describes: st2 pack register pagerduty; the log of st2api says more");
	else if (status == 401)
		(void)text_add(out,
			": it does not accept the key: stackstorm.api_key of the configuration (st2 apikey create)");
	else if (status == 403)
		(void)text_add(out,
			": the user of the key may not do this: give them the permission webhook_send");
}

bool trigger_dispatch(struct http *http, const struct stackstorm_access *access,
	const struct text *body, const struct text *trace, double timeout, struct error *err)
{
	scoped(text_done) struct text url = TEXT(TEXT_ANY), why = TEXT(ERROR_TEXT);
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;

	if (!stackstorm_add_url(access, TRIGGER_PATH, &url))
		return error_memory(err);
	if (!stackstorm_ask(
		    http, access, "POST", url.data, body, text_string(trace), timeout, &reply, err))
		return stackstorm_no_answer(&reply, err) &&
		       error_wrap(err, "the trigger could not be dispatched: ");
	if (stackstorm_agrees(&reply))
		return true;
	trigger_explain(reply.status, text_string(&reply.body), &why);
	(void)error_set(
		err, ERROR_CONFIG, 0, "the trigger could not be dispatched: %s", text_string(&why));
	err->retryable = http_status_passes(reply.status);
	return false;
}
