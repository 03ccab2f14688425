/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/batch.h"

#include "reply/reply.h"
#include "reply/sent.h"
#include "verbs/again.h"
#include "verbs/already.h"
#include "json/json.h"

/* Compares the answer with what was sent. */
static bool note_answer(struct progress *progress, struct json_object *batch, struct client *client,
	const struct http_reply *reply, struct span document, struct error *err)
{
	scoped(sent_done) struct sent_answer answer = { 0 };

	if (!sent_read(&answer, document, "incidents"))
		return error_memory(err);
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		scoped(text_done) struct text why = TEXT(ERROR_TEXT);
		struct error failure = { 0 };
		bool done = sent_is_done(sent, &answer, &why);

		if (!done) {
			const char *id = json_string(sent, "id");

			(void)error_set(&failure, ERROR_REFUSED, 0, "%s: %s", id ? id : "",
				text_string(&why));
			(void)client_refuse_reply(client, reply, &failure);
			progress_remember(progress, &failure, client_found(client, &failure));
			error_add_problem(err, "%s", failure.text);
		}
		if (!progress_note(progress, sent, done ? NULL : text_string(&why)) ||
			(done && !progress_tell(progress,
					 sent_find(&answer, json_string(sent, "id"))->whole)))
			return error_memory(err);
	}
	return true;
}

bool batch_is_unknown(const struct client *client, const struct error *failure)
{
	switch (failure->kind) {
	case ERROR_REPLY:
		return true;
	case ERROR_TRANSPORT:
	case ERROR_UNAVAILABLE:
		return client->maybe_heard;
	case ERROR_REFUSED:
		/* The refusal is of the last try. */
		return client->maybe_heard_before;
	case ERROR_NONE:
	case ERROR_USAGE:
	case ERROR_CONFIG:
	case ERROR_INTERNAL:
	case ERROR_KINDS:
		break;
	}
	return false;
}

/* PagerDuty's code for an unknown From address: every batch would be refused. */
enum { NO_SUCH_REQUESTER = 1008 };

/* Returns whether a refusal may be about one incident of several. */
static bool may_be_of_one(const struct error *failure)
{
	return failure->kind == ERROR_REFUSED &&
	       (failure->code == 404 ||
		       (failure->code == 400 && failure->detail != NO_SUCH_REQUESTER));
}

void batch_add_reason(struct text *out, const struct error *failure, size_t count, bool lost)
{
	(void)text_add(out, failure->text);
	if (lost)
		(void)text_add(out, "; it may have been changed all the same");
	else if (count > 1 && may_be_of_one(failure))
		(void)text_addf(out,
			"; this may be about another of the %zu incidents of that request", count);
}

/* Notes that a whole batch failed. */
static bool note_failure(struct run *run, struct progress *progress, struct json_object *batch,
	const struct error *failure, struct error *err)
{
	size_t before = json_object_array_length(progress->outcomes);
	size_t count = json_object_array_length(batch);
	bool unknown = batch_is_unknown(run->client, failure);
	scoped(text_done) struct text why = TEXT(TEXT_ANY);

	batch_add_reason(&why, failure, count, unknown);
	if (count == 1)
		error_add_problem(err, "%s", failure->text);
	else
		error_add_problem(
			err, "incidents %zu to %zu: %s", before + 1, before + count, failure->text);
	progress_remember(progress, failure, client_found(run->client, failure));
	progress->unknown += unknown ? count : 0;
	for (size_t i = 0; i < count; i++) {
		if (!progress_note(
			    progress, json_object_array_get_idx(batch, i), text_string(&why)))
			return error_memory(err);
	}
	return true;
}

bool batch_send(struct run *run, struct json_object *batch, struct http_reply *reply,
	struct span *out, struct error *err)
{
	struct request *request = run->request;

	json_object_put(request->body);
	request->body = json_object_new_object();
	if (!json_add(request->body, "incidents", json_object_get(batch)))
		return error_memory(err);
	return client_call(run->client, request, NULL, reply, err) &&
	       (reply_read(request, reply, out, err) ||
		       client_refuse_reply(run->client, reply, err));
}

/* Makes a new array of a slice of an array. Returns NULL if memory runs out. */
struct json_object *batch_slice(struct json_object *list, size_t start, size_t most)
{
	scoped(json_put_at) struct json_object *part = json_object_new_array();

	for (size_t i = start; i < start + most && i < json_object_array_length(list); i++) {
		if (!json_append(part, json_object_get(json_object_array_get_idx(list, i))))
			return NULL;
	}
	return steal(part);
}

/* Sends both halves of a batch that was refused. */
static bool change_halves(struct run *run, struct json_object *batch, struct progress *progress,
	bool *out_go_on, struct error *err)
{
	size_t count = json_object_array_length(batch), half = count / 2;
	scoped(json_put_at) struct json_object *first = batch_slice(batch, 0, half);
	scoped(json_put_at) struct json_object *second = batch_slice(batch, half, count - half);

	progress->splits--;
	progress->split = true;
	if (!first || !second)
		return error_memory(err);
	/* The caller records the incidents that are not sent here. */
	return batch_change(run, first, progress, out_go_on, err) &&
	       (!*out_go_on || batch_change(run, second, progress, out_go_on, err));
}

/* Puts the id of the one incident in front of the sentence. */
static void name_one(struct json_object *batch, struct error *failure)
{
	const char *id = json_string(json_object_array_get_idx(batch, 0), "id");

	(void)error_wrap(failure, "%.40s: ", id ? id : "");
}

bool batch_change(struct run *run, struct json_object *batch, struct progress *progress,
	bool *out_go_on, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	size_t count = json_object_array_length(batch);
	struct error failure = { 0 };
	struct span document = { 0 };

	if (batch_send(run, batch, &reply, &document, &failure))
		return note_answer(progress, batch, run->client, &reply, document, err);
	*out_go_on = failure.kind == ERROR_REFUSED;
	if (already_says(&failure))
		return again_note(run, progress, batch, &failure, out_go_on, err);
	if (may_be_of_one(&failure) && count > 1 && progress->splits)
		return change_halves(run, batch, progress, out_go_on, err);
	if (count == 1 && progress->split)
		name_one(batch, &failure);
	return note_failure(run, progress, batch, &failure, err);
}
