/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/envelope.h"

#include "json/repair.h"
#include "json/scan.h"

#include <string.h>

/* Reads a string that is not empty. */
static bool read_text(struct span value, struct text *out)
{
	return span_string(value, out) && out->len;
}

bool envelope_read(struct text *body, struct envelope *out, const char **out_problem)
{
	struct span document;
	size_t at;

	*out = (struct envelope){ .id = TEXT(TEXT_ANY), .type = TEXT(TEXT_ANY) };
	*out_problem = "out of memory";
	if (!json_repair(body))
		return false;
	*out_problem = "the body is not JSON, or nested too deep";
	if (!body->len || !scan_document(body->data, body->len, ENVELOPE_DEPTH, &document, &at))
		return false;
	out->members = span_member(document, "event");
	*out_problem = "the body has no object \"event\"";
	if (span_kind(out->members) != '{')
		return false;
	*out_problem = "the event has no text \"id\"";
	if (!read_text(span_member(out->members, "id"), &out->id))
		return false;
	*out_problem = "the event has no text \"event_type\"";
	return read_text(span_member(out->members, "event_type"), &out->type);
}

bool envelope_is_ping(const struct envelope *event)
{
	return !strcmp(text_string(&event->type), "pagey.ping");
}

/*
 * Returns whether we add a member of this name to the payload ourselves. Members of the event with
 * such a name are dropped.
 */
static bool is_ours(struct span name)
{
	return span_is_name(name, "source", 6) || span_is_name(name, "account", 7);
}

bool envelope_add_payload(
	const struct envelope *event, const char *source, const char *account, struct text *out)
{
	static const char *const usual[] = { "id", "event_type", "resource_type", "occurred_at",
		"agent", "client", "data" };
	struct span values[COUNT(usual)], name, value;
	size_t at = 0;

	span_members(event->members, usual, values, COUNT(usual));
	(void)text_add(out, "{");
	while (span_next_member(event->members, &at, &name, &value)) {
		if (is_ours(name))
			continue;
		(void)text_add_bytes(out, name.start, name.len);
		(void)text_add(out, ":");
		(void)text_add_bytes(out, value.start, value.len);
		(void)text_add(out, ",");
	}
	for (size_t i = 0; i < COUNT(usual); i++) {
		if (!values[i].start)
			(void)text_addf(out, "\"%s\":null,", usual[i]);
	}
	(void)text_addf(out, "\"source\":\"%s\",\"account\":", source);
	(void)text_add_quoted(out, account, strlen(account));
	return text_add(out, "}");
}

void envelope_done(struct envelope *event)
{
	text_done(&event->id);
	text_done(&event->type);
}
