/* SPDX-License-Identifier: Apache-2.0 */
#include "view/deed.h"

#include "view/kind.h"
#include "view/line.h"
#include "view/noun.h"
#include "view/one.h"

#include <ctype.h>
#include <string.h>

enum { NAME_MOST = 100, TEXT_MOST = 300 }; /* characters */

/* A word of an action's name, and what it makes of a thing. */
struct verb {
	const char *word, *past;
	const char *names; /* stands between the incident and those who have it now, or NULL */
	bool settles; /* it changes an incident's status, so that PagerDuty says who did it */
};

static const struct verb verbs[] = {
	{ "acknowledge", "acknowledged", NULL, true },
	{ "add", "added", NULL, false },
	{ "create", "created", "for", false },
	{ "delete", "deleted", NULL, false },
	{ "disable", "disabled", NULL, false },
	{ "enable", "enabled", NULL, false },
	{ "end", "ended", NULL, false },
	{ "escalate", "escalated", "to", false },
	{ "merge", "merged others into", NULL, false },
	{ "page", "created", "for", false },
	{ "reassign", "reassigned", "to", false },
	{ "remove", "removed", NULL, false },
	{ "reopen", "reopened", NULL, true },
	{ "resolve", "resolved", NULL, true },
	{ "run", "started", NULL, false },
	{ "snooze", "snoozed", NULL, false },
	{ "start", "started", NULL, false },
};

static const struct verb changed = { "change", "changed", NULL, false };

/* The verb that an action's name holds. */
static const struct verb *find_verb(const char *action)
{
	for (const char *at = action; *at;) {
		size_t len = strcspn(at, "._");

		for (size_t i = 0; i < COUNT(verbs); i++) {
			if (strlen(verbs[i].word) == len && !memcmp(at, verbs[i].word, len))
				return &verbs[i];
		}
		at += len + (at[len] != '\0');
	}
	return &changed;
}

static void add_plain(struct text *out, const char *text, size_t most)
{
	plain_add_cut(out, text, strlen(text), PLAIN_CHAT, most);
}

/* Adds what a path leads to, words in front of it; nothing where there is nothing. */
static bool add_member(struct text *out, const char *before, struct span thing, const char *path,
	enum form form, const struct look *look)
{
	scoped(text_done) struct text value = TEXT(TEXT_ANY);
	const struct column column = { .title = "", .path = path, .form = form };

	field_add(&value, thing, &column, look, FIELD_FULL);
	if (!value.len)
		return false;
	(void)text_add(out, before);
	(void)text_add(out, value.data);
	return true;
}

/* Whether PagerDuty says that the status was changed just now, so that it was this call. */
static bool is_just_settled(struct span incident, const struct look *look)
{
	enum { JUST_NOW = 120 }; /* seconds, in which clocks may differ */
	int64_t at;

	return field_moment(incident, "last_status_change_at", &at) && at - look->now < JUST_NOW &&
	       look->now - at < JUST_NOW;
}

/* "Ana acknowledged": the name that PagerDuty says, else the address that it was done for, else none. */
static void add_subject_and_verb(struct text *out, struct span thing, const struct verb *verb,
	const struct view_call *call, const struct look *look)
{
	size_t before = out->len;

	if (!(verb->settles && is_just_settled(thing, look) &&
		    add_member(out, "", thing, "last_status_change_by/summary", FORM_TEXT, look)) &&
		call->actor)
		add_plain(out, call->actor, NAME_MOST);
	if (out->len > before)
		(void)text_addf(out, " %s", verb->past);
	else
		(void)text_addf(out, "%c%s", toupper((unsigned char)*verb->past), verb->past + 1);
}

/* ": Disk full https://..." */
static void add_title_and_link(struct text *out, struct span incident, const struct look *look)
{
	if (!add_member(out, ": ", incident, "title|summary|description", FORM_TEXT, look))
		(void)text_add(out, ": (no title)");
	(void)add_member(out, " ", incident, "html_url", FORM_LINK, look);
}

/* Until when a snoozed incident sleeps. */
static void add_waking(struct text *out, struct span incident, const struct look *look)
{
	struct span pending = span_member(incident, "pending_actions"), action;
	size_t at = 0;

	while ((action = span_next(pending, &at)).start) {
		struct span type = span_member(action, "type");

		if (span_is_name(type, "unacknowledge", strlen("unacknowledge")))
			(void)add_member(out, " until ", action, "at", FORM_MOMENT, look);
	}
}

