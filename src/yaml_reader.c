/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml_reader.h"

#include "json.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { DEPTH_MOST = 32, ANCHORS_MOST = 64 };

struct reader {
	yaml_parser_t parser;
	const char *name;
	struct error *err;
	struct {
		char *name;
		struct json_object *value;
	} anchors[ANCHORS_MOST];
	size_t anchor_count;
};

static bool refuse(struct reader *reader, const yaml_mark_t *mark, const char *why)
{
	return error_set(reader->err, ERROR_CONFIG, 0, "%s:%zu:%zu: %s", reader->name,
		mark->line + 1, mark->column + 1, why);
}

/* libyaml's words for what people do most often wrong, in ours. */
static const char *translate(const char *problem)
{
	if (!problem)
		return "not YAML";
	if (strstr(problem, "cannot start any token"))
		return "not YAML: tabs are not allowed for indentation, and a text that begins "
		       "with @, ` or % wants quotes";
	if (strstr(problem, "mapping values are not allowed"))
		return "not YAML: a colon where none may be; a text with \": \" in it wants "
		       "quotes, and keys one indentation";
	if (strstr(problem, "could not find expected ':'"))
		return "not YAML: a key without its colon";
	return problem;
}

static bool next_event(struct reader *reader, yaml_event_t *event)
{
	if (yaml_parser_parse(&reader->parser, event))
		return true;
	if (reader->parser.error == YAML_MEMORY_ERROR)
		return error_memory(reader->err);
	return refuse(reader, &reader->parser.problem_mark, translate(reader->parser.problem));
}

static void free_place(struct json_object *value, void *place)
{
	(void)value;
	free(place);
}

struct yaml_place *yaml_place(struct json_object *value)
{
	/* We make no numbers of YAML; those of JSON keep their digits where the place would be. */
	return value && !json_object_is_type(value, json_type_double)
		       ? json_object_get_userdata(value)
		       : NULL;
}

bool yaml_is_null(struct json_object *value)
{
	static const char *const nulls[] = { "", "~", "null", "Null", "NULL" };
	const struct yaml_place *place = yaml_place(value);

	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return false;
	for (size_t i = 0; i < COUNT(nulls); i++) {
		if (!strcmp(json_object_get_string(value), nulls[i]))
			return true;
	}
	return false;
}

/* Gives a new value its place. Takes value over, also on failure. */
static struct json_object *placed(
	struct reader *reader, struct json_object *value, const yaml_event_t *event)
{
	struct yaml_place *place = calloc(1, sizeof(*place));

	if (!value || !place) {
		json_object_put(value);
		free(place);
		(void)error_memory(reader->err);
		return NULL;
	}
	place->line = (unsigned)event->start_mark.line + 1;
	place->column = (unsigned)event->start_mark.column + 1;
	place->plain = event->type == YAML_SCALAR_EVENT &&
		       event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	json_object_set_userdata(value, place, free_place);
	return value;
}

static bool keep_anchor(struct reader *reader, const yaml_char_t *anchor, struct json_object *value,
	const yaml_mark_t *mark)
{
	if (!anchor)
		return true;
	if (reader->anchor_count == ANCHORS_MOST)
		return refuse(reader, mark, "more anchors than a configuration can need");
	char *name = strdup((const char *)anchor);
	if (!name)
		return error_memory(reader->err);
	reader->anchors[reader->anchor_count].name = name;
	reader->anchors[reader->anchor_count++].value = json_object_get(value);
	return true;
}

/* The newest value of that anchor. One that is still being read has none yet, so that no value can hold itself. */
static struct json_object *find_anchor(struct reader *reader, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;

	for (size_t i = reader->anchor_count; i-- > 0;) {
		if (!strcmp(reader->anchors[i].name, name))
			return json_object_get(reader->anchors[i].value);
	}
	(void)refuse(reader, &event->start_mark, "an alias without its anchor");
	return NULL;
}

static struct json_object *read_value(struct reader *reader, yaml_event_t *event, int depth);

static bool read_member(
	struct reader *reader, struct json_object *object, const yaml_event_t *key, int depth)
{
	scoped(yaml_event_delete) yaml_event_t event = { 0 };
	const char *name = (const char *)key->data.scalar.value;

	if (key->type != YAML_SCALAR_EVENT)
		return refuse(reader, &key->start_mark, "a key must be a text");
	if (!strcmp(name, "<<"))
		return refuse(reader, &key->start_mark, "merge keys (<<) are not supported");
	if (strlen(name) != key->data.scalar.length)
		return refuse(reader, &key->start_mark, "a key must not hold NUL");
	if (json_object_object_get_ex(object, name, NULL))
		return refuse(reader, &key->start_mark, "the key stands twice");
	if (!next_event(reader, &event))
		return false;
	struct json_object *value = read_value(reader, &event, depth);
	if (!value)
		return false;
	yaml_place(value)->key_line = (unsigned)key->start_mark.line + 1;
	yaml_place(value)->key_column = (unsigned)key->start_mark.column + 1;
	return json_add(object, name, value) || error_memory(reader->err);
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
		if (!json_append(container, value))
			return error_memory(reader->err);
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
	if (depth == DEPTH_MOST) {
		(void)refuse(
			reader, &event->start_mark, "nested deeper than a configuration can need");
		return NULL;
	}
	if (event->type == YAML_SCALAR_EVENT) {
		const char *text = (const char *)event->data.scalar.value;

		anchor = event->data.scalar.anchor;
		if (strlen(text) != event->data.scalar.length) {
			(void)refuse(reader, &event->start_mark, "a text must not hold NUL");
			return NULL;
		}
		value = placed(reader, json_object_new_string(text), event);
	} else if (event->type == YAML_MAPPING_START_EVENT) {
		anchor = event->data.mapping_start.anchor;
		value = placed(reader, json_object_new_object(), event);
		ok = value && read_inner(reader, value, YAML_MAPPING_END_EVENT, depth + 1);
	} else {
		anchor = event->data.sequence_start.anchor;
		value = placed(reader, json_object_new_array(), event);
		ok = value && read_inner(reader, value, YAML_SEQUENCE_END_EVENT, depth + 1);
	}
	if (!value || !ok || !keep_anchor(reader, anchor, value, &event->start_mark))
		return NULL;
	return steal(value);
}

/* Passes over events to the first that is none of the stream's frame: *event is a value's start, or the stream's end. */
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
		value = placed(reader, json_object_new_object(), &event);
		return steal(value);
	}
	value = read_value(reader, &event, 0);
	if (!value || !next_content(reader, &event))
		return NULL;
	if (event.type != YAML_STREAM_END_EVENT) {
		(void)refuse(
			reader, &event.start_mark, "a second document: the configuration is one");
		return NULL;
	}
	return steal(value);
}

struct json_object *yaml_read(const char *text, size_t len, const char *name, struct error *err)
{
	struct reader reader = { .name = name, .err = err };

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
