/* SPDX-License-Identifier: Apache-2.0 */
#include "view/line.h"
#include "view/newest.h"
#include "view/noun.h"
#include "view/one.h"
#include "view/shape.h"
#include "view/view.h"

#include <ctype.h>
#include <string.h>

enum { NAME_MOST = 100, TITLE_MOST = 300 }; /* characters */

static void add_plain(struct text *out, const char *text, size_t most)
{
	plain_add_cut(out, text, strlen(text), PLAIN_CHAT, most);
}

/* "No incidents are triggered or acknowledged." */
static void add_none(struct text *out, const struct view_call *call)
{
	struct json_object *statuses = json_member(call->parameters, "statuses");
	size_t count = json_object_is_type(statuses, json_type_array)
			       ? json_object_array_length(statuses)
			       : 0;

	noun_add_count(out, 0, NULL, call->member);
	for (size_t i = 0; i < count; i++) {
		const char *status = json_object_get_string(json_object_array_get_idx(statuses, i));

		(void)text_add(out, i ? " or " : " are ");
		add_plain(out, status ? status : "", NAME_MOST);
	}
	(void)text_add(out, ".");
}

/* "3 incidents:", "The newest 25 of 312 incidents:" */
static void add_head(struct text *out, long count, const struct view_kind *kind,
	const struct view_call *call, bool newest)
{
	long total = call->total > count ? call->total : count;
	bool cut = total > LINE_LIST_MOST || total > count;
	bool more = !call->total && call->maximum && count >= call->maximum;

	if (cut)
		(void)text_addf(out, "The %s %ld of %s", newest ? "newest" : "first",
			count < LINE_LIST_MOST ? count : LINE_LIST_MOST, more ? "at least " : "");
	noun_add_count(out, total, kind, call->member);
	if (more && !cut)
		(void)text_add(out, ", and there may be more: maximum=100 at the end of the phrase "
				    "looks further");
	(void)text_add(out, ":");
}

static void add_list(
	struct text *out, struct span list, const struct view_call *call, const struct look *look)
{
	scoped(newest_done) struct newest newest = { 0 };
	struct span record;

	if (!newest_take(&newest, list, !call->sorted)) {
		out->failed = true;
		return;
	}
	if (!newest.count) {
		add_none(out, call);
		return;
	}
	add_head(out, (long)newest.count, kind_of(newest.records[0].span), call, newest.dated);
	for (size_t i = 0; i < newest.count && i < LINE_LIST_MOST; i++) {
		record = newest.records[i].span;
		(void)text_add(out, "\n");
		line_add(out, record, kind_of(record), look);
	}
}

/* Who did it: PagerDuty's word where it has just been done, else the address that it was done for. */
static void add_actor(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look)
{
	enum { JUST_NOW = 120 }; /* seconds */
	scoped(text_done) struct text name = TEXT(TEXT_ANY);
	int64_t at;

	if (field_moment(thing, "last_status_change_at", &at) && look->now - at < JUST_NOW &&
		at - look->now < JUST_NOW && strcmp(noun_past(call->action), "changed") != 0)
		field_add_raw(&name, thing, "last_status_change_by/summary");
	if (!name.len && call->actor)
		(void)text_add(&name, call->actor);
	add_plain(out, text_string(&name), NAME_MOST);
}

/* "ana@example.com acknowledged #42: Disk full https://..." */
static void add_incident_deed(struct text *out, struct span incident, const struct view_call *call,
	const struct look *look)
{
	static const struct column number = { .title = "",
		.path = "incident_number|id",
		.form = FORM_NUMBER },
				   title = { .title = "",
					   .path = "title|summary|description",
					   .form = FORM_TEXT },
				   link = { .title = "", .path = "html_url", .form = FORM_LINK },
				   assigned = { .title = "",
					   .path = "assignments[]/assignee/summary",
					   .form = FORM_TEXT };
	const char *past = noun_past(call->action);
	size_t before = out->len;

	add_actor(out, incident, call, look);
	/* Without a name in front the verb begins the sentence. */
	if (out->len > before)
		(void)text_addf(out, " %s ", past);
	else
		(void)text_addf(out, "%c%s ", toupper((unsigned char)*past), past + 1);
	field_add(out, incident, &number, look, FIELD_FULL);
	if (!strcmp(past, "reassigned") || !strcmp(past, "escalated")) {
		size_t mark = out->len;

		(void)text_add(out, " to ");
		size_t named = out->len;
		field_add(out, incident, &assigned, look, FIELD_FULL);
		if (out->len == named)
			text_remove(out, mark, out->len - mark);
	}
	(void)text_add(out, ": ");
	size_t named = out->len;
	field_add(out, incident, &title, look, FIELD_FULL);
	(void)text_add(out, out->len > named ? " " : "(no title) ");
	field_add(out, incident, &link, look, FIELD_FULL);
	if (out->len && out->data[out->len - 1] == ' ')
		text_remove(out, out->len - 1, 1);
}

