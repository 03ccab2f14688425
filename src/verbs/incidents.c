/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/verbs.h"

#include "base/clock.h"
#include "base/redact.h"
#include "reply/reply.h"
#include "reply/sent.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

enum { BATCH = 250 }; /* incidents; PagerDuty answers 413 to more */

/* PagerDuty's codes (REST-API/14-Errors). */
enum { ALREADY_RESOLVED = 1001, ALREADY_ACKNOWLEDGED = 1002 };

/* How far it went. */
struct progress {
	struct json_object *outcomes; /* one for each incident, in their order */
	struct json_object *told; /* those that were changed, as PagerDuty answered */
	size_t missed; /* how many of them were not changed */
	bool refused; /* PagerDuty said no to one or more */
	struct error first; /* why the first was not changed */
};

/* Notes of one incident that it was changed, or why not. False without memory. */
static bool note(struct progress *progress, struct json_object *sent, const char *why)
{
	struct json_object *outcome = json_object_new_object();
	const char *id = json_string(sent, "id"), *status = json_string(sent, "status");
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	if (!json_append(progress->outcomes, outcome) ||
		!json_add_string(outcome, "id", id ? id : ""))
		return false;
	if (!why)
		return json_add_string(outcome, "status", status ? status : "");
	progress->missed++;
	if (!text_add(&shown, why))
		return false;
	redact(shown.data);
	return json_add_string(outcome, "error", shown.data);
}

/* Keeps the first failure: it becomes the sentence of the whole. */
static void remember(struct progress *progress, const struct error *failure)
{
	if (!progress->missed)
		progress->first = *failure;
	progress->refused |= failure->kind == ERROR_REFUSED;
}

/* Keeps an incident that was changed as PagerDuty answered, for people. */
static bool tell(struct progress *progress, struct json_object *sent, struct json_object *answer)
{
	struct json_object *incidents = json_member(answer, "incidents");
	const char *id = json_string(sent, "id");

	for (size_t i = 0; i < json_object_array_length(incidents); i++) {
		struct json_object *incident = json_object_array_get_idx(incidents, i);
		const char *found = json_string(incident, "id");

		if (id && found && !strcmp(id, found))
			return json_append(progress->told, json_object_get(incident));
	}
	return true;
}

/* Compares what came back with what was sent. */
static bool note_answer(struct progress *progress, struct json_object *batch,
	const struct client *client, const struct http_reply *reply, struct error *err)
{
	scoped(json_put_at) struct json_object *answer = NULL;

	if (!json_read_reply(text_string(&reply->body), reply->body.len, &answer))
		return error_memory(err);
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		scoped(text_done) struct text why = TEXT(ERROR_TEXT);
		struct error failure = { 0 };
		bool done = sent_is_done(sent, answer, "incidents", &why);

		if (!done) {
			const char *id = json_string(sent, "id");

			(void)error_set(&failure, ERROR_REFUSED, 0, "%s: %s", id ? id : "",
				text_string(&why));
			(void)client_refuse_reply(client, reply, &failure);
			remember(progress, &failure);
			error_add_problem(err, "%s", failure.text);
		}
		if (!note(progress, sent, done ? NULL : text_string(&why)) ||
			(done && !tell(progress, sent, answer)))
			return error_memory(err);
	}
	return true;
}

/* Notes that a whole batch failed. */
static bool note_failure(struct progress *progress, struct json_object *batch,
	const struct error *failure, struct error *err)
{
	size_t before = json_object_array_length(progress->outcomes);
	size_t count = json_object_array_length(batch);

	remember(progress, failure);
	error_add_problem(
		err, "incidents %zu to %zu: %s", before + 1, before + count, failure->text);
	for (size_t i = 0; i < count; i++) {
		if (!note(progress, json_object_array_get_idx(batch, i), failure->text))
			return error_memory(err);
	}
	return true;
}

static bool send_batch(
	struct run *run, struct json_object *batch, struct http_reply *reply, struct error *err)
{
	struct request *request = run->request;

	json_object_put(request->body);
	request->body = json_object_new_object();
	if (!json_add(request->body, "incidents", json_object_get(batch)))
		return error_memory(err);
	return client_call(run->client, request, NULL, reply, err) &&
	       (reply_check(request, reply, err) || client_refuse_reply(run->client, reply, err));
}

/* Whether it was refused because an incident has the status already. */
static bool says_already(const struct error *failure)
{
	return failure->status == 400 && (failure->pagerduty_code == ALREADY_RESOLVED ||
						 failure->pagerduty_code == ALREADY_ACKNOWLEDGED);
}

