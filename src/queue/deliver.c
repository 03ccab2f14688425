/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/deliver.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/redact.h"
#include "queue/enqueue.h"
#include "queue/serve.h"
#include "queue/sql.h"

#include <string.h>

/*
 * Seconds to wait for other processes that hold the queue: before an event is sent, and to store
 * it.
 */
static const double patience_before = 2, patience_after = 5;

struct delivery {
	const struct queue_settings *settings;
	struct client *client;
	const struct request *request;
	struct queue_key key;
	struct text body;
	struct timestamp began;
	struct queue *queue; /* NULL: not opened yet, or it cannot be used */
	struct error trouble; /* why the queue cannot be used */
	struct text *out;
};

static void delivery_done(struct delivery *delivery)
{
	queue_close(delivery->queue);
	queue_key_done(&delivery->key);
	text_done(&delivery->body);
}

static void add_key(struct text *out, const char *name, const char *key)
{
	(void)text_addf(out, ",\"%s\":", name);
	(void)text_add_quoted(out, key, strlen(key));
}

/* Why an event was not delivered, in the result: cause for programs (view/sentence.c), and words. */
struct kept {
	const char *cause, *message;
};

#define LATER "kept in the event queue, to be delivered later"
#define BEHIND "kept in the event queue, behind others of its integration key"

static const struct kept kept_asked = { "asked", LATER };
static const struct kept kept_undelivered = { "undelivered", LATER };
static const struct kept kept_behind = { "behind", BEHIND };
static const struct kept kept_behind_undelivered = { "undelivered", BEHIND };
static const struct kept kept_needless = {
	"needless",
	"not to be sent: the alert that it resolves was still in the event queue, and was dropped"
};

/*
 * Adds the result of an event that is kept. Its de-duplication key has the same names as in
 * PagerDuty's reply, so that a workflow reads both results alike.
 */
static bool add_kept_result(struct delivery *delivery, const struct kept *kept,
	const struct error *why, struct error *err)
{
	const struct request *request = delivery->request;
	scoped(text_done) struct text words = TEXT(TEXT_ANY);
	struct text *out = delivery->out;

	(void)text_addf(&words, "%s%s%s", kept->message, why ? ": " : "", why ? why->text : "");
	(void)text_addf(out, "{\"status\":\"queued\",\"cause\":\"%s\",\"message\":", kept->cause);
	(void)text_add_quoted(out, text_string(&words), words.len);
	if (request->key) {
		add_key(out, request->key_name, request->key);
		if (strcmp(request->operation->key, request->key_name) != 0)
			add_key(out, request->operation->key, request->key);
	}
	return (text_add(out, "}") && !words.failed) || error_memory(err);
}

/* Closes the queue, which is not used again in this call. */
static void abandon_queue(struct delivery *delivery)
{
	queue_close(delivery->queue);
	delivery->queue = NULL;
}

/*
 * Opens the queue, unless it failed before in this call. If there is no queue, make says whether to
 * create one. Returns whether the queue is open.
 */
static bool open_queue(struct delivery *delivery, bool make, double patience)
{
	if (delivery->trouble.kind != ERROR_NONE)
		return false;
	if (delivery->queue)
		delivery->queue->patience = patience;
	else if (!queue_open(delivery->settings->path, make ? QUEUE_MAKE : QUEUE_READ, patience,
			 &delivery->queue, &delivery->trouble))
		abandon_queue(delivery);
	return delivery->queue != NULL;
}

/*
 * Stores the event. cause is why it could not be delivered, NULL if it was not tried. *out_id is 0
 * if the event need not be sent (coalesce.h).
 */
static bool store_event(
	struct delivery *delivery, const struct wait_cause *cause, bool heard, int64_t *out_id)
{
	struct queue_event event;
	struct timestamp now;

	if (!open_queue(delivery, true, patience_after))
		return false;
	if (!enqueue_prepare(
		    delivery->request, &delivery->key, &delivery->began, &delivery->body, &event)) {
		(void)error_memory(&delivery->trouble);
		abandon_queue(delivery);
		return false;
	}
	timestamp_now(&now);
	if (cause) {
		event.tries = 1;
		event.heard = heard;
		event.status = cause->status;
		event.reason = cause->reason;
	}
	if (!enqueue_event(
		    delivery->queue, delivery->settings, &event, cause, &now, &delivery->trouble)) {
		abandon_queue(delivery);
		return false;
	}
	*out_id = event.id;
	return true;
}

