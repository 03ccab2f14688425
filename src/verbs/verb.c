/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/verb.h"

#include "base/log.h"
#include "list/list.h"
#include "queue/deliver.h"
#include "reply/reply.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

/* Adds, after a reply that cannot be used, that the action may have been carried out. */
static void warn_of_effect(const struct request *request, struct error *err)
{
	if (!request_changes(request) || err->kind != ERROR_REPLY)
		return;
	err->says_doubt = true;
	(void)error_append(err, "; it may have been done all the same");
}

/*
 * Takes the result of a reply. If some of several things were refused, or the reply does not say
 * what became of them, it becomes the outcomes of the run.
 */
static bool add_result(struct run *run, const struct request *request, struct http_reply *reply,
	struct text *out, struct error *err)
{
	size_t before = out->len;

	if (reply_result(request, reply, out, err))
		return true;
	if (err->kind == ERROR_REFUSED || err->kind == ERROR_REPLY)
		(void)text_add(&run->outcomes, text_string(out) + before);
	text_remove(out, before, out->len - before);
	(void)client_refuse_reply(run->client, reply, err);
	warn_of_effect(request, err);
	return false;
}

/* Adds, after a refusal of the last try, that an earlier one may have been carried out. */
static void warn_of_earlier_try(
	const struct client *client, const struct request *request, struct error *err)
{
	if (err->kind != ERROR_REFUSED || err->already || err->says_doubt ||
		!client->maybe_heard_before || !request_changes(request))
		return;
	err->says_doubt = true;
	(void)error_append(err, "; an earlier try may have been carried out all the same");
}

/* What an exchange needs. */
struct exchange {
	struct run *run;
	const struct request *request;
	struct json_object *values;
};

/* One request and its reply. */
static bool exchange_once(struct run *run, const struct request *request,
	struct json_object *values, struct text *out, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;

	if (client_call(run->client, request, NULL, &reply, err))
		return add_result(run, request, &reply, out, err);
	if (request->operation->explain)
		request->operation->explain(run, request, values, err);
	warn_of_earlier_try(run->client, request, err);
	return false;
}

static bool exchange(void *data, struct text *out, struct error *err)
{
	const struct exchange *given = data;
	struct run *run = given->run;
	const struct request *request = given->request;
	struct json_object *values = given->values;
	struct list_want want;
	bool cut = false;

	if (!list_want_read(request->operation, values, &want))
		return exchange_once(run, request, values, out, err);
	want.total = run->counts ? &run->total : NULL;
	if (!list_all(run->client, request, &want, out, &cut, err)) {
		warn_of_effect(request, err);
		return false;
	}
	if (cut)
		log_line("%s: the list is not complete: PagerDuty gives at most " PAGING_MOST_TEXT
			 " records",
			run->operation->name);
	return true;
}

bool verb_exchange(struct run *run, struct request *request, struct json_object *values,
	struct text *out, struct error *err)
{
	struct exchange given = { run, request, values };
	struct queue_settings settings = { 0 };

	if (request->operation->api && !queue_settings_read(run->config, values, &settings, err))
		return false;
	return settings.when == QUEUE_NEVER ? exchange(&given, out, err)
					    : deliver_event(&settings, run->client, request, values,
						      exchange, &given, out, err);
}

bool verb_build(struct run *run, struct error *err)
{
	request_done(run->request);
	return !run->operation->path || request_build(run->request, run->operation, run->values,
						run->config, run->user, err);
}

bool verb_ask(struct run *run, const char *action, struct json_object *values, struct text *out,
	struct error *err)
{
	const struct operation *operation = operation_find(action);
	scoped(request_done) struct request request = { 0 };

	if (!operation)
		return error_set(err, ERROR_INTERNAL, 0, "there is no action %s", action);
	return request_build(&request, operation, values, run->config, run->user, err) &&
	       verb_exchange(run, &request, values, out, err);
}

bool verb_call(struct run *run, const char *action, struct json_object *values,
	struct json_object **out_result, struct error *err)
{
	scoped(text_done) struct text out = TEXT(TEXT_ANY);

	return verb_ask(run, action, values, &out, err) &&
	       json_read_reply(text_string(&out), out.len, out_result, err);
}
