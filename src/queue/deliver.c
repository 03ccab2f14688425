/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/deliver.h"

#include "base/clock.h"
#include "base/log.h"
#include "base/redact.h"
#include "queue/keep.h"
#include "queue/serve.h"
#include "queue/sql.h"

#include <string.h>

/* Seconds that other processes are waited for: before an event is sent, and to keep it. */
static const double patience_before = 2, patience_after = 5;

struct delivery {
	const struct queue_settings *settings;
	struct client *client;
	const struct request *request;
	struct queue_key key;
	struct text body;
	struct moment began;
	struct queue *queue; /* NULL: there is none yet, or it cannot be used */
	struct error trouble; /* why it cannot be used */
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

/* The result of an event that is kept; its key has the names that PagerDuty's answer gives it. */
static bool tell_kept(
	struct delivery *delivery, const char *message, const struct error *why, struct error *err)
{
	const struct request *request = delivery->request;
	scoped(text_done) struct text words = TEXT(TEXT_ANY);
	struct text *out = delivery->out;

	(void)text_addf(&words, "%s%s%s", message, why ? ": " : "", why ? why->text : "");
	(void)text_add(out, "{\"status\":\"queued\",\"message\":");
	(void)text_add_quoted(out, text_string(&words), words.len);
	if (request->key) {
		add_key(out, request->key_name, request->key);
		if (strcmp(request->operation->key, request->key_name) != 0)
			add_key(out, request->operation->key, request->key);
	}
	return (text_add(out, "}") && !words.failed) || error_memory(err);
}

/* Gives the queue up for this call. */
static bool give_up(struct delivery *delivery)
{
	queue_close(delivery->queue);
	delivery->queue = NULL;
	return false;
}

/* Opens the queue, made where it is not there, unless it could not be used before. */
static bool need_queue(struct delivery *delivery, bool make, double patience)
{
	if (delivery->trouble.kind != ERROR_NONE)
		return false;
	if (delivery->queue)
		delivery->queue->patience = patience;
	else if (!queue_open(delivery->settings->path, make, patience, &delivery->queue,
			 &delivery->trouble))
		return give_up(delivery);
	return delivery->queue != NULL;
}

/*
 * Keeps the event; cause is why it could not be delivered, or NULL. *out_id is 0 when it need not
 * be sent.
 */
static bool keep(
	struct delivery *delivery, const struct wait_cause *cause, bool heard, int64_t *out_id)
{
	struct queue_event event;
	struct moment now;

	if (!need_queue(delivery, true, patience_after))
		return false;
	if (!keep_make(
		    delivery->request, &delivery->key, &delivery->began, &delivery->body, &event)) {
		(void)error_memory(&delivery->trouble);
		return give_up(delivery);
	}
	moment_now(&now);
	if (cause) {
		event.tries = 1;
		event.heard = heard;
		event.status = cause->status;
		event.reason = cause->reason;
	}
	if (!keep_event(
		    delivery->queue, delivery->settings, &event, cause, &now, &delivery->trouble))
		return give_up(delivery);
	*out_id = event.id;
	return true;
}

static bool tell_needless(struct delivery *delivery, struct error *err)
{
	return tell_kept(delivery,
		"not to be sent: what it resolves was still in the event queue, and was dropped",
		NULL, err);
}

/* Serves the lane up to the event that was kept behind others. */
static bool serve_own(struct delivery *delivery, int64_t id, struct error *err)
{
	const char *account = delivery->key.account;
	struct serving serving = { .queue = delivery->queue,
		.settings = delivery->settings,
		.config = delivery->client->config,
		.client = delivery->client,
		.own = id,
		.own_key_name = delivery->request->key_name,
		.own_result = delivery->out };
	double end = delivery->client->end, now = clock_now();
	double most = delivery->client->retry_time + delivery->client->try_timeout;
	enum lane_end lane_end;
	struct error trouble = { 0 }, ignored = { 0 };

	/*
	 * Delivering the events that wait in front may take no longer than the tries of this event
	 * would.
	 */
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
		*err = serving.failure;
		return false;
	}
	text_clear(delivery->out);
	return tell_kept(delivery, "kept in the event queue, behind others of its integration key",
		serving.failure.kind ? &serving.failure : NULL, err);
}

/* Whether events of the same key wait, or it is too early to send one. */
static bool must_queue(struct delivery *delivery, bool *out_waits)
{
	struct moment now;
	struct wait wait;
	bool any = false;

	*out_waits = false;
	if (!need_queue(delivery, false, patience_before))
		return false;
	if (!event_any(delivery->queue, delivery->key.lane, &any, &delivery->trouble) ||
		!wait_read(delivery->queue, delivery->key.lane, &wait, &delivery->trouble))
		return give_up(delivery);
	if (wait.failures) {
		moment_now(&now);
		*out_waits = wait_left(&wait, &now) > 0;
	}
	return any || *out_waits;
}

/* After a failure: whether the event is to be kept. */
static bool is_passing(const struct error *err)
{
	return err->kind == ERROR_TRANSPORT || err->kind == ERROR_UNAVAILABLE;
}

/* Sends the event, and keeps it where it could not be delivered. */
static bool send_or_keep(
	struct delivery *delivery, deliver_send *send, void *data, struct error *err)
{
	struct client *client = delivery->client;
	int64_t id = 0;

	if (send(data, delivery->out, err)) {
		if (delivery->trouble.kind != ERROR_NONE)
			log_line("%s (the event was delivered)", delivery->trouble.text);
		return true;
	}
	if (!is_passing(err))
		return false;
	text_clear(delivery->out);
	redact_error(err);
	const struct wait_cause cause = { err->kind, err->status, err->text, client->retry_after };
	if (!keep(delivery, &cause, client->maybe_heard, &id))
		return error_append(
			err, "; and the event was not kept: %s", delivery->trouble.text);
	if (!id)
		return tell_needless(delivery, err);
	return tell_kept(delivery, "kept in the event queue, to be delivered later", err, err);
}

/* Keeps the event before anything is asked. *out_kept is false when it is to be sent at once. */
static bool keep_first(struct delivery *delivery, bool *out_kept, struct error *err)
{
	bool always = delivery->settings->when == QUEUE_ALWAYS, waits = true;
	int64_t id = 0;

	*out_kept = false;
	if (!always && !must_queue(delivery, &waits))
		return true;
	if (!keep(delivery, NULL, false, &id))
		return true;
	*out_kept = true;
	if (!id)
		return tell_needless(delivery, err);
	if (!always && !waits)
		return serve_own(delivery, id, err);
	return tell_kept(delivery,
		always ? "kept in the event queue, to be delivered later"
		       : "kept in the event queue, behind others of its integration key",
		NULL, err);
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

	moment_now(&delivery.began);
	if (!queue_key_find(request, values, client->config, &delivery.key))
		return error_memory(err);
	if (!keep_first(&delivery, &kept, err))
		return false;
	if (kept)
		return true;
	/* Leave enough time to keep the event if it cannot be delivered. */
	if (end > 0)
		client->end = end - (left < 10 ? left / 10 : 1);
	bool ok = send_or_keep(&delivery, send, data, err);
	client->end = end;
	return ok;
}
