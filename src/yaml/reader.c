/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/reader.h"

#include "base/shown.h"
#include "base/utf8.h"
#include "yaml/refusal.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

enum {
	DEPTH_MOST = 32, /* levels */
	ANCHORS_MOST = 64,
	NAME_SHOWN = 60, /* characters of a key that a sentence quotes */
};

struct reader {
	yaml_parser_t parser;
	struct yaml_source source;
	struct {
		char *name;
		struct json_object *value;
	} anchors[ANCHORS_MOST];
	size_t anchor_count;
	unsigned values; /* number of values read; those of an alias count each time it is used */
};

static bool next_event(struct reader *reader, yaml_event_t *event)
{
	return yaml_parser_parse(&reader->parser, event) ||
	       yaml_refuse_syntax(&reader->source, &reader->parser);
}

/*
 * Keeps the place of a new value with it. Returns value, or releases it and returns NULL with *err
 * set. value is NULL if it could not be made.
 */
static struct json_object *set_place(
	struct reader *reader, struct json_object *value, const yaml_event_t *event)
{
	const struct yaml_place place = {
		.line = (unsigned)event->start_mark.line + 1,
		.column = (unsigned)event->start_mark.column + 1,
		.weight = 1,
		.plain = event->type == YAML_SCALAR_EVENT &&
			 event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE,
	};

	if (value && yaml_place_set(value, &place))
		return value;
	json_object_put(value);
	(void)error_memory(reader->source.err);
	return NULL;
}

static bool remember_anchor(struct reader *reader, const yaml_char_t *anchor,
	struct json_object *value, const yaml_mark_t *mark)
{
	if (!anchor)
		return true;
	if (reader->anchor_count == ANCHORS_MOST)
		return yaml_refuse(
			&reader->source, mark, "more anchors than a configuration can need");
	char *name = strdup((const char *)anchor);
	if (!name)
		return error_memory(reader->source.err);
	reader->anchors[reader->anchor_count].name = name;
	reader->anchors[reader->anchor_count++].value = json_object_get(value);
	return true;
}

/* Counts values, so that aliases of aliases cannot make the tree too large. */
static bool count_values(struct reader *reader, unsigned weight, const yaml_mark_t *mark)
{
	reader->values += weight;
	return reader->values <= YAML_VALUES_MOST ||
	       yaml_refuse(&reader->source, mark, "more values than a configuration can need");
}

/*
 * Finds the last value that has the anchor of an alias. A value gets its anchor only after it was
 * read, so that it cannot contain itself.
 */
static struct json_object *find_anchor(struct reader *reader, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;

	for (size_t i = reader->anchor_count; i-- > 0;) {
		if (strcmp(reader->anchors[i].name, name) != 0)
			continue;
		struct json_object *value = reader->anchors[i].value;
		const struct yaml_place *place = yaml_place(value);
		return place && count_values(reader, place->weight, &event->start_mark)
			       ? json_object_get(value)
			       : NULL;
	}
	(void)yaml_refuse(&reader->source, &event->start_mark, "an alias without its anchor");
	return NULL;
}

static struct json_object *read_value(struct reader *reader, yaml_event_t *event, int depth);

static bool refuse_key(struct reader *reader, const yaml_event_t *key, const char *why)
{
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);
	const char *name = (const char *)key->data.scalar.value;

	(void)text_add(&sentence, "the key \"");
	(void)shown_add_name(name, NAME_SHOWN, &sentence);
	(void)text_addf(&sentence, "\" %s", why);
	return yaml_refuse(&reader->source, &key->start_mark, text_string(&sentence));
}

static bool check_key(struct reader *reader, struct json_object *object, const yaml_event_t *key)
{
	const char *name = (const char *)key->data.scalar.value;

	if (key->type == YAML_MAPPING_START_EVENT &&
		key->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE)
		return yaml_refuse(&reader->source, &key->start_mark,
			"a key must be a text; a value such as {{st2kv.system.NAME}} needs quotes");
	if (key->type != YAML_SCALAR_EVENT)
		return yaml_refuse(&reader->source, &key->start_mark, "a key must be a text");
	if (!strcmp(name, "<<"))
		return yaml_refuse(
			&reader->source, &key->start_mark, "merge keys (<<) are not supported");
	if (strlen(name) != key->data.scalar.length)
		return yaml_refuse(&reader->source, &key->start_mark, "a key must not contain NUL");
	return !json_object_object_get_ex(object, name, NULL) ||
	       refuse_key(reader, key, "appears twice");
}

static bool read_member(
	struct reader *reader, struct json_object *object, const yaml_event_t *key, int depth)
{
	scoped(yaml_event_delete) yaml_event_t event = { 0 };