/* Delivers the events of the lane up to this call's own event, which was stored after others. */
static bool serve_own(struct delivery *delivery, int64_t id, struct error *err)
{
	const char *account = delivery->key.account;
	struct serving serving = { .queue = delivery->queue,
		.settings = delivery->settings,
		.config = delivery->client->config,
		.client = delivery->client,
		.own = id,
		.own_key_name = delivery->request->key_name,
		.own_result = delivery->out,
		.failure = { .problems = &serving.problems } };
	double end = delivery->client->end, now = clock_now();
	double most = delivery->client->retry_time + delivery->client->try_timeout;
	enum lane_end lane_end;
	struct error trouble = { 0 }, ignored = { 0 };

	/* Delivering the earlier events may take no longer than the tries of this event alone. */
	if (end <= 0 || now + most < end)
		delivery->client->end = now + most;
	bool served = serve_lane(&serving, delivery->key.lane, 0, &lane_end, &trouble);
	delivery->client->end = end;
	(void)!config_use_account(delivery->client->config, account, &ignored);
	if (!served)
		log_line("%s", trouble.text);
	if (serving.own_delivered)
		return true;
	if (serving.own_refused) {
		error_take(err, &serving.failure);
		client_take_found(delivery->client, &serving.found, err);
		return false;
	}
	text_clear(delivery->out);
	return serving.failure.kind
		       ? add_kept_result(delivery, &kept_behind_undelivered, &serving.failure, err)
		       : add_kept_result(delivery, &kept_behind, NULL, err);
}

/*
 * Returns whether the event must be stored before it is sent, because events of its lane are stored
 * or the lane must wait after a failure. *out_waits says whether the lane must wait.
 */
static bool must_queue(struct delivery *delivery, bool *out_waits)
{
	struct timestamp now;
	struct wait wait;
	bool any = false;

	*out_waits = false;
	if (!open_queue(delivery, false, patience_before))
		return false;
	if (!event_any(delivery->queue, delivery->key.lane, &any, &delivery->trouble) ||
		!wait_read(delivery->queue, delivery->key.lane, &wait, &delivery->trouble)) {
		abandon_queue(delivery);
		return false;
	}
	if (wait.failures) {
		timestamp_now(&now);
		*out_waits = wait_left(&wait, &now) > 0;
	}
	return any || *out_waits;
}

/*
 * Returns whether the event is kept after this failure: PagerDuty did not say that it has the event
 * or refuses it, and the event may be sent twice.
 */
static bool is_undelivered(
	const struct client *client, const struct request *request, const struct error *err)
{
	switch (err->kind) {
	case ERROR_TRANSPORT:
	case ERROR_UNAVAILABLE:
		return true;
	case ERROR_REPLY:
	case ERROR_REFUSED:
		return !serve_is_final(client, request, err);
	case ERROR_NONE:
	case ERROR_USAGE:
	case ERROR_CONFIG:
	case ERROR_INTERNAL:
	case ERROR_KINDS:
		break;
	}
	return false;
}

/* Sends the event, and stores it if it could not be delivered. */
static bool send_or_store(
	struct delivery *delivery, deliver_send *send, void *data, struct error *err)
{
	struct client *client = delivery->client;
	int64_t id = 0;

	if (send(data, delivery->out, err)) {
		if (delivery->trouble.kind != ERROR_NONE)
			log_line("%s (the event was delivered)", delivery->trouble.text);
		return true;
	}
	if (!is_undelivered(client, delivery->request, err))
		return false;
	text_clear(delivery->out);
	redact_error(err);
	const struct wait_cause cause = { err->kind, client_found(client, err)->status, err->text,
		client->retry_after };
	if (!store_event(delivery, &cause, client->maybe_heard || err->kind == ERROR_REPLY, &id))
		return error_append(
			err, "; and the event was not kept: %s", delivery->trouble.text);
	return id ? add_kept_result(delivery, &kept_undelivered, err, err)
		  : add_kept_result(delivery, &kept_needless, NULL, err);
}

/*
 * Stores the event before PagerDuty is asked, if it must be. *out_kept is false if the event is to
 * be sent at once.
 */
static bool store_first(struct delivery *delivery, bool *out_kept, struct error *err)
{
	bool always = delivery->settings->when == QUEUE_ALWAYS, waits = true;
	int64_t id = 0;

	*out_kept = false;
	if (!always && !must_queue(delivery, &waits))
		return true;
	if (!store_event(delivery, NULL, false, &id))
		return true;
	*out_kept = true;
	if (!id)
		return add_kept_result(delivery, &kept_needless, NULL, err);
	if (!always && !waits)
		return serve_own(delivery, id, err);
	return add_kept_result(delivery, always ? &kept_asked : &kept_behind, NULL, err);
}

bool deliver_event(const struct queue_settings *settings, struct client *client,
	const struct request *request, struct json_object *values, deliver_send *send, void *data,
	struct text *out, struct error *err)
{
	scoped(delivery_done) struct delivery delivery = {
		.settings = settings,
		.client = client,
		.request = request,
		.body = TEXT(TEXT_ANY),
		.out = out,
	};
	double end = client->end, left = end - clock_now();
	bool kept = false;

	timestamp_now(&delivery.began);
	if (!queue_key_find(request, values, client->config, &delivery.key))
		return error_memory(err);
	if (!store_first(&delivery, &kept, err))
		return false;
	if (kept)
		return true;
	/* Leave enough time to keep the event if it cannot be delivered. */
	if (end > 0)
		client->end = end - (left < 10 ? left / 10 : 1);
	bool ok = send_or_store(&delivery, send, data, err);
	client->end = end;
	return ok;
}
