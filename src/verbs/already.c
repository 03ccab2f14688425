/* SPDX-License-Identifier: Apache-2.0 */
#include "verbs/already.h"

#include "action/code.h"
#include "base/redact.h"
#include "base/utf8.h"
#include "client/recover.h"
#include "operations/verbs.h"
#include "json/json.h"

#include <string.h>

enum {
	NAMES_MOST = 3, /* the users who acknowledged an incident */
	NAME_MOST = 60, /* characters of a name, an id or a time */
};

static const double LOOK = 5; /* seconds that asking for the incident may take */

bool already_says(const struct error *failure)
{
	return failure->code == 400 && (failure->detail == CODE_ALREADY_RESOLVED ||
					       failure->detail == CODE_ALREADY_ACKNOWLEDGED);
}

/* Adds a text that other people wrote, cut to its limit. */
static bool add_words(struct text *out, const char *before, const char *words)
{
	scoped(text_done) struct text shown = TEXT(TEXT_ANY);

	if (!words || !*words)
		return false;
	(void)text_add_bytes(&shown, words, utf8_cut_characters(words, strlen(words), NAME_MOST));
	if (shown.failed)
		return false;
	/*
	 * Redact before adding more text: redact() finds a part of a secret only at the end of a
	 * text.
	 */
	redact(shown.data);
	return text_addf(out, "%s%s", before, shown.data);
}

static const char *acknowledger(struct json_object *list, size_t index)
{
	return json_string(
		json_member(json_object_array_get_idx(list, index), "acknowledger"), "summary");
}

/* Returns whether an earlier acknowledgement is by somebody of the same name. */
static bool is_named(struct json_object *list, size_t index)
{
	const char *name = acknowledger(list, index);

	for (size_t i = 0; name && i < index; i++) {
		const char *other = acknowledger(list, i);

		if (other && !strcmp(other, name))
			return true;
	}
	return false;
}

/* Adds those who acknowledged an incident. Returns false if it does not name them. */
static bool add_acknowledgers(struct text *out, struct json_object *incident)
{
	struct json_object *list = json_member(incident, "acknowledgements");
	size_t count =
		json_object_is_type(list, json_type_array) ? json_object_array_length(list) : 0;
	size_t named = 0;

	for (size_t i = 0; i < count; i++) {
		if (!acknowledger(list, i) || is_named(list, i))
			continue;
		if (named < NAMES_MOST)
			(void)add_words(out, named ? ", " : " by ", acknowledger(list, i));
		named++;
	}
	if (named > NAMES_MOST)
		(void)text_addf(out, " and %zu more", named - NAMES_MOST);
	if (named)
		(void)add_words(
			out, " since ", json_string(json_object_array_get_idx(list, 0), "at"));
	return named > 0;
}

/* Adds who changed the status last, and when. */
static void add_last(struct text *out, struct json_object *incident, const char *at)
{
	(void)add_words(out, " by ",
		json_string(json_member(incident, "last_status_change_by"), "summary"));
	(void)add_words(out, at, json_string(incident, "last_status_change_at"));
}

void already_add(struct text *out, struct json_object *incident)
{
	const char *status = json_string(incident, "status");

	if (status && !strcmp(status, "acknowledged")) {
		(void)text_add(out, status);
		if (!add_acknowledgers(out, incident))
			add_last(out, incident, " since ");
	} else if (status && !strcmp(status, "resolved")) {
		(void)text_add(out, status);
		add_last(out, incident, " at ");
	}
}

void already_add_sentence(struct text *out, struct json_object *incident)
{
	scoped(text_done) struct text state = TEXT(TEXT_ANY);

	already_add(&state, incident);
	if (!state.len || !add_words(out, "", json_string(incident, "id")))
		return;
	(void)text_addf(out, " is already %s", state.data);
}

/*
 * Asks for the incident. This says nothing about the call that failed, so what the client knows of
 * that stays.
 */
static struct json_object *look_up(struct run *run, const char *id)
{
	scoped(json_put_at) struct json_object *asked = json_object_new_object();
	struct client *client = run->client;
	const struct client before = *client;
	struct json_object *found = NULL;
	struct error none = { 0 };

	if (client->try_timeout > LOOK)
		client->try_timeout = LOOK;
	client->retry_time = 0;
	if (json_add_string(asked, "entity_id", id) &&
		!verb_call(run, "incident.get", asked, &found, &none))
		found = NULL;
	client->try_timeout = before.try_timeout;
	client->retry_time = before.retry_time;
	client->maybe_heard = before.maybe_heard;
	client->maybe_heard_before = before.maybe_heard_before;
	client->retry_after = before.retry_after;
	client->found = before.found;
	return found;
}

void already_explain(struct run *run, const struct request *request, struct json_object *values,
	struct error *err)
{
	const char *id = json_string(values, "entity_id");
	scoped(json_put_at) struct json_object *incident = NULL;
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);

	if (!already_says(err) || !id)
		return;
	/* client_call() has looked the incident up and found another status. */
	if (run->client->maybe_heard_before && recover_is_refused(request, err))
		return;
	incident = look_up(run, id);
	client_add_effort(run->client, err);
	already_add_sentence(&sentence, incident);
	if (!sentence.len || sentence.failed)
		return;
	/* An earlier try may have changed it before, also what is not its status. */
	err->already = !run->client->maybe_heard_before;
	(void)error_set(err, err->kind, err->code, "%s", sentence.data);
}
