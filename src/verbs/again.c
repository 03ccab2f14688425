/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/again.h"

#include "operations/own_incident.h"
#include "verbs/already.h"
#include "json/json.h"

#include <string.h>

enum { LISTED_MOST = 1000 }; /* incidents, in pages of 100 */

/*
 * Asks for the newest incidents, so that not each is asked for. An account may have more, and the
 * list may be refused: those that it lacks are asked for one by one. Returns false if memory runs
 * out.
 */
static bool list_newest(struct run *run, struct progress *progress, struct error *why)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *list = NULL;

	progress->known = json_object_new_object();
	if (!progress->known || !json_add_string(asked, "date_range", "all") ||
		!json_add_string(asked, "sort_by", "created_at:desc") ||
		!json_add(asked, "maximum", json_object_new_int64(LISTED_MOST)))
		return false;
	if (!verb_call(run, "incident.find", asked, &list, why))
		return true;
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *incident = json_object_array_get_idx(list, i);
		const char *id = json_string(incident, "id");

		if (id && !json_add(progress->known, id, json_object_get(incident)))
			return false;
	}
	return true;
}

/*
 * Looks an incident up: in the list, or else by a request, if one is left. Returns NULL if that
 * fails (why says why), if it would not help, or if the answer is about another incident.
 */
static struct json_object *look_up(
	struct run *run, struct progress *progress, struct json_object *sent, struct error *why)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *found = NULL;
	const char *id = json_string(sent, "id"), *other;

	if (!id || !own_incident_new_status(sent))
		return NULL;
	found = json_object_get(json_member(progress->known, id));
	if (found || !progress->looks)
		return steal(found);
	progress->looks--;
	if (!json_add_string(asked, "entity_id", id) ||
		!verb_call(run, "incident.get", asked, &found, why))
		return NULL;
	other = json_string(found, "id");
	return other && strcmp(other, id) != 0 ? NULL : steal(found);
}

/* Returns whether PagerDuty cannot be asked: it does not answer, or not in time. */
static bool is_silent(const struct error *why)
{
	return why->kind == ERROR_TRANSPORT || why->kind == ERROR_UNAVAILABLE;
}

static bool has_status(struct json_object *incident, const char *status)
{
	const char *is = json_string(incident, "status");

	return is && status && !strcmp(is, status);
}

static bool tell(struct progress *progress, struct json_object *sent, struct json_object *found)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	return json_print(&printed, found) &&
	       progress_tell(progress, sent, (struct span){ printed.data, printed.len });
}

/*
 * Notes one that has the status already, and who gave it that, unless an earlier request of this
 * call may have done so. Returns false if memory runs out.
 */
static bool note_already(
	struct progress *progress, struct json_object *sent, struct json_object *found)
{
	scoped(text_done) struct text state = TEXT(TEXT_ANY);

	if (!progress_note(progress, sent, NULL))
		return false;
	if (progress_is_doubted(progress, sent))
		return tell(progress, sent, found);
	already_add(&state, found);
	if (!json_add_string(found, "already", text_string(&state)) || !tell(progress, sent, found))
		return false;
	/* An incident that does not say who changed it shows only its status. */
	return state.len == strlen(json_string(sent, "status")) ||
	       json_add_string(progress_outcome(progress, sent), "already", text_string(&state));
}

/* A batch that was refused since some of it has the status. */
struct again {
	struct progress *progress;
	const struct error *refusal;
	struct found details; /* of the refusal */
	struct error *err; /* takes the problems */
};

/*
 * Notes one that cannot be changed, and why. failure says the same in words that name the incident.
 * Returns false if memory runs out.
 */
static bool note_left(struct again *again, struct json_object *sent, const struct text *why,
	const struct error *failure)
{
	error_add_problem(again->err, "%s", failure->text);
	progress_remember(again->progress, failure, &again->details);
	return progress_note(again->progress, sent, text_string(why));
}

/*
 * Notes one that is resolved, and by whom: it cannot be acknowledged. If an earlier request is
 * doubted, it stays so: that request may have acknowledged the incident before it was resolved.
 */
static bool note_resolved(struct again *again, struct json_object *sent, struct json_object *found)
{
	scoped(text_done) struct text why = TEXT(TEXT_ANY), sentence = TEXT(TEXT_ANY);
	struct error failure = *again->refusal;

	(void)text_addf(&why, "%s; it is ", again->refusal->text);
	already_add(&why, found);
	already_add_sentence(&sentence, found);
	failure.already = sentence.len && !progress_is_doubted(again->progress, sent);
	if (sentence.len)
		(void)error_set(&failure, failure.kind, failure.code, "%s", sentence.data);
	return note_left(again, sent, &why, &failure);
}

/* Notes one that PagerDuty does not know: an earlier request did not change it either. */
static bool note_absent(struct again *again, struct json_object *sent, const struct error *absence)
{
	scoped(text_done) struct text why = TEXT(TEXT_ANY);
	struct error failure = *again->refusal;

	(void)text_add(&why, absence->text);
	(void)error_set(&failure, failure.kind, failure.code, "%s: %s", json_string(sent, "id"),
		absence->text);
	progress_settle(again->progress, sent);
	return note_left(again, sent, &why, &failure);
}

struct json_object *again_note(struct run *run, struct progress *progress,
	struct json_object *batch, const struct error *refusal, struct error *err)
{
	scoped(json_put_at) struct json_object *others = json_object_new_array();
	struct again again = { progress, refusal, *client_found(run->client, refusal), err };
	struct error of_list = { 0 };

	if (json_object_array_length(batch) > progress->looks && !progress->known &&
		!list_newest(run, progress, &of_list))
		return NULL;
	bool silent = is_silent(&of_list);
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		struct error why = { 0 };
		scoped(json_put_at) struct json_object *found =
			silent ? NULL : look_up(run, progress, sent, &why);
		bool ok;

		silent |= is_silent(&why);
		if (has_status(found, json_string(sent, "status")))
			ok = note_already(progress, sent, found);
		else if (has_status(found, "resolved"))
			ok = note_resolved(&again, sent, found);
		else if (why.code == 404)
			ok = note_absent(&again, sent, &why);
		else
			ok = json_append(others, json_object_get(sent));
		if (!ok)
			return NULL;
	}
	return steal(others);
}
