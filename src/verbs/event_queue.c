/* SPDX-License-Identifier: Apache-2.0 */
/* The functions of the actions event_queue.*: see operations/verbs.h. */
#include "operations/verbs.h"

#include "action/list_want.h"
#include "base/instant.h"
#include "queue/drain.h"
#include "queue/key.h"
#include "queue/status.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/read.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Seconds to wait for other processes that hold the queue. */
static const double patience = 5;

/* Opens the queue of the configuration. *out is NULL if there is no file yet. */
static bool open_queue(const struct run *run, enum queue_purpose purpose,
	struct queue_settings *settings, struct queue **out, struct error *err)
{
	return queue_settings_need(run->config, settings, err) &&
	       queue_open(settings->path, purpose, patience, out, err);
}

/* Adds a moment, in milliseconds since 1970; 0 is null. */
static bool add_moment(struct json_object *object, const char *name, int64_t milliseconds)
{
	char text[INSTANT_TEXT];

	if (!milliseconds)
		return json_object_object_add(object, name, NULL) == 0;
	instant_print(milliseconds / 1000, text);
	return json_add_string(object, name, text);
}

/* NULL is null. */
static bool add_text(struct json_object *object, const char *name, const char *text)
{
	return text ? json_add_string(object, name, text)
		    : json_object_object_add(object, name, NULL) == 0;
}

static bool add_number(struct json_object *object, const char *name, int64_t number)
{
	return json_add(object, name, json_object_new_int64(number));
}

/* Adds a name of an event's integration key. */
static bool add_key(struct json_object *object, const struct queue_event *event)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);

	return queue_key_show(event, &key) && json_add_string(object, "key", text_string(&key)) &&
	       add_text(object, "account", event->account);
}

/* Returns the summary of an event, borrowed from its body. */
static const char *summary_of(struct json_object *body)
{
	const char *summary = json_string(json_member(body, "payload"), "summary");

	return summary ? summary : json_string(body, "description");
}

static bool add_event(const struct queue_event *event, void *data, struct error *err)
{
	scoped(json_put_at) struct json_object *body = NULL;
	struct json_object *list = data, *object = json_object_new_object();
	char id[24];

	(void)snprintf(id, sizeof(id), "%" PRId64, event->id);
	(void)!json_read_reply(event->body, strlen(event->body), &body, NULL);
	return (json_append(list, object) && json_add_string(object, "id", id) &&
		       json_add_string(object, "state", event->aside ? "set_aside" : "pending") &&
		       json_add_string(object, "event", event->verb) &&
		       add_text(object, "summary", summary_of(body)) && add_key(object, event) &&
		       json_add_string(object, "api", event->api) &&
		       add_text(object, "dedup_key", event->dedup_key) &&
		       add_moment(object, "stored_at", event->stored) &&
		       add_number(object, "tries", event->tries) &&
		       json_add(object, "may_have_left", json_object_new_boolean(event->heard)) &&
		       (event->status ? add_number(object, "status", event->status)
				      : add_text(object, "status", NULL)) &&
		       add_text(object, "reason", event->reason) &&
		       add_moment(object, "set_aside_at", event->aside)) ||
	       error_memory(err);
}

bool event_queue_list(struct run *run, struct text *out, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	scoped(json_put_at) struct json_object *list = json_object_new_array();
	const char *state = json_string(run->values, "state");
	struct list_want want;
	struct queue_settings settings;
	enum event_state which = !state                      ? EVENT_ANY
				 : !strcmp(state, "pending") ? EVENT_PENDING
							     : EVENT_ASIDE;

	if (!list)
		return error_memory(err);
	(void)list_want_read(run->operation, run->values, &want);
	if (!open_queue(run, QUEUE_READ, &settings, &queue, err) ||
		(queue && !event_walk(queue, which, want.maximum, add_event, list, err)))
		return false;
	return json_print(out, list) || error_memory(err);
}

/* Reads the given ids, which event_queue.list shows. */
static bool read_ids(
	struct json_object *values, int64_t **out, size_t *out_count, struct error *err)
{
	struct json_object *list = json_member(values, "ids");
	size_t count = list ? json_object_array_length(list) : 0;
	int64_t *ids = calloc(count ? count : 1, sizeof(*ids));

	*out = ids;
	*out_count = count;
	if (!ids)
		return error_memory(err);
	for (size_t i = 0; i < count; i++) {
		const char *text = json_object_get_string(json_object_array_get_idx(list, i));
		char *end = NULL;

		ids[i] = strtoll(text ? text : "", &end, 10);
		if (ids[i] < 1 || *end)
			return error_set(err, ERROR_USAGE, 0,
				"ids[%zu] is not the id of an event: event_queue.list shows the ids",
				i);
	}
	return true;
}

static void free_at(int64_t **ids)
{
	free(*ids);
}

