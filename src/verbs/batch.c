/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/batch.h"

#include "action/code.h"
#include "reply/reply.h"
#include "reply/sent.h"
#include "verbs/again.h"
#include "verbs/already.h"
#include "json/json.h"

/* Incidents that are sent together. */
struct batch {
	struct json_object *list; /* borrowed */
	bool looked; /* each was looked up, since PagerDuty says that some have the status */
};

/*
 * Notes an incident that the answer does not confirm. The answer shows what an incident is, or says
 * nothing of it (SENT_UNKNOWN).
 */
static bool note_unconfirmed(struct progress *progress, struct json_object *sent,
	enum sent_outcome outcome, const char *why, const struct found *details, struct error *err)
{
	const char *id = json_string(sent, "id");
	bool unknown = outcome == SENT_UNKNOWN;
	struct error failure = { 0 };

	(void)error_set(
		&failure, unknown ? ERROR_REPLY : ERROR_REFUSED, 0, "%s: %s", id ? id : "", why);
	progress_remember(progress, &failure, details);
	error_add_problem(err, "%s", failure.text);
	if (!unknown)
		progress_settle(progress, sent);
	else if (!progress_doubt(progress, sent))
		return false;
	return progress_note(progress, sent, why);
}

/* Notes what the answer says of one incident. Returns false if memory runs out. */
static bool note_one(struct progress *progress, struct json_object *sent,
	const struct sent_answer *answer, const struct found *details, struct error *err)
{
	scoped(text_done) struct text why = TEXT(ERROR_TEXT);
	enum sent_outcome outcome = sent_compare(sent, answer, &why);

	if (outcome != SENT_DONE)
		return note_unconfirmed(progress, sent, outcome, text_string(&why), details, err);
	return progress_note(progress, sent, NULL) &&
	       progress_tell(progress, sent, sent_find(answer, json_string(sent, "id"))->whole);
}

/* Compares the answer with what was sent. */
static bool note_answer(struct progress *progress, struct json_object *list, struct client *client,
	const struct http_reply *reply, struct span document, struct error *err)
{
	scoped(sent_done) struct sent_answer answer = { 0 };
	struct error of_reply = { 0 };

	if (!sent_read(&answer, document, "incidents"))
		return error_memory(err);
	(void)client_refuse_reply(client, reply, &of_reply);
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		if (!note_one(progress, json_object_array_get_idx(list, i), &answer,
			    client_found(client, &of_reply), err))
			return error_memory(err);
	}
	return true;
}

/*
 * Returns whether a refusal may be about one incident of several. An unknown From address is not:
 * every batch would be refused.
 */
static bool may_be_of_one(const struct error *failure)
{
	return failure->kind == ERROR_REFUSED &&
	       (failure->code == 404 ||
		       (failure->code == 400 && failure->detail != CODE_REQUESTER_NOT_FOUND));
}

/* Adds the failure of a whole batch, and which incidents are in it, to the problems of err. */
static void add_problem(const struct progress *progress, struct json_object *list,
	const struct error *failure, struct error *err)
{
	size_t count = json_object_array_length(list);
	size_t first = progress_place(progress, json_object_array_get_idx(list, 0)) + 1;
	size_t last = progress_place(progress, json_object_array_get_idx(list, count - 1)) + 1;

	if (count == 1)
		error_add_problem(err, "%s", failure->text);
	else if (last - first + 1 == count)
		error_add_problem(err, "incidents %zu to %zu: %s", first, last, failure->text);
	else
		error_add_problem(err, "%zu of the incidents %zu to %zu: %s", count, first, last,
			failure->text);
}

/* Notes that a whole batch failed. */
static bool note_failure(struct run *run, struct progress *progress, struct json_object *list,
	const struct error *failure, struct error *err)
{
	size_t count = json_object_array_length(list);
	scoped(text_done) struct text of_others = TEXT(TEXT_ANY);

	(void)text_add(&of_others, failure->text);
	if (count > 1 && may_be_of_one(failure))
		(void)text_addf(&of_others,
			"; this may be about another of the %zu incidents of that request", count);
	add_problem(progress, list, failure, err);
	progress_remember(progress, failure, client_found(run->client, failure));
	for (size_t i = 0; i < count; i++) {
		struct json_object *sent = json_object_array_get_idx(list, i);

		if (!progress_note(progress, sent,
			    progress_is_doubted(progress, sent) ? failure->text
								: text_string(&of_others)))
			return error_memory(err);
	}
	return true;
}

