/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/event_size.h"

#include "base/utf8.h"
#include "json/json.h"

#include <string.h>

enum {
	TEXT_MOST = 1024, /* characters */
	EVENT_MOST = 512000, /* bytes */
	MARK_MOST = 256, /* bytes that mark() adds */
};

/* An event of either version. */
struct event {
	struct json_object *body, *payload; /* what says what happened is in payload */
	const char *summary, *details; /* how it is called there */
};

/* Cuts a text member on a character, the cut marked. */
static bool cut_text(struct json_object *object, const char *name)
{
	static const char mark[] = "\xe2\x80\xa6"; /* an ellipsis */
	const char *text = json_string(object, name);
	scoped(text_done) struct text cut = TEXT(TEXT_ANY);
	size_t len = text ? strlen(text) : 0;

	if (!text || utf8_cut_characters(text, len, TEXT_MOST) == len)
		return true;
	return text_add_bytes(&cut, text, utf8_cut_characters(text, len, TEXT_MOST - 1)) &&
	       text_add(&cut, mark) && json_add_string(object, name, text_string(&cut));
}

static bool cut_texts(struct json_object *object)
{
	static const char *const names[] = { "source", "component", "group", "class", "client",
		"client_url" };

	for (size_t i = 0; i < COUNT(names); i++) {
		if (!cut_text(object, names[i]))
			return false;
	}
	return true;
}

/* A part that an event can do without. */
struct part {
	struct json_object *in;
	const char *name;
};

/* The largest of the parts that are there; NULL if there is none. */
static struct part *largest_part(struct part *parts, size_t count)
{
	struct part *largest = NULL;
	size_t most = 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *value = json_member(parts[i].in, parts[i].name);
		size_t size = value ? json_size(value) : 0;

		if (size > most) {
			most = size;
			largest = &parts[i];
		}
	}
	return largest;
}

/* Says among the details what is not there, without overwriting one of them. */
static bool mark(const struct event *event, const char *what)
{
	struct json_object *details = json_member(event->payload, event->details);
	const char *name = json_member(details, "truncated") ? "left_out" : "truncated";
	scoped(text_done) struct text why = TEXT(TEXT_ANY);

	if (!details) {
		details = json_object_new_object();
		if (!json_add(event->payload, event->details, details))
			return false;
	}
	return text_addf(&why, "left out, since an event holds at most %d bytes: %s", EVENT_MOST,
		       what) &&
	       json_add_string(details, name, text_string(&why));
}

/*
 * Leaves out the largest part, then the next largest, until the event fits or has no such part any
 * more. Returns false if memory runs out.
 */
static bool leave_out(const struct event *event)
{
	struct json_object *body = event->body;
	struct part parts[] = { { event->payload, event->details }, { body, "images" },
		{ body, "links" }, { body, "contexts" } };
	scoped(text_done) struct text what = TEXT(TEXT_ANY);
	struct part *part;

	while (json_size(body) > EVENT_MOST - MARK_MOST &&
		(part = largest_part(parts, COUNT(parts)))) {
		(void)text_addf(&what, "%s%s (%zu bytes)", what.len ? ", " : "", part->name,
			json_size(json_member(part->in, part->name)));
		json_object_object_del(part->in, part->name);
	}
	return !what.failed && (!what.len || mark(event, text_string(&what)));
}

bool event_fit(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *payload = json_member(body, "payload");
	/* Events API v1 has no payload. */
	const struct event event =
		payload ? (struct event){ body, payload, "summary", "custom_details" }
			: (struct event){ body, body, "description", "details" };

	(void)operation, (void)values;
	if (!cut_text(event.payload, event.summary))
		return error_memory(err);
	if (json_size(body) > EVENT_MOST && !leave_out(&event))
		return error_memory(err);
	if (json_size(body) > EVENT_MOST && (!cut_texts(event.payload) || !cut_texts(body)))
		return error_memory(err);
	return true;
}
