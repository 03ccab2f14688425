/* SPDX-License-Identifier: Apache-2.0 */
#include "view/sentence.h"

#include "view/details.h"
#include "view/kind.h"
#include "view/line.h"
#include "view/noun.h"
#include "view/verb.h"

#include <string.h>

enum { NAME_MOST = 100, TEXT_MOST = 300 }; /* characters */

/* Adds ": Disk full https://...". */
static void add_title_and_link(struct text *out, struct span incident, const struct look *look)
{
	if (!view_verb_add_member(
		    out, ": ", incident, "title|summary|description", FORM_TEXT, look))
		(void)text_add(out, ": (no title)");
	(void)view_verb_add_member(out, " ", incident, "html_url", FORM_LINK, look);
}

/* Adds until when an incident is snoozed. */
static void add_snooze_end(struct text *out, struct span incident, const struct look *look)
{
	struct span pending = span_member(incident, "pending_actions"), action;
	size_t at = 0;

	while ((action = span_next(pending, &at)).start) {
		struct span type = span_member(action, "type");

		if (span_is_name(type, "unacknowledge", strlen("unacknowledge")))
			(void)view_verb_add_member(out, " until ", action, "at", FORM_MOMENT, look);
	}
}

/*
 * For incident.set_priority adds "set the priority of #42 to P1". Returns false for other actions.
 */
static bool add_setting(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	const char *set = strstr(call->action, ".set_");
	static const struct verb setting = { "set", "set", NULL, false };
	scoped(text_done) struct text path = TEXT(TEXT_ANY);

	if (!set)
		return false;
	set += strlen(".set_");
	view_verb_add(out, incident, &setting, call, look);
	(void)text_add(out, " the ");
	for (const char *c = set; *c; c++)
		(void)text_add_bytes(out, *c == '_' ? " " : c, 1);
	(void)view_verb_add_member(out, " of ", incident, "incident_number|id", FORM_NUMBER, look);
	if (strcmp(set, "title") != 0) {
		(void)text_addf(&path, "%s/summary|%s", set, set);
		(void)view_verb_add_member(
			out, " to ", incident, text_string(&path), FORM_TEXT, look);
	}
	add_title_and_link(out, incident, look);
	return true;
}

/* Adds "ana@example.com reassigned #42 to Bob: Disk full https://...". */
static void add_incident(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	const struct verb *verb = view_verb_find(call->action);

	if (add_setting(out, incident, call, look))
		return;
	view_verb_add(out, incident, verb, call, look);
	(void)view_verb_add_member(out, " ", incident, "incident_number|id", FORM_NUMBER, look);
	if (verb->names) {
		scoped(text_done) struct text words = TEXT(TEXT_ANY);

		(void)text_addf(&words, " %s ", verb->names);
		(void)view_verb_add_member(out, text_string(&words), incident,
			"assignments[]/assignee/summary", FORM_TEXT, look);
	}
	if (!strcmp(verb->word, "snooze"))
		add_snooze_end(out, incident, look);
	add_title_and_link(out, incident, look);
}

static void add_note(
	struct text *out, struct span note, const struct view_call *call, const struct look *look)
{
	static const struct verb adding = { "add", "added", NULL, false };

	view_verb_add(out, note, &adding, call, look);
	(void)text_add(out, " a note");
	noun_add_subject(out, call, " to ", "");
	(void)view_verb_add_member(out, ": ", note, "content", FORM_TEXT, look);
}

/* Adds "ana@example.com sent a status update about #42: We are on it". */
static void add_update(
	struct text *out, struct span update, const struct view_call *call, const struct look *look)
{
	static const struct verb sending = { "send", "sent", NULL, false };

	view_verb_add(out, update, &sending, call, look);
	(void)text_add(out, " a status update");
	noun_add_subject(out, call, " about ", "");
	(void)view_verb_add_member(out, ": ", update, "message", FORM_TEXT, look);
}

/* Adds "ana@example.com started the workflow Open a bridge on [#42] Disk full https://...". */
static void add_workflow(
	struct text *out, struct span run, const struct view_call *call, const struct look *look)
{
	view_verb_add(out, run, view_verb_find("start"), call, look);
	noun_add_subject(out, call, " the workflow ", "");
	(void)view_verb_add_member(
		out, " on ", run, "incident/summary|incident/id", FORM_TEXT, look);
	(void)view_verb_add_member(out, " ", run, "incident/html_url", FORM_LINK, look);
}

/*
 * Adds "ana@example.com merged #41, #43 into [#42] Disk full https://...". PagerDuty's answer has
 * only a reference to the incident.
 */
static void add_merge(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	struct json_object *merged = json_member(call->parameters, "source_incidents");

	view_verb_add(out, incident, view_verb_find("merge"), call, look);
	for (size_t i = 0; i < json_object_array_length(merged); i++) {
		(void)text_add(out, i ? ", " : " ");
		noun_add_id(out, json_object_get_string(json_object_array_get_idx(merged, i)));
	}
	(void)text_add(out, " into ");
	if (view_verb_add_member(out, "", incident, "incident_number", FORM_NUMBER, look))
		add_title_and_link(out, incident, look);
	else if (view_verb_add_member(out, "", incident, "summary|id", FORM_TEXT, look))
		(void)view_verb_add_member(out, " ", incident, "html_url", FORM_LINK, look);
}

