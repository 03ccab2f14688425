/* SPDX-License-Identifier: Apache-2.0 */
/* The function of the actions that change many incidents: see operations/verbs.h. */
#include "operations/verbs.h"

#include "reply/items.h"
#include "verbs/already.h"
#include "verbs/batch.h"
#include "verbs/progress.h"
#include "verbs/verb.h"
#include "json/json.h"

#include <string.h>

enum {
	BATCH = 250, /* incidents; PagerDuty answers 413 to more */
	SPLITS = 32, /* enough to find three or four unknown incidents in a full batch */
	LOOKS = 10, /* incidents that are asked for one by one; of more, a list is asked for */
	PAGES = 10, /* of such lists */
};

/* Records the incidents that were not sent any more. */
static bool note_rest(struct progress *progress, struct json_object *list, struct error *err)
{
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		struct json_object *sent = json_object_array_get_idx(list, i);

		if (progress_outcome(progress, sent))
			continue;
		if (!progress_note(progress, sent,
			    progress_is_doubted(progress, sent)
				    ? "not sent again, since a request before failed"
				    : "not sent, since a request before failed"))
			return error_memory(err);
	}
	return true;
}

/* For a single incident: says which it was, and how to name it. */
static bool refuse_one(const struct progress *progress, struct error *err)
{
	const struct error *first = &progress->first;
	const char *id = json_string(json_object_array_get_idx(progress->outcomes, 0), "id");

	if (first->code == 404)
		return error_set(err, first->kind, first->code,
			"there is no incident \"%.40s\": give its number, its link or its id; %s",
			id ? id : "", first->text);
	err->already = first->already && !progress->unknown;
	return error_set(err, first->kind, first->code, "%s%s",
		err->already        ? ""
		: progress->unknown ? "it is not known whether the incident was changed: "
				    : "the incident was not changed: ",
		first->text);
}

/* How many were not changed, or perhaps not, and why. */
static bool refuse_missed(const struct progress *progress, struct error *err)
{
	const struct error *first = &progress->first;
	enum error_kind kind = progress->refused ? ERROR_REFUSED : first->kind;
	size_t all = json_object_array_length(progress->outcomes);
	size_t not_changed = progress->missed - progress->unknown;

	if (!progress->unknown)
		return error_set(err, kind, first->code, "%zu of %zu incidents %s not changed: %s",
			not_changed, all, items_was(not_changed), first->text);
	if (!not_changed)
		return error_set(err, kind, first->code,
			"it is not known whether %zu of %zu incidents %s changed: %s",
			progress->unknown, all, items_was(progress->unknown), first->text);
	return error_set(err, kind, first->code,
		"it is not known whether %zu of %zu incidents %s changed, and %zu %s not: %s",
		progress->unknown, all, items_was(progress->unknown), not_changed,
		items_was(not_changed), first->text);
}

/* Fails because some were not changed. The problems are in err already. */
static bool refuse(struct run *run, const struct progress *progress, struct error *err)
{
	const struct error *first = &progress->first;

	run->doubtful = progress->unknown > 0;
	err->detail = first->detail;
	err->retryable = !progress->refused && first->retryable;
	err->says_doubt = first->says_doubt || progress->unknown;
	client_take_found(run->client, &progress->found, err);
	client_add_effort(run->client, err);
	if (!json_print(&run->outcomes, progress->outcomes))
		return error_memory(err);
	if (json_object_array_length(progress->outcomes) == 1)
		return refuse_one(progress, err);
	return refuse_missed(progress, err);
}

static bool change_all(struct run *run, struct json_object *list, struct progress *progress,
	struct text *out, struct error *err)
{
	for (size_t at = 0; !progress->over && at < json_object_array_length(list); at += BATCH) {
		scoped(json_put_at) struct json_object *batch = json_slice(list, at, BATCH);

		if (!batch)
			return error_memory(err);
		if (!batch_change(run, batch, progress, err))
			return false;
	}
	if (!note_rest(progress, list, err))
		return false;
	if (!progress_add_told(progress, &run->told))
		return error_memory(err);
	if (progress->missed)
		return refuse(run, progress, err);
	return json_print(out, progress->outcomes) || error_memory(err);
}

bool incidents_change(struct run *run, struct text *out, struct error *err)
{
	scoped(json_put_at) struct json_object *list =
		json_object_get(json_member(run->request->body, "incidents"));
	scoped(progress_done) struct progress progress = {
		.shown = run->shown, .splits = SPLITS, .looks = LOOKS, .pages = PAGES
	};

	return progress_open(&progress, list) ? change_all(run, list, &progress, out, err)
					      : error_memory(err);
}
