/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/progress.h"

#include "base/redact.h"
#include "json/json.h"

/* Returns the id of an incident; the parameters have one for each. */
static const char *id_of(struct json_object *sent)
{
	const char *id = json_string(sent, "id");

	return id ? id : "";
}

bool progress_open(struct progress *progress, struct json_object *list)
{
	progress->places = json_object_new_object();
	progress->outcomes = json_object_new_array();
	progress->told = json_object_new_array();
	progress->doubted = json_object_new_object();
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		const char *id = id_of(json_object_array_get_idx(list, i));

		if (!json_add(progress->places, id, json_object_new_int64((int64_t)i)))
			return false;
	}
	return progress->outcomes && progress->told && progress->doubted;
}

void progress_done(struct progress *progress)
{
	json_object_put(progress->places);
	json_object_put(progress->outcomes);
	json_object_put(progress->told);
	json_object_put(progress->doubted);
}

size_t progress_place(const struct progress *progress, struct json_object *sent)
{
	return (size_t)json_object_get_int64(json_member(progress->places, id_of(sent)));
}

struct json_object *progress_outcome(const struct progress *progress, struct json_object *sent)
{
	return json_object_array_get_idx(progress->outcomes, progress_place(progress, sent));
}

bool progress_doubt(struct progress *progress, struct json_object *sent)
{
	return json_add(progress->doubted, id_of(sent), json_object_new_boolean(true));
}

void progress_settle(struct progress *progress, struct json_object *sent)
{
	json_object_object_del(progress->doubted, id_of(sent));
}

bool progress_is_doubted(const struct progress *progress, struct json_object *sent)
{
	return json_member(progress->doubted, id_of(sent)) != NULL;
}

/* Puts a value at the place of an incident. Takes value over. */
static bool put(const struct progress *progress, struct json_object *array,
	struct json_object *sent, struct json_object *value)
{
	if (value && !json_object_array_put_idx(array, progress_place(progress, sent), value))
		return true;
	json_object_put(value);
	return false;
}

static bool add_reason(struct progress *progress, struct json_object *sent,
	struct json_object *outcome, const char *why)
{
	scoped(text_done) struct text shown = TEXT(TEXT_ANY), reason = TEXT(TEXT_ANY);
	bool unknown = progress_is_doubted(progress, sent);

	progress->missed++;
	progress->unknown += unknown;
	if (!text_add(&shown, why))
		return false;
	redact(shown.data);
	return text_addf(&reason, "%s%s", shown.data,
		       unknown ? "; it may have been changed all the same" : "") &&
	       json_add_string(outcome, "error", reason.data);
}

bool progress_note(struct progress *progress, struct json_object *sent, const char *why)
{
	struct json_object *outcome = json_object_new_object();
	const char *status = json_string(sent, "status");

	if (!put(progress, progress->outcomes, sent, outcome) ||
		!json_add_string(outcome, "id", id_of(sent)))
		return false;
	return why ? add_reason(progress, sent, outcome, why)
		   : json_add_string(outcome, "status", status ? status : "");
}

void progress_remember(
	struct progress *progress, const struct error *failure, const struct found *found)
{
	if (!progress->missed) {
		error_take(&progress->first, failure);
		progress->found = *found;
	}
	progress->refused |= failure->kind == ERROR_REFUSED;
}

bool progress_tell(struct progress *progress, struct json_object *sent, struct span incident)
{
	return !progress->shown ||
	       put(progress, progress->told, sent,
		       json_object_new_string_len(incident.start, (int)incident.len));
}

bool progress_add_told(const struct progress *progress, struct text *out)
{
	const char *between = "[";

	for (size_t i = 0; progress->shown && i < json_object_array_length(progress->told); i++) {
		struct json_object *incident = json_object_array_get_idx(progress->told, i);

		if (!incident)
			continue;
		if (!text_add(out, between) || !text_add(out, json_object_get_string(incident)))
			return false;
		between = ",";
	}
	return !progress->shown || text_add(out, *between == '[' ? "[]" : "]");
}
