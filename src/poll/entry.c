/* SPDX-License-Identifier: Apache-2.0 */
#include "poll/entry.h"

#include "base/instant.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Seconds between a trigger and the assignment that PagerDuty makes together with it. */
enum { TOGETHER = 2 };

#define SUFFIX "_log_entry"

/* The event for each type of entry, without the type's suffix. The order does not matter. */
static const struct {
	const char *kind, *event_type;
} events[] = {
	{ "acknowledge", "incident.acknowledged" },
	{ "acknowledgement", "incident.acknowledged" },
	{ "annotate", "incident.annotated" },
	{ "assign", "incident.reassigned" },
	{ "custom_field_value_change", "incident.custom_field_values.updated" },
	{ "delegate", "incident.delegated" },
	{ "escalate", "incident.escalated" },
	{ "field_value_change", "incident.custom_field_values.updated" },
	{ "priority_change", "incident.priority_updated" },
	{ "priority_update", "incident.priority_updated" },
	{ "reopen", "incident.reopened" },
	{ "resolve", "incident.resolved" },
	{ "status_update", "incident.status_update_published" },
	{ "status_update_published", "incident.status_update_published" },
	{ "trigger", "incident.triggered" },
	{ "unacknowledge", "incident.unacknowledged" },
};

/* Copies a string. Returns false if value is not a string, or is empty. */
static bool copy_string(struct span value, char *out, size_t room)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	if (!span_string(value, &text) || !text.len)
		return false;
	(void)snprintf(out, room, "%s", text.data);
	return true;
}

static bool read_entry(struct span record, struct entry *out)
{
	static const char *const names[] = { "id", "type", "created_at" };
	struct span values[COUNT(names)];
	char time[INSTANT_TEXT];

	span_members(record, names, values, COUNT(names));
	out->record = record;
	return copy_string(values[0], out->id, sizeof(out->id)) &&
	       copy_string(values[1], out->kind, sizeof(out->kind)) &&
	       copy_string(values[2], time, sizeof(time)) && instant_read(time, &out->time);
}

static int compare_entries(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;

	if (a->time != b->time)
		return a->time < b->time ? -1 : 1;
	return a->place < b->place ? 1 : -1;
}

bool entries_read(struct span list, struct entries *out, unsigned *out_skipped)
{
	size_t room = 0, at = 0;
	struct span record;

	*out = (struct entries){ 0 };
	*out_skipped = 0;
	while ((record = span_next(list, &at)).start) {
		if (out->count == room) {
			room = room ? 2 * room : 64;
			struct entry *more = reallocarray(out->all, room, sizeof(*more));
			if (!more)
				return false;
			out->all = more;
		}
		if (read_entry(record, &out->all[out->count]))
			out->count++;
		else
			++*out_skipped;
	}
	bool upwards = out->count > 1 && out->all[0].time < out->all[out->count - 1].time;
	for (size_t i = 0; i < out->count; i++)
		out->all[i].place = upwards ? out->count - i : i;
	if (out->count)
		qsort(out->all, out->count, sizeof(*out->all), compare_entries);
	return true;
}

void entries_done(struct entries *entries)
{
	free(entries->all);
	*entries = (struct entries){ 0 };
}

static bool is_kind(const struct entry *entry, const char *kind)
{
	size_t len = strlen(kind);

	return !strncmp(entry->kind, kind, len) &&
	       !strncmp(entry->kind + len, SUFFIX, sizeof(SUFFIX) - 1);
}

static bool is_same_text(struct span a, struct span b)
{
	return a.start && b.start && a.len == b.len && !memcmp(a.start, b.start, a.len);
}

/* Returns whether PagerDuty made an assignment together with the trigger of its incident. */
static bool comes_with_trigger(const struct entry *entry, const struct entries *all)
{
	struct span incident = span_member(entry->record, "incident/id");

	for (size_t i = 0; i < all->count; i++) {
		const struct entry *other = &all->all[i];

		if (entry->time >= other->time && entry->time - other->time <= TOGETHER &&
			is_kind(other, "trigger") &&
			is_same_text(incident, span_member(other->record, "incident/id")))
			return true;
	}
	return false;
}

const char *entry_event_type(const struct entry *entry, const struct entries *all)
{
	for (size_t i = 0; i < COUNT(events); i++) {
		if (is_kind(entry, events[i].kind))
			return is_kind(entry, "assign") && comes_with_trigger(entry, all)
				       ? NULL
				       : events[i].event_type;
	}
	return NULL;
}

static void add_value(struct text *out, const char *name, struct span value)
{
	(void)text_addf(out, ",\"%s\":", name);
	if (value.start)
		(void)text_add_bytes(out, value.start, value.len);
	else
		(void)text_add(out, "null");
}

/* Adds the assignees as webhooks list them. The API lists assignments, which contain them. */
static void add_assignees(struct text *out, struct span assignments)
{
	struct span assignment;
	size_t at = 0;
	bool begun = false;

	(void)text_add(out, ",\"assignees\":[");
	while ((assignment = span_next(assignments, &at)).start) {
		struct span assignee = span_member(assignment, "assignee");

		if (!assignee.start)
			continue;
		if (begun)
			(void)text_add(out, ",");
		begun = true;
		(void)text_add_bytes(out, assignee.start, assignee.len);
	}
	(void)text_add(out, "]");
}

static void add_incident(struct text *out, struct span incident)
{
	/*
	 * The members of an incident that webhooks have too. The incident's number has another name
	 * in the API.
	 */
	static const char *const names[] = { "id", "self", "html_url", "status", "incident_key",
		"created_at", "service", "escalation_policy", "teams", "priority", "urgency",
		"conference_bridge", "resolve_reason", "incident_type" };
	struct span values[COUNT(names)];
	struct span title = span_member(incident, "title");

	if (!incident.start) {
		(void)text_add(out, "null");
		return;
	}
	span_members(incident, names, values, COUNT(names));
	(void)text_add(out, "{\"type\":\"incident\"");
	for (size_t i = 0; i < COUNT(names); i++)
		add_value(out, names[i], values[i]);
	add_value(out, "number", span_member(incident, "incident_number"));
	add_value(out, "title", title.start ? title : span_member(incident, "summary"));
	add_assignees(out, span_member(incident, "assignments"));
	(void)text_add(out, "}");
}

bool entry_add_payload(
	const struct entry *entry, const char *event_type, const char *account, struct text *out)
{
	(void)text_add(out, "{\"id\":");
	(void)text_add_quoted(out, entry->id, strlen(entry->id));
	(void)text_addf(out, ",\"event_type\":\"%s\",\"resource_type\":\"incident\"", event_type);
	add_value(out, "occurred_at", span_member(entry->record, "created_at"));
	add_value(out, "agent", span_member(entry->record, "agent"));
	(void)text_add(out, ",\"client\":null,\"data\":");
	add_incident(out, span_member(entry->record, "incident"));
	(void)text_add(out, ",\"source\":\"poll\",\"account\":");
	(void)text_add_quoted(out, account, strlen(account));
	return text_add(out, "}");
}