/*
 * Sends PUT /incidents for an array. Fails as client_call() or reply_read() does. *out is the
 * answer, and points into the body of reply.
 */
static bool send_list(struct run *run, struct json_object *list, struct http_reply *reply,
	struct span *out, struct error *err)
{
	struct request *request = run->request;

	json_object_put(request->body);
	request->body = json_object_new_object();
	if (!json_add(request->body, "incidents", json_object_get(list)))
		return error_memory(err);
	return client_call(run->client, request, NULL, reply, err) &&
	       (reply_read(request, reply, out, err) ||
		       client_refuse_reply(run->client, reply, err));
}

static bool change(
	struct run *run, struct batch batch, struct progress *progress, struct error *err);

/* Sends both halves of a batch that was refused. */
static bool change_halves(
	struct run *run, struct batch batch, struct progress *progress, struct error *err)
{
	size_t count = json_object_array_length(batch.list), half = count / 2;
	scoped(json_put_at) struct json_object *first = json_slice(batch.list, 0, half);
	scoped(json_put_at) struct json_object *second = json_slice(batch.list, half, count - half);

	progress->splits--;
	progress->split = true;
	if (!first || !second)
		return error_memory(err);
	return change(run, (struct batch){ first, batch.looked }, progress, err) &&
	       (progress->over ||
		       change(run, (struct batch){ second, batch.looked }, progress, err));
}

/* Puts the id of the one incident in front of the sentence. */
static void name_one(struct json_object *list, struct error *failure)
{
	const char *id = json_string(json_object_array_get_idx(list, 0), "id");

	(void)error_wrap(failure, "%.40s: ", id ? id : "");
}

/* Halves a batch that failed, or notes that it did. */
static bool take_failure(struct run *run, struct batch batch, struct progress *progress,
	struct error *failure, struct error *err)
{
	size_t count = json_object_array_length(batch.list);

	if (may_be_of_one(failure) && count > 1 && progress->splits)
		return change_halves(run, batch, progress, err);
	/* What does not exist was not changed by an earlier try either. */
	if (count == 1 && failure->code == 404)
		progress_settle(progress, json_object_array_get_idx(batch.list, 0));
	if (count == 1 && progress->split)
		name_one(batch.list, failure);
	return note_failure(run, progress, batch.list, failure, err);
}

/* Looks the incidents of a batch up of which some have the status, and sends the others. */
static bool change_others(struct run *run, struct json_object *list, struct progress *progress,
	struct error *failure, struct error *err)
{
	const struct found found = *client_found(run->client, failure);
	scoped(json_put_at) struct json_object *others =
		again_note(run, progress, list, failure, err);
	struct batch rest = { others, true };

	if (!others)
		return error_memory(err);
	if (!json_object_array_length(others))
		return true;
	if (json_object_array_length(others) < json_object_array_length(list))
		return change(run, rest, progress, err);
	/* The whole batch would be refused again. The look-ups have replaced its details. */
	client_take_found(run->client, &found, failure);
	return take_failure(run, rest, progress, failure, err);
}

/* Notes that a request may have changed all of a batch. Returns false if memory runs out. */
static bool doubt_all(struct progress *progress, struct json_object *list)
{
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		if (!progress_doubt(progress, json_object_array_get_idx(list, i)))
			return false;
	}
	return true;
}

static bool change(
	struct run *run, struct batch batch, struct progress *progress, struct error *err)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	struct error failure = { 0 };
	struct span document = { 0 };

	if (send_list(run, batch.list, &reply, &document, &failure))
		return note_answer(progress, batch.list, run->client, &reply, document, err);
	progress->over = failure.kind != ERROR_REFUSED;
	if (client_maybe_done(run->client, &failure) && !doubt_all(progress, batch.list))
		return error_memory(err);
	return already_says(&failure) && !batch.looked
		       ? change_others(run, batch.list, progress, &failure, err)
		       : take_failure(run, batch, progress, &failure, err);
}

bool batch_change(
	struct run *run, struct json_object *batch, struct progress *progress, struct error *err)
{
	return change(run, (struct batch){ batch, false }, progress, err);
}