static void add_note_deed(struct text *out, struct span note, const struct view_call *call)
{
	scoped(text_done) struct text content = TEXT(TEXT_ANY);
	size_t before = out->len;

	if (call->actor)
		add_plain(out, call->actor, NAME_MOST);
	(void)text_add(out, out->len > before ? " added a note" : "Added a note");
	noun_add_subject(out, call, " to ", "");
	(void)text_add(out, ": ");
	field_add_raw(&content, note, "content");
	add_plain(out, text_string(&content), TITLE_MOST);
}

/* What an event says is in the parameters; the reply has its key. */
static void add_event_deed(struct text *out, struct span event, const struct view_call *call)
{
	scoped(text_done) struct text status = TEXT(TEXT_ANY);
	const char *what = json_string(call->parameters, "description");
	const char *words = what ? what : json_string(call->parameters, "summary");

	field_add_raw(&status, event, "status");
	if (!strcmp(text_string(&status), "queued"))
		(void)text_add(
			out, "PagerDuty was not reached; the event waits and will be sent: ");
	else if (strstr(call->action, "launch") || strstr(call->action, "create"))
		(void)text_add(out, "Incident launched: ");
	else
		(void)text_add(out, "Sent to PagerDuty: ");
	if (words) {
		add_plain(out, words, TITLE_MOST);
	} else {
		noun_add_command(out, call);
	}
	if (!call->key)
		return;
	(void)text_addf(
		out, " (%s ", !strcmp(call->key_name, "incident_key") ? "incident key" : "key");
	add_plain(out, call->key, TITLE_MOST);
	(void)text_add(out, ")");
}

static void add_deed(
	struct text *out, struct span thing, const struct view_call *call, const struct look *look)
{
	const struct view_kind *kind = kind_of(thing);
	size_t before = out->len;

	if (!strcmp(kind->one, "incident")) {
		add_incident_deed(out, thing, call, look);
		return;
	}
	if (!strcmp(kind->one, "note")) {
		add_note_deed(out, thing, call);
		return;
	}
	if (!kind_known(thing) && call->key) {
		add_event_deed(out, thing, call);
		return;
	}
	if (call->actor)
		add_plain(out, call->actor, NAME_MOST);
	(void)text_addf(out, "%s: ", out->len > before ? "" : "Done");
	noun_add_command(out, call);
	(void)text_add(out, ": ");
	line_add(out, thing, kind, look);
}

void view_add_chat(struct text *out, struct span document, const struct view_call *call,
	const struct look *look)
{
	struct shape shape = shape_of(document);

	switch (shape.what) {
	case SHAPE_LIST:
		add_list(out, shape.value, call, look);
		return;
	case SHAPE_ONE:
		if (call->changes)
			add_deed(out, shape.value, call, look);
		else
			one_add(out, shape.value, look);
		return;
	case SHAPE_DONE:
		if (call->actor)
			add_plain(out, call->actor, NAME_MOST);
		(void)text_add(out, call->actor ? ": " : "Done: ");
		noun_add_command(out, call);
		noun_add_subject(out, call, " (", ")");
		return;
	case SHAPE_OTHER:
		field_add(out, shape.value,
			&(struct column){ .title = "", .path = "", .form = FORM_TEXT }, look,
			FIELD_FULL);
		return;
	}
}
