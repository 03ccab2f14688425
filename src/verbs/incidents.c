/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/verbs.h"

#include "base/clock.h"
#include "reply/reply.h"
#include "reply/sent.h"
#include "verbs/already.h"
#include "verbs/progress.h"
#include "verbs/verb.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

enum { BATCH = 250 }; /* incidents; PagerDuty answers 413 to more */

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
			progress_remember(progress, &failure);
			error_add_problem(err, "%s", failure.text);
		}
		if (!progress_note(progress, sent, done ? NULL : text_string(&why)) ||
			(done && !progress_tell(progress, sent, answer)))
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

	progress_remember(progress, failure);
	error_add_problem(
		err, "incidents %zu to %zu: %s", before + 1, before + count, failure->text);
	for (size_t i = 0; i < count; i++) {
		if (!progress_note(progress, json_object_array_get_idx(batch, i), failure->text))
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

/* Whether an incident is to get a status and nothing else, so that its status tells whether that was done. */
static bool is_status_alone(struct json_object *sent)
{
	if (!json_string(sent, "status"))
		return false;
	json_object_object_foreach(sent, name, value)
	{
		(void)value;
		if (strcmp(name, "id") != 0 && strcmp(name, "type") != 0 &&
			strcmp(name, "status") != 0 && strcmp(name, "resolution") != 0)
			return false;
	}
	return true;
}

/* The incident as it is now. NULL if it cannot be looked up, or would not tell. */
static struct json_object *look_up(struct run *run, struct json_object *sent)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	struct json_object *found = NULL;
	const char *id = json_string(sent, "id");
	struct error none = { 0 };

	if (!id || !is_status_alone(sent) || !json_add_string(asked, "entity_id", id) ||
		!verb_call(run, "incident.get", asked, &found, &none))
		return NULL;
	return found;
}

static bool has_status(struct json_object *incident, const char *status)
{
	const char *is = json_string(incident, "status");

	return is && status && !strcmp(is, status);
}

/* A batch that is refused since some of it was done already. */
struct again {
	struct json_object *found; /* id -> the incident as it is */
	struct json_object *rest; /* of the batch: what is still to be done, sent once more */
	struct json_object *answer; /* to that */
	struct error failure; /* why there is none */
	bool maybe_own; /* the first try may have been carried out, and its answer was lost */
};

static void again_done(struct again *again)
{
	json_object_put(again->found);
	json_object_put(again->rest);
	json_object_put(again->answer);
}

/* Asks for each incident of the batch. False without memory. */
static bool find_rest(struct run *run, struct json_object *batch, struct again *again)
{
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		struct json_object *incident = look_up(run, sent);
		bool ended = has_status(incident, json_string(sent, "status")) ||
			     has_status(incident, "resolved");

		if (incident && !json_add(again->found, json_string(sent, "id"), incident))
			return false;
		if (!ended && !json_append(again->rest, json_object_get(sent)))
			return false;
	}
	return true;
}

static bool send_rest(
	struct run *run, struct json_object *batch, struct again *again, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	size_t count = json_object_array_length(again->rest);

	/* The whole of it would be refused as before. */
	if (!count || count == json_object_array_length(batch) ||
		!send_batch(run, again->rest, &reply, &again->failure))
		return true;
	return json_read_reply(text_string(&reply.body), reply.body.len, &again->answer) ||
	       error_memory(err);
}

/*
 * Notes one that has the status already, and who gave it that, unless a first try of this call may
 * have done so. False without memory.
 */
static bool note_already(struct progress *progress, struct json_object *sent,
	struct json_object *found, const struct again *again)
{
	scoped(text_done) struct text state = TEXT(TEXT_ANY);

	if (!progress_note(progress, sent, NULL) ||
		!json_append(progress->told, json_object_get(found)))
		return false;
	if (again->maybe_own)
		return true;
	already_add(&state, found);
	if (!json_add_string(found, "already", text_string(&state)))
		return false;
	/* An incident that does not say who did it tells no more than its status. */
	if (state.len == strlen(json_string(sent, "status")))
		return true;
	struct json_object *outcome = json_object_array_get_idx(
		progress->outcomes, json_object_array_length(progress->outcomes) - 1);
	return json_add_string(outcome, "already", text_string(&state));
}

/* Notes what became of one incident of such a batch. False without memory. */
static bool note_one(struct progress *progress, struct json_object *sent, struct again *again)
{
	struct json_object *found = json_member(again->found, json_string(sent, "id"));
	scoped(text_done) struct text why = TEXT(ERROR_TEXT), sentence = TEXT(ERROR_TEXT);
	struct error failure = again->failure;

	if (has_status(found, json_string(sent, "status")))
		return note_already(progress, sent, found, again);
	if (again->answer && !has_status(found, "resolved")) {
		if (sent_is_done(sent, again->answer, "incidents", &why))
			return progress_note(progress, sent, NULL) &&
			       progress_tell(progress, sent, again->answer);
	} else {
		(void)text_add(&why, again->failure.text);
		if (has_status(found, "resolved")) {
			(void)text_add(&why, "; it is ");
			already_add(&why, found);
			already_add_sentence(&sentence, found);
		}
	}
	if (sentence.len)
		(void)error_set(&failure, failure.kind, failure.code, "%s", sentence.data);
	progress_remember(progress, &failure);
	return progress_note(progress, sent, text_string(&why));
}

/*
 * Some of a batch was done already, by a first try whose answer was lost or by somebody else, and
 * PagerDuty refuses all of it for that. Each incident tells, and those that are left are sent again.
 */
static bool note_again(struct run *run, struct progress *progress, struct json_object *batch,
	const struct error *failure, struct error *err)
{
	scoped(again_done) struct again again = { .found = json_object_new_object(),
		.rest = json_object_new_array(),
		.failure = *failure,
		.maybe_own = run->client->maybe_heard_before };
	size_t missed = progress->missed;

	if (!again.found || !again.rest || !find_rest(run, batch, &again))
		return error_memory(err);
	if (!send_rest(run, batch, &again, err))
		return false;
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		if (!note_one(progress, json_object_array_get_idx(batch, i), &again))
			return error_memory(err);
	}
	if (progress->missed > missed)
		error_add_problem(err, "%s", again.failure.text);
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

	if (send_batch(run, batch, &reply, &failure))
		return note_answer(progress, batch, run->client, &reply, err);
	*out_go_on = failure.kind == ERROR_REFUSED;
	if (already_says(&failure))
		return note_again(run, progress, batch, &failure, err);
	return note_failure(progress, batch, &failure, err);
}

/* Notes those that were not asked for any more. */
static bool note_rest(struct progress *progress, struct json_object *list, struct error *err)
{
	size_t noted = json_object_array_length(progress->outcomes);

	for (size_t i = noted; i < json_object_array_length(list); i++) {
		if (!progress_note(progress, json_object_array_get_idx(list, i),
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

/* Of one incident alone: which it was, and how it could have been named. */
static bool refuse_one(const struct progress *progress, struct error *err)
{
	const struct error *first = &progress->first;
	const char *id = json_string(json_object_array_get_idx(progress->outcomes, 0), "id");

	if (first->status == 404)
		return error_set(err, first->kind, first->code,
			"there is no incident \"%.40s\": give its number, its link or its id; %s",
			id ? id : "", first->text);
	bool already = already_says(first) && strstr(first->text, " is already ");
	return error_set(err, first->kind, first->code, "%s%s",
		already ? "" : "the incident was not changed: ", first->text);
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
	if (json_object_array_length(progress->outcomes) == 1)
		return refuse_one(progress, err);
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
