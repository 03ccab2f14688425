/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/again.h"

#include "reply/sent.h"
#include "verbs/already.h"
#include "verbs/batch.h"
#include "json/json.h"

#include <string.h>

/*
 * Returns whether only the status of an incident is to be changed, so that its status shows whether
 * that was done.
 */
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

/* Looks an incident up. Returns NULL if that fails (why says why), or if it would not help. */
static struct json_object *look_up(struct run *run, struct json_object *sent, struct error *why)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	struct json_object *found = NULL;
	const char *id = json_string(sent, "id");

	if (!id || !is_status_alone(sent) || !json_add_string(asked, "entity_id", id) ||
		!verb_call(run, "incident.get", asked, &found, why))
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
	struct json_object *found; /* each incident that was looked up, by its id */
	struct json_object *unknown; /* why an incident was not found, by its id */
	struct json_object *rest; /* the incidents of the batch that are sent once more */
	struct http_reply reply; /* the reply to that */
	struct sent_answer answer; /* the answer about them, within the reply */
	bool answered;
	struct error refusal; /* of the whole batch */
	/* why there is no answer to the rest; the refusal, if it was not sent */
	struct error failure;
	struct found known; /* the details of that error */
	bool lost; /* nobody knows whether the rest was carried out */
	bool maybe_own; /* the first try may have been carried out, and its answer was lost */
};

static void again_done(struct again *again)
{
	json_object_put(again->found);
	json_object_put(again->unknown);
	json_object_put(again->rest);
	sent_done(&again->answer);
	http_reply_done(&again->reply);
}

/*
 * Asks for each incident of the batch, until PagerDuty cannot be asked: asking for each of hundreds
 * may take all tries. Returns false if memory runs out.
 */
static bool find_rest(struct run *run, struct json_object *batch, struct again *again)
{
	bool silent = false;

	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		struct error why = { 0 };
		struct json_object *incident = silent ? NULL : look_up(run, sent, &why);
		bool ended = has_status(incident, json_string(sent, "status")) ||
			     has_status(incident, "resolved");

		silent |= why.kind == ERROR_TRANSPORT || why.kind == ERROR_UNAVAILABLE;
		if (incident && !json_add(again->found, json_string(sent, "id"), incident))
			return false;
		if (why.code == 404) {
			if (!json_add_string(again->unknown, json_string(sent, "id"), why.text))
				return false;
			continue;
		}
		if (!ended && !json_append(again->rest, json_object_get(sent)))
			return false;
	}
	return true;
}

static bool send_rest(
	struct run *run, struct json_object *batch, struct again *again, struct error *err)
{
	size_t count = json_object_array_length(again->rest);
	struct error failure = { 0 };
	struct span document = { 0 };

	/* The whole batch would be refused again. */
	if (!count || count == json_object_array_length(batch))
		return true;
	if (!batch_send(run, again->rest, &again->reply, &document, &failure)) {
		again->failure = failure;
		again->known = *client_found(run->client, &failure);
		again->lost = batch_is_unknown(run->client, &failure);
		return true;
	}
	again->answered = sent_read(&again->answer, document, "incidents");
	return again->answered || error_memory(err);
}

static bool add_told(struct progress *progress, struct json_object *found)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	return json_print(&printed, found) &&
	       progress_tell(progress, (struct span){ printed.data, printed.len });
}

/*
 * Notes one that has the status already, and who gave it that, unless a first try of this call may
 * have done so. Returns false if memory runs out.
 */
static bool note_already(struct progress *progress, struct json_object *sent,
	struct json_object *found, const struct again *again)
{
	scoped(text_done) struct text state = TEXT(TEXT_ANY);

	if (!progress_note(progress, sent, NULL))
		return false;
	if (again->maybe_own)
		return add_told(progress, found);
	already_add(&state, found);
	if (!json_add_string(found, "already", text_string(&state)) || !add_told(progress, found))
		return false;
	/* An incident that does not say who changed it shows only its status. */
	if (state.len == strlen(json_string(sent, "status")))
		return true;
	struct json_object *outcome = json_object_array_get_idx(
		progress->outcomes, json_object_array_length(progress->outcomes) - 1);
	return json_add_string(outcome, "already", text_string(&state));
}

/*
 * Notes one that was not sent again: unknown says why PagerDuty has it not, or else it is resolved.
 */
static bool note_left(struct progress *progress, struct json_object *sent,
	struct json_object *found, const char *unknown, const struct again *again)
{
	scoped(text_done) struct text why = TEXT(ERROR_TEXT), sentence = TEXT(ERROR_TEXT);
	struct error failure = again->refusal;

	if (unknown) {
		(void)text_add(&why, unknown);
		(void)text_addf(&sentence, "%s: %s", json_string(sent, "id"), unknown);
	} else {
		(void)text_addf(&why, "%s; it is ", failure.text);
		already_add(&why, found);
		already_add_sentence(&sentence, found);
	}
	if (sentence.len)
		(void)error_set(&failure, failure.kind, failure.code, "%s", sentence.data);
	progress_remember(progress, &failure, &again->known);
	return progress_note(progress, sent, text_string(&why));
}

/* Records the outcome of one incident of such a batch. Returns false if memory runs out. */
static bool note_one(struct progress *progress, struct json_object *sent, struct again *again)
{
	const char *id = json_string(sent, "id"), *unknown = json_string(again->unknown, id);
	struct json_object *found = json_member(again->found, id);
	scoped(text_done) struct text why = TEXT(ERROR_TEXT);

	if (has_status(found, json_string(sent, "status")))
		return note_already(progress, sent, found, again);
	if (unknown || has_status(found, "resolved"))
		return note_left(progress, sent, found, unknown, again);
	if (again->answered && sent_is_done(sent, &again->answer, &why))
		return progress_note(progress, sent, NULL) &&
		       progress_tell(progress, sent_find(&again->answer, id)->whole);
	/* A try before the refusal may have changed what cannot be looked up. */
	bool lost = again->lost || (!again->answered && again->maybe_own && !found);
	if (!again->answered)
		batch_add_reason(
			&why, &again->failure, json_object_array_length(again->rest), lost);
	progress_remember(progress, &again->failure, &again->known);
	progress->unknown += lost;
	return progress_note(progress, sent, text_string(&why));
}

/*
 * Some of a batch was done already, by a first try whose answer was lost or by somebody else, and
 * PagerDuty refuses all of it for that. Each incident tells, and those that are left are sent
 * again.
 */
bool again_note(struct run *run, struct progress *progress, struct json_object *batch,
	const struct error *failure, bool *out_go_on, struct error *err)
{
	scoped(again_done) struct again again = { .found = json_object_new_object(),
		.unknown = json_object_new_object(),
		.rest = json_object_new_array(),
		.reply = HTTP_REPLY,
		.refusal = *failure,
		.failure = *failure,
		.known = *client_found(run->client, failure),
		.maybe_own = run->client->maybe_heard_before };
	size_t missed = progress->missed;

	if (!again.found || !again.unknown || !again.rest || !find_rest(run, batch, &again))
		return error_memory(err);
	if (!send_rest(run, batch, &again, err))
		return false;
	*out_go_on = again.failure.kind == ERROR_REFUSED;
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		if (!note_one(progress, json_object_array_get_idx(batch, i), &again))
			return error_memory(err);
	}
	if (progress->missed > missed)
		error_add_problem(err, "%s", again.failure.text);
	return true;
}
