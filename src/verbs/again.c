/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/again.h"

#include "base/clock.h"
#include "operations/own_incident.h"
#include "operations/verbs.h"
#include "reply/reply.h"
#include "verbs/already.h"
#include "json/json.h"
#include "json/read.h"

#include <stdio.h>
#include <string.h>

enum { PAGE = 100 }; /* incidents; PagerDuty's largest page */

/* Seconds that the list may take, and that the incidents may take which are asked for one by one. */
static const double LOOK = 5;

/*
 * Limits the time of the next requests, and leaves the larger part of the run's time to the changes
 * themselves. Returns the end before.
 */
static double limit_time(struct client *client)
{
	double end = client->end, now = clock_now(), share = (end - now) / 4;

	client->end = now + (end > 0 && share < LOOK ? share : LOOK);
	return end;
}

/* Requests a page of the newest incidents. Returns a new reference, or NULL if that fails. */
static struct json_object *get_page(struct run *run, const struct request *request, size_t offset)
{
	scoped(http_reply_done) struct http_reply reply = HTTP_REPLY;
	struct json_object *page = NULL;
	struct span document;
	struct error none = { 0 };
	char paging[48];

	(void)snprintf(paging, sizeof(paging), "limit=%d&offset=%zu", PAGE, offset);
	return client_call(run->client, request, paging, &reply, &none) &&
			       reply_read(request, &reply, &document, &none) &&
			       json_read_reply(document.start, document.len, &page, &none)
		       ? page
		       : NULL;
}

/* Keeps the incidents of a page by their ids. Returns false if memory runs out. */
static bool keep(struct json_object *known, struct json_object *list)
{
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *incident = json_object_array_get_idx(list, i);
		const char *id = json_string(incident, "id");

		if (id && !json_add(known, id, json_object_get(incident)))
			return false;
	}
	return true;
}

static bool is_complete(struct json_object *known, struct json_object *batch)
{
	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		const char *id = json_string(json_object_array_get_idx(batch, i), "id");

		if (id && !json_member(known, id))
			return false;
	}
	return true;
}

/*
 * Reads pages until they have all of the batch, no page is left, or one fails: what was read before
 * is kept. Returns false if memory runs out.
 */
static bool read_pages(struct run *run, struct progress *progress, const struct request *request,
	struct json_object *batch, struct json_object *known)
{
	bool more = true;

	for (size_t offset = 0; more && progress->pages && !is_complete(known, batch);) {
		progress->pages--;
		scoped(json_put_at) struct json_object *page = get_page(run, request, offset);
		struct json_object *list = json_member(page, "incidents");
		size_t count = json_object_is_type(list, json_type_array)
				       ? json_object_array_length(list)
				       : 0;

		if (count && !keep(known, list))
			return false;
		offset += count;
		more = count && json_object_get_boolean(json_member(page, "more"));
	}
	return true;
}

/*
 * Lists the newest incidents, so that not each is asked for. An account may have more, and the list
 * may be refused. Returns those that were listed, by their ids, as a new object, or NULL if memory
 * runs out. They are not kept for another refusal: until then they may have changed.
 */
static struct json_object *list_newest(
	struct run *run, struct progress *progress, struct json_object *batch)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *known = json_object_new_object();
	scoped(request_done) struct request request = { 0 };
	const struct operation *operation = operation_find("incident.find");
	struct error none = { 0 };
	bool ok;

	if (!known || !operation || !json_add_string(asked, "date_range", "all") ||
		!json_add_string(asked, "sort_by", "created_at:desc"))
		return NULL;
	if (!request_build(&request, operation, asked, run->config, run->user, &none))
		return steal(known);
	double end = limit_time(run->client);
	ok = read_pages(run, progress, &request, batch, known);
	run->client->end = end;
	return ok ? steal(known) : NULL;
}

/*
 * Asks for an incident, if a request is left. Returns NULL if that fails (why says why), if it would
 * not help, or if the answer is about another incident.
 */
static struct json_object *look_up(
	struct run *run, struct progress *progress, struct json_object *sent, struct error *why)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	scoped(json_put_at) struct json_object *found = NULL;
	const char *id = json_string(sent, "id"), *other;

	if (!id || !own_incident_new_status(sent) || !progress->looks)
		return NULL;
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

/*
 * Notes what was found of one incident (NULL: nothing; why says why), or adds it to others. Returns
 * false if memory runs out.
 */
static bool note_found(struct again *again, struct json_object *sent, struct json_object *found,
	const struct error *why, struct json_object *others)
{
	if (has_status(found, json_string(sent, "status")))
		return note_already(again->progress, sent, found);
	if (has_status(found, "resolved"))
		return note_resolved(again, sent, found);
	if (why->code == 404)
		return note_absent(again, sent, why);
	return json_append(others, json_object_get(sent));
}

/*
 * Notes what the incidents are, known or asked for, and adds those to others which may be sent once
 * more. Returns false if memory runs out.
 */
static bool note_all(struct again *again, struct run *run, struct json_object *batch,
	struct json_object *known, struct json_object *others)
{
	bool silent = false;

	for (size_t i = 0; i < json_object_array_length(batch); i++) {
		struct json_object *sent = json_object_array_get_idx(batch, i);
		const char *id = json_string(sent, "id");
		struct error why = { 0 };
		scoped(json_put_at) struct json_object *found =
			id && own_incident_new_status(sent)
				? json_object_get(json_member(known, id))
				: NULL;

		if (!found && !silent)
			found = look_up(run, again->progress, sent, &why);
		silent |= is_silent(&why);
		if (!note_found(again, sent, found, &why, others))
			return false;
	}
	return true;
}

struct json_object *again_note(struct run *run, struct progress *progress,
	struct json_object *batch, const struct error *refusal, struct error *err)
{
	scoped(json_put_at) struct json_object *others = json_object_new_array(), *known = NULL;
	struct again again = { progress, refusal, *client_found(run->client, refusal), err };

	if (json_object_array_length(batch) > progress->looks && progress->pages) {
		known = list_newest(run, progress, batch);
		if (!known)
			return NULL;
	}
	double end = limit_time(run->client);
	bool ok = others && note_all(&again, run, batch, known, others);
	run->client->end = end;
	return ok ? steal(others) : NULL;
}