static bool change_events(struct run *run, enum queue_change kind, const char *name,
	struct text *out, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	scoped(free_at) int64_t *ids = NULL;
	struct queue_settings settings;
	size_t count = 0;
	int64_t changed = 0;

	if (!read_ids(run->values, &ids, &count, err) ||
		!open_queue(run, QUEUE_READ, &settings, &queue, err))
		/* NOLINTNEXTLINE(clang-analyzer-unix.Malloc): scoped() frees the ids. */
		return false;
	if (!queue && ids && count)
		return error_set(
			err, ERROR_USAGE, 0, "ids[0]: no event %" PRId64 " is set aside", ids[0]);
	if (queue && !queue_change_aside(queue, kind, ids, count, &changed, err))
		return false;
	return text_addf(out, "{\"%s\":%" PRId64 "}", name, changed) || error_memory(err);
}

bool event_queue_retry(struct run *run, struct text *out, struct error *err)
{
	return change_events(run, QUEUE_RETRY, "retried", out, err);
}

bool event_queue_purge(struct run *run, struct text *out, struct error *err)
{
	return change_events(run, QUEUE_PURGE, "purged", out, err);
}

static bool add_wait(const struct wait *wait, const struct queue_event *event, int64_t events,
	void *data, struct error *err)
{
	struct json_object *list = data, *object;
	struct timestamp now;

	timestamp_now(&now);
	int64_t left = wait_left(wait, &now);
	if (!left)
		return true;
	object = json_object_new_object();
	return (json_append(list, object) && add_key(object, event) &&
		       add_number(object, "events", events) &&
		       add_moment(object, "until", now.wall + left + 999) &&
		       add_number(object, "failures", wait->failures) &&
		       add_text(object, "reason", wait->reason)) ||
	       error_memory(err);
}

/* Fails where the oldest event has waited for longer than the caller allows. */
static bool check_age(struct json_object *values, const struct queue_status *status, int64_t age,
	struct error *err)
{
	int64_t most = json_object_get_int64(json_member(values, "max_age"));

	return !most || !status->pending || age <= most * 1000 ||
	       error_set(err, ERROR_UNAVAILABLE, 0,
		       "the oldest event in the queue has waited for %" PRId64
		       " s, and max_age is %" PRId64 "; pending: %" PRId64,
		       age / 1000, most, status->pending);
}

bool event_queue_status(struct run *run, struct text *out, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	scoped(json_put_at) struct json_object *object = json_object_new_object();
	scoped(json_put_at) struct json_object *waiting = json_object_new_array();
	struct queue_settings settings;
	struct queue_status status;
	struct timestamp now;

	if (!object || !waiting)
		return error_memory(err);
	if (!open_queue(run, QUEUE_READ, &settings, &queue, err) ||
		!queue_status_read(queue, &status, err))
		return false;
	timestamp_now(&now);
	int64_t age = status.oldest && now.wall > status.oldest ? now.wall - status.oldest : 0;
	if (!check_age(run->values, &status, age, err) ||
		(queue && !queue_walk_waits(queue, add_wait, waiting, err)))
		return false;
	return (add_number(object, "pending", status.pending) &&
		       add_number(object, "set_aside", status.set_aside) &&
		       add_moment(object, "oldest", status.oldest) &&
		       (status.pending ? add_number(object, "oldest_age", age / 1000)
				       : add_text(object, "oldest_age", NULL)) &&
		       json_add(object, "waiting", json_object_get(waiting)) &&
		       json_add_string(object, "path", settings.path) && json_print(out, object)) ||
	       error_memory(err);
}

/* Fails with the error of the delivery, and says what happened to the other events. */
static bool refuse_rest(struct serving *serving, int64_t pending, struct error *err)
{
	const char *key = serving->failed_key;

	error_take(err, &serving->failure);
	client_take_found(serving->client, &serving->found, err);
	return error_wrap(err,
		"%" PRId64 " %s in the queue (%" PRId64 " delivered, %" PRId64 " set aside): %s%s",
		pending, pending == 1 ? "event stays" : "events stay", serving->delivered,
		serving->set_aside, key, *key ? ": " : "");
}

bool event_queue_drain(struct run *run, struct text *out, struct error *err)
{
	scoped(queue_close_at) struct queue *queue = NULL;
	struct queue_settings settings;
	int64_t pending = 0;

	if (!open_queue(run, QUEUE_DRAIN, &settings, &queue, err))
		return false;
	struct serving serving = { .queue = queue,
		.settings = &settings,
		.config = run->config,
		.client = run->client,
		.failure = { .problems = &serving.problems } };
	if (queue && (!drain_all(&serving, err) || !event_count(queue, 0, &pending, err)))
		return false;
	if (pending && serving.failure.kind != ERROR_NONE)
		return refuse_rest(&serving, pending, err);
	return text_addf(out,
		       "{\"delivered\":%" PRId64 ",\"set_aside\":%" PRId64 ",\"pending\":%" PRId64
		       "}",
		       serving.delivered, serving.set_aside, pending) ||
	       error_memory(err);
}
