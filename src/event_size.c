/* SPDX-License-Identifier: Apache-2.0 */
#include "event_size.h"

#include "json.h"
#include "utf8.h"

#include <string.h>

enum {
	TEXT_MOST = 1024, /* characters */
	EVENT_MOST = 512000, /* bytes */
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
	       text_add(&cut, mark) &&
	       json_add(object, name, json_object_new_string(text_string(&cut)));
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

/* Bytes of the event as JSON; 0 without memory. */
static size_t size_of(struct json_object *value)
{
	size_t len = 0;
	const char *printed = json_object_to_json_string_length(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &len);

	return printed ? len : 0;
}

/* Puts in the place of the details that they were too many. */
static bool drop_details(struct json_object *payload)
{
	scoped(text_done) struct text why = TEXT(TEXT_ANY);
	struct json_object *marker = json_object_new_object();

	(void)text_addf(&why,
		"custom_details of %zu bytes were left out: an event holds at most %d bytes",
		size_of(json_member(payload, "custom_details")), EVENT_MOST);
	return json_add(payload, "custom_details", marker) &&
	       json_add(marker, "truncated", json_object_new_string(text_string(&why)));
}

bool event_fit(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *payload = json_member(body, "payload");

	(void)operation, (void)values;
	if (!cut_text(payload, "summary"))
		return error_memory(err);
	if (size_of(body) > EVENT_MOST && json_member(payload, "custom_details") &&
		!drop_details(payload))
		return error_memory(err);
	if (size_of(body) > EVENT_MOST) {
		json_object_object_del(body, "images");
		json_object_object_del(body, "links");
	}
	if (size_of(body) > EVENT_MOST && (!cut_texts(payload) || !cut_texts(body)))
		return error_memory(err);
	return true;
}