/* Adds why an event was not sent at once, which the result's cause says (queue/deliver.c). */
static void add_queued(struct text *out, struct span event)
{
	static const char needless[] = "needless", undelivered[] = "undelivered";
	struct span cause = span_member(event, "cause");

	if (span_is_name(cause, needless, sizeof(needless) - 1))
		(void)text_add(
			out, "Not sent, because the alert that it resolves was not sent either: ");
	else if (span_is_name(cause, undelivered, sizeof(undelivered) - 1))
		(void)text_add(out, "PagerDuty did not take the event yet; it is kept, and will be "
				    "sent: ");
	else
		(void)text_add(out, "The event is kept, and will be sent: ");
}

/* Adds a sentence about an event. The reply has only its key; its text is in the parameters. */
static void add_event(struct text *out, struct span event, const struct view_call *call)
{
	const char *what = json_string(call->parameters, "description");
	const char *words = what ? what : json_string(call->parameters, "summary");
	struct span status = span_member(event, "status");

	if (span_is_name(status, "queued", strlen("queued")))
		add_queued(out, event);
	else
		(void)text_add(out, strstr(call->action, "launch") || strstr(call->action, "create")
					    ? "Incident launched: "
					    : "Sent to PagerDuty: ");
	if (words)
		plain_add_chat(out, words, TEXT_MOST);
	else
		noun_add_command(out, call);
	if (!call->key)
		return;
	(void)text_addf(
		out, " (%s ", !strcmp(call->key_name, "incident_key") ? "incident key" : "key");
	plain_add_chat(out, call->key, TEXT_MOST);
	(void)text_add(out, ")");
}

/* Adds "ana@example.com created the service: PIJ90N7 · Web shop ...". */
static void add_known(struct text *out, struct span thing, const struct view_kind *kind,
	const struct view_call *call, const struct look *look)
{
	view_verb_add(out, thing, view_verb_find(call->action), call, look);
	(void)text_addf(out, " the %s: ", kind->one);
	line_add(out, thing, kind, look);
}

void sentence_add(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look)
{
	const struct view_kind *kind = view_kind_of(thing);

	if (!strcmp(call->action, "incident.merge")) {
		add_merge(out, thing, call, look);
	} else if (!strcmp(kind->one, "incident")) {
		add_incident(out, thing, call, look);
	} else if (!strcmp(kind->one, "note")) {
		add_note(out, thing, call, look);
	} else if (!strcmp(kind->one, "status update")) {
		add_update(out, thing, call, look);
	} else if (!strcmp(kind->one, "workflow run")) {
		add_workflow(out, thing, call, look);
	} else if (view_kind_known(thing)) {
		add_known(out, thing, kind, call, look);
	} else if (call->key) {
		add_event(out, thing, call);
	} else {
		sentence_add_done(out, call);
		(void)text_add(out, "\n");
		details_add(out, thing, look);
	}
}

/* Returns whether an incident had the status already, which verbs/incidents.c then says of it. */
static bool was_already(struct span incident)
{
	return span_member(incident, "already").start != NULL;
}

static void add_lines(struct text *out, struct span list, bool already, const struct look *look)
{
	struct span incident;
	int lines = 0;

	for (size_t at = 0; lines < LINE_LIST_MOST && (incident = span_next(list, &at)).start;) {
		if (was_already(incident) != already)
			continue;
		(void)text_add(out, out->len ? "\n" : "");
		line_add(out, incident, view_kind_of(incident), look);
		if (already)
			(void)view_verb_add_member(
				out, ": already ", incident, "already", FORM_TEXT, look);
		lines++;
	}
}

void sentence_add_incidents(struct text *out, struct span list, long count,
	const struct view_call *call, const struct look *look)
{
	struct span first = { 0 }, incident;
	long changed = 0;

	for (size_t at = 0; (incident = span_next(list, &at)).start;) {
		if (was_already(incident))
			continue;
		first = changed++ ? first : incident;
	}
	if (changed) {
		view_verb_add(out, first, view_verb_find(call->action), call, look);
		(void)text_addf(out, " %ld %s:", changed, changed == 1 ? "incident" : "incidents");
		add_lines(out, list, false, look);
		if (changed > LINE_LIST_MOST)
			(void)text_addf(out, "\nand %ld more", changed - LINE_LIST_MOST);
	}
	add_lines(out, list, true, look);
	if (count - changed > LINE_LIST_MOST)
		(void)text_addf(out, "\nand %ld more", count - changed - LINE_LIST_MOST);
}

void sentence_add_overrides(
	struct text *out, struct span list, const struct view_call *call, const struct look *look)
{
	static const struct verb putting = { "put", "put", NULL, false };
	struct span override;

	for (size_t at = 0; (override = span_next(list, &at)).start;) {
		(void)text_add(out, out->len ? "\n" : "");
		view_verb_add(out, override, &putting, call, look);
		(void)view_verb_add_member(out, " ", override,
			"override/user/summary|override/user/id", FORM_TEXT, look);
		noun_add_subject(out, call, " on ", "");
		(void)view_verb_add_member(
			out, " from ", override, "override/start", FORM_MOMENT, look);
		(void)view_verb_add_member(
			out, " until ", override, "override/end", FORM_MOMENT, look);
		(void)view_verb_add_member(
			out, " (override ", override, "override/id", FORM_WORD, look);
		(void)text_add(out, ")");
	}
}

void sentence_add_done(struct text *out, const struct view_call *call)
{
	if (call->actor)
		plain_add_chat(out, call->actor, NAME_MOST);
	(void)text_add(out, call->actor ? ": " : "Done: ");
	noun_add_command(out, call);
	noun_add_subject(out, call, " (", ")");
}