	if (!check_key(reader, object, key) || !next_event(reader, &event))
		return false;
	struct json_object *value = read_value(reader, &event, depth);
	if (!value)
		return false;
	yaml_place(value)->key_line = (unsigned)key->start_mark.line + 1;
	yaml_place(value)->key_column = (unsigned)key->start_mark.column + 1;
	yaml_place(object)->weight += yaml_place(value)->weight;
	return json_add(object, (const char *)key->data.scalar.value, value) ||
	       error_memory(reader->source.err);
}

/* Reads the inner values of a container, up to its end. */
static bool read_inner(
	struct reader *reader, struct json_object *container, yaml_event_type_t end, int depth)
{
	for (;;) {
		scoped(yaml_event_delete) yaml_event_t event = { 0 };

		if (!next_event(reader, &event))
			return false;
		if (event.type == end)
			return true;
		if (json_object_is_type(container, json_type_object)) {
			if (!read_member(reader, container, &event, depth))
				return false;
			continue;
		}
		struct json_object *value = read_value(reader, &event, depth);
		if (!value)
			return false;
		yaml_place(container)->weight += yaml_place(value)->weight;
		if (!json_append(container, value))
			return error_memory(reader->source.err);
	}
}

/* Reads the value that an event begins. Recursion ends at DEPTH_MOST. */
static struct json_object *read_value(struct reader *reader, yaml_event_t *event, int depth)
{
	scoped(json_put_at) struct json_object *value = NULL;
	const yaml_char_t *anchor = NULL;
	bool ok = true;

	if (event->type == YAML_ALIAS_EVENT)
		return find_anchor(reader, event);
	if (!count_values(reader, 1, &event->start_mark) ||
		(depth == DEPTH_MOST && !yaml_refuse(&reader->source, &event->start_mark,
						"nested deeper than a configuration can need")))
		return NULL;
	if (event->type == YAML_SCALAR_EVENT) {
		const char *text = (const char *)event->data.scalar.value;

		anchor = event->data.scalar.anchor;
		if (strlen(text) != event->data.scalar.length) {
			(void)yaml_refuse(
				&reader->source, &event->start_mark, "a text must not contain NUL");
			return NULL;
		}
		value = set_place(reader, json_object_new_string(text), event);
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		value = set_place(reader, json_object_new_object(), event);
		ok = value && read_inner(reader, value, YAML_MAPPING_END_EVENT, depth + 1);
	} else {
		anchor = event->data.sequence_start.anchor;
		value = set_place(reader, json_object_new_array(), event);
		ok = value && read_inner(reader, value, YAML_SEQUENCE_END_EVENT, depth + 1);
	}
	if (!value || !ok || !remember_anchor(reader, anchor, value, &event->start_mark))
		return NULL;
	return steal(value);
}

/*
 * Skips the events that begin and end the stream and its documents. *event is the start of a value,
 * or the end of the stream.
 */
static bool next_content(struct reader *reader, yaml_event_t *event)
{
	do {
		yaml_event_delete(event);
		if (!next_event(reader, event))
			return false;
	} while (event->type == YAML_STREAM_START_EVENT ||
		 event->type == YAML_DOCUMENT_START_EVENT ||
		 event->type == YAML_DOCUMENT_END_EVENT);
	return true;
}

static struct json_object *read_stream(struct reader *reader)
{
	scoped(yaml_event_delete) yaml_event_t event = { 0 };
	scoped(json_put_at) struct json_object *value = NULL;

	if (!next_content(reader, &event))
		return NULL;
	if (event.type == YAML_STREAM_END_EVENT) {
		value = set_place(reader, json_object_new_object(), &event);
		return steal(value);
	}
	value = read_value(reader, &event, 0);
	if (!value || !next_content(reader, &event))
		return NULL;
	if (event.type != YAML_STREAM_END_EVENT) {
		(void)yaml_refuse(&reader->source, &event.start_mark,
			"a second document: only one is allowed");
		return NULL;
	}
	return steal(value);
}

struct json_object *yaml_read(
	const char *text, size_t len, const char *name, struct yaml_mark *out_at, struct error *err)
{
	struct reader reader = { .source = { text, name, out_at, err } };
	size_t valid = utf8_valid(text, len);

	*out_at = (struct yaml_mark){ 0 };
	if (valid < len) {
		(void)yaml_refuse_byte(&reader.source, valid, "not UTF-8");
		return NULL;
	}
	if (!yaml_parser_initialize(&reader.parser)) {
		(void)error_memory(err);
		return NULL;
	}
	yaml_parser_set_input_string(&reader.parser, (const unsigned char *)text, len);
	struct json_object *value = read_stream(&reader);
	for (size_t i = 0; i < reader.anchor_count; i++) {
		free(reader.anchors[i].name);
		json_object_put(reader.anchors[i].value);
	}
	yaml_parser_delete(&reader.parser);
	return value;
}