/* incident.set_priority: "set the priority of #42 to P1". Returns false for other actions. */
static bool add_setting(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	const char *set = strstr(call->action, ".set_");
	static const struct verb setting = { "set", "set", NULL, false };
	scoped(text_done) struct text path = TEXT(TEXT_ANY);

	if (!set)
		return false;
	set += strlen(".set_");
	add_subject_and_verb(out, incident, &setting, call, look);
	(void)text_add(out, " the ");
	for (const char *c = set; *c; c++)
		(void)text_add_bytes(out, *c == '_' ? " " : c, 1);
	(void)add_member(out, " of ", incident, "incident_number|id", FORM_NUMBER, look);
	if (strcmp(set, "title") != 0) {
		(void)text_addf(&path, "%s/summary|%s", set, set);
		(void)add_member(out, " to ", incident, text_string(&path), FORM_TEXT, look);
	}
	add_title_and_link(out, incident, look);
	return true;
}

/* "ana@example.com reassigned #42 to Bob: Disk full https://..." */
static void add_incident(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	const struct verb *verb = find_verb(call->action);

	if (add_setting(out, incident, call, look))
		return;
	add_subject_and_verb(out, incident, verb, call, look);
	(void)add_member(out, " ", incident, "incident_number|id", FORM_NUMBER, look);
	if (verb->names) {
		scoped(text_done) struct text words = TEXT(TEXT_ANY);

		(void)text_addf(&words, " %s ", verb->names);
		(void)add_member(out, text_string(&words), incident,
			"assignments[]/assignee/summary", FORM_TEXT, look);
	}
	if (!strcmp(verb->word, "snooze"))
		add_waking(out, incident, look);
	add_title_and_link(out, incident, look);
}

static void add_note(
	struct text *out, struct span note, const struct view_call *call, const struct look *look)
{
	static const struct verb adding = { "add", "added", NULL, false };

	add_subject_and_verb(out, note, &adding, call, look);
	(void)text_add(out, " a note");
	noun_add_subject(out, call, " to ", "");
	(void)add_member(out, ": ", note, "content", FORM_TEXT, look);
}

/* What an event says is in the parameters; the reply has its key. */
static void add_event(struct text *out, struct span event, const struct view_call *call)
{
	const char *what = json_string(call->parameters, "description");
	const char *words = what ? what : json_string(call->parameters, "summary");
	struct span status = span_member(event, "status");

	if (span_is_name(status, "queued", strlen("queued")))
		(void)text_add(out, "PagerDuty was not reached; the event is kept, and will be "
				    "sent: ");
	else
		(void)text_add(out, strstr(call->action, "launch") || strstr(call->action, "create")
					    ? "Incident launched: "
					    : "Sent to PagerDuty: ");
	if (words)
		add_plain(out, words, TEXT_MOST);
	else
		noun_add_command(out, call);
	if (!call->key)
		return;
	(void)text_addf(
		out, " (%s ", !strcmp(call->key_name, "incident_key") ? "incident key" : "key");
	add_plain(out, call->key, TEXT_MOST);
	(void)text_add(out, ")");
}

/* "ana@example.com created the service: PIJ90N7 · Web shop ..." */
static void add_known(struct text *out, struct span thing, const struct view_kind *kind,
	const struct view_call *call, const struct look *look)
{
	add_subject_and_verb(out, thing, find_verb(call->action), call, look);
	(void)text_addf(out, " the %s: ", kind->one);
	line_add(out, thing, kind, look);
}

void deed_add(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look)
{
	const struct view_kind *kind = kind_of(thing);

	if (!strcmp(kind->one, "incident")) {
		add_incident(out, thing, call, look);
	} else if (!strcmp(kind->one, "note")) {
		add_note(out, thing, call, look);
	} else if (kind_known(thing)) {
		add_known(out, thing, kind, call, look);
	} else if (call->key) {
		add_event(out, thing, call);
	} else {
		deed_add_done(out, call);
		(void)text_add(out, "\n");
		one_add(out, thing, look);
	}
}

void deed_add_incidents(struct text *out, struct span list, long count,
	const struct view_call *call, const struct look *look)
{
	size_t at = 0;
	struct span first = span_next(list, &at);

	add_subject_and_verb(out, first, find_verb(call->action), call, look);
	(void)text_addf(out, " %ld %s:", count, count == 1 ? "incident" : "incidents");
	line_add_list(out, list, look);
	if (count > LINE_LIST_MOST)
		(void)text_addf(out, "\nand %ld more", count - LINE_LIST_MOST);
}

void deed_add_done(struct text *out, const struct view_call *call)
{
	if (call->actor)
		add_plain(out, call->actor, NAME_MOST);
	(void)text_add(out, call->actor ? ": " : "Done: ");
	noun_add_command(out, call);
	noun_add_subject(out, call, " (", ")");
}