/* Whether an incident has the status that was asked for. False if it cannot be looked up. */
static bool has_status(struct run *run, struct json_object *sent)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *found = NULL;
	const char *id = json_string(sent, "id"), *wanted = json_string(sent, "status");
	struct error none = { 0 };

	if (!id || !wanted || !json_add_string(asked, "entity_id", id) ||
		!verb_call(run, "incident.get", asked, &found, &none))
		return false;
	const char *status = json_string(found, "status");
	return status && !strcmp(status, wanted);
}

/*
 * A batch was sent again because its first answer was lost, and is refused as done already. The
 * first try may have done it, so each incident is looked up.
 */
static bool note_repeated(struct run *run, struct progress *progress, struct json_object *batch,
	const struct error *failure, struct error *err)
{
	bool missed = false;

	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		bool done = has_status(run, sent);

		if (!done)
			remember(progress, failure);
		missed |= !done;
		if (!note(progress, sent, done ? NULL : failure->text))
			return error_memory(err);
	}
	if (missed)
		error_add_problem(err, "%s", failure->text);
	return true;
}

/*
 * Sends one batch and notes what happened to each incident. *out_go_on: whether to send the next
 * batch. After a refusal it is sent; after any other failure it would fail in the same way. False
 * without memory.
 */
static bool change_batch(struct run *run, struct json_object *batch, struct progress *progress,
	bool *out_go_on, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	struct error failure = { 0 };
	unsigned before = run->client->attempts;

	if (send_batch(run, batch, &reply, &failure))
		return note_answer(progress, batch, run->client, &reply, err);
	*out_go_on = failure.kind == ERROR_REFUSED;
	if (says_already(&failure) && run->client->attempts > before + 1)
		return note_repeated(run, progress, batch, &failure, err);
	return note_failure(progress, batch, &failure, err);
}

/* Notes those that were not asked for any more. */
static bool note_rest(struct progress *progress, struct json_object *list, struct error *err)
{
	size_t noted = json_object_array_length(progress->outcomes);

	for (size_t i = noted; i < json_object_array_length(list); i++) {
		if (!note(progress, json_object_array_get_idx(list, i),
			    "not sent, since a request before failed"))
			return error_memory(err);
	}
	return true;
}

/* A slice of an array, as a new one; NULL without memory. */
static struct json_object *slice(struct json_object *list, size_t start, size_t most)
{
	scoped(json_put_at) struct json_object *part = json_object_new_array();

	for (size_t i = start; i < start + most && i < json_object_array_length(list); i++) {
		if (!json_append(part, json_object_get(json_object_array_get_idx(list, i))))
			return NULL;
	}
	return steal(part);
}

/* Fails for those that were not changed; the problems are in err already. */
static bool refuse(struct run *run, const struct progress *progress, struct error *err)
{
	const struct error *first = &progress->first;

	err->status = first->status;
	err->pagerduty_code = first->pagerduty_code;
	memcpy(err->request_id, first->request_id, sizeof(err->request_id));
	err->retryable = !progress->refused && first->retryable;
	err->attempts = run->client->attempts;
	err->elapsed = clock_now() - run->client->started;
	if (!json_print(&run->outcomes, progress->outcomes))
		return error_memory(err);
	return error_set(err, progress->refused ? ERROR_REFUSED : first->kind, first->code,
		"%zu of %zu incidents were not changed: %s", progress->missed,
		json_object_array_length(progress->outcomes), first->text);
}

static bool change_all(struct run *run, struct json_object *list, struct progress *progress,
	struct text *out, struct error *err)
{
	bool go_on = true;

	for (size_t at = 0; go_on && at < json_object_array_length(list); at += BATCH) {
		scoped(json_put_at) struct json_object *batch = slice(list, at, BATCH);

		if (!batch)
			return error_memory(err);
		if (!change_batch(run, batch, progress, &go_on, err))
			return false;
	}
	if (!note_rest(progress, list, err))
		return false;
	if (!json_print(&run->told, progress->told))
		return error_memory(err);
	if (progress->missed)
		return refuse(run, progress, err);
	return json_print(out, progress->outcomes) || error_memory(err);
}

bool incidents_change(struct run *run, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *list =
		json_object_get(json_member(run->request->body, "incidents"));
	scoped(json_put_at) struct json_object *outcomes = json_object_new_array();
	scoped(json_put_at) struct json_object *told = json_object_new_array();
	struct progress progress = { .outcomes = outcomes, .told = told };

	if (!outcomes || !told)
		return error_memory(err);
	return change_all(run, list, &progress, out, err);
}
