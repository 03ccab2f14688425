/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/enqueue.h"

#include "queue/coalesce.h"
#include "queue/file.h"
#include "queue/reserve.h"
#include "queue/sql.h"
#include "json/json.h"

#include <inttypes.h>

/* Prints the body without its integration key. The body itself keeps the key. */
static bool print_body(struct json_object *body, const char *key_member, struct text *out)
{
	scoped(json_put_at) struct json_object *key =
		json_object_get(json_member(body, key_member));

	json_object_object_del(body, key_member);
	bool ok = json_print(out, body);
	return json_add(body, key_member, json_object_get(key)) && ok;
}

bool enqueue_prepare(const struct request *request, const struct queue_key *key,
	const struct timestamp *began, struct text *body, struct queue_event *out)
{
	const struct events_api *api = request->operation->api;
	const char *verb = api->verb ? json_string(request->body, api->verb) : "change";

	*out = (struct queue_event){
		.lane = key->lane,
		.account = key->account,
		.key_name = key->name.len ? key->name.data : NULL,
		.key = key->given,
		.api = api->name,
		.verb = verb ? verb : "trigger",
		.dedup_key = request->key,
		.stored = began->wall,
	};
	if (!print_body(request->body, api->key, body))
		return false;
	out->body = text_string(body);
	return true;
}

static bool refuse_full(
	struct queue *queue, const struct queue_settings *settings, struct error *err)
{
	int64_t count = 0;

	if (!event_count(queue, 0, &count, err))
		return false;
	return count < settings->max_events ||
	       error_set(err, ERROR_UNAVAILABLE, 0,
		       QUEUE_WORDS
		       "is full: %" PRId64
		       " events wait, which is all that event_queue.max_events lets it keep",
		       queue->path, count);
}

bool enqueue_event(struct queue *queue, const struct queue_settings *settings,
	struct queue_event *event, const struct wait_cause *cause, const struct timestamp *now,
	struct error *err)
{
	scoped(transaction_done) struct transaction transaction = { 0 };
	int64_t dropped = 0;
	bool needless = false;

	if (!transaction_begin(&transaction, queue, err) ||
		!coalesce(queue, event, &dropped, &needless, err))
		return false;
	if (!needless && (!refuse_full(queue, settings, err) || !event_store(queue, event, err)))
		return false;
	if (!needless && cause && !wait_begin(queue, event->lane, cause, now, err))
		return false;
	if (!transaction_commit(&transaction, err))
		return false;
	reserve_keep(queue->path);
	return true;
}
