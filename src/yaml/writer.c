/* SPDX-License-Identifier: Apache-2.0 */
#include "yaml/writer.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <yaml.h>

static int write_bytes(void *out, unsigned char *bytes, size_t len)
{
	return text_add_bytes(out, (const char *)bytes, len);
}

/*
 * Returns whether a text without quotes is read back as a text, and not as a number, a boolean or
 * null. libyaml does not check this.
 */
static bool reads_as_text(const char *text)
{
	static const char *const words[] = { "null", "true", "false", "yes", "no", "on", "off", "y",
		"n", "~" };

	for (size_t i = 0; i < COUNT(words); i++) {
		if (!strcasecmp(text, words[i]))
			return false;
	}
	return *text && !strchr("0123456789.+-=<", *text);
}

static bool emit_scalar(yaml_emitter_t *emitter, const char *text, yaml_scalar_style_t style)
{
	yaml_event_t event;

	/* libyaml copies the text, but before version 0.2.5 the parameter is not declared const. */
	return text &&
	       yaml_scalar_event_initialize(&event, NULL, NULL, (yaml_char_t *)(uintptr_t)text,
		       (int)strlen(text), 1, 1, style) &&
	       yaml_emitter_emit(emitter, &event);
}

static bool emit_string(yaml_emitter_t *emitter, const char *text)
{
	return emit_scalar(emitter, text,
		reads_as_text(text) ? YAML_ANY_SCALAR_STYLE : YAML_SINGLE_QUOTED_SCALAR_STYLE);
}

static bool emit(yaml_emitter_t *emitter, struct json_object *value);

static bool emit_object(yaml_emitter_t *emitter, struct json_object *object)
{
	yaml_event_t event;
	yaml_mapping_style_t style = json_object_object_length(object) ? YAML_BLOCK_MAPPING_STYLE
								       : YAML_FLOW_MAPPING_STYLE;

	if (!yaml_mapping_start_event_initialize(&event, NULL, NULL, 1, style) ||
		!yaml_emitter_emit(emitter, &event))
		return false;
	json_object_object_foreach(object, name, member)
	{
		if (!emit_string(emitter, name) || !emit(emitter, member))
			return false;
	}
	return yaml_mapping_end_event_initialize(&event) && yaml_emitter_emit(emitter, &event);
}

static bool emit_array(yaml_emitter_t *emitter, struct json_object *array)
{
	yaml_event_t event;
	yaml_sequence_style_t style = json_object_array_length(array) ? YAML_BLOCK_SEQUENCE_STYLE
								      : YAML_FLOW_SEQUENCE_STYLE;

	if (!yaml_sequence_start_event_initialize(&event, NULL, NULL, 1, style) ||
		!yaml_emitter_emit(emitter, &event))
		return false;
	for (size_t i = 0; i < json_object_array_length(array); i++) {
		if (!emit(emitter, json_object_array_get_idx(array, i)))
			return false;
	}
	return yaml_sequence_end_event_initialize(&event) && yaml_emitter_emit(emitter, &event);
}

static bool emit(yaml_emitter_t *emitter, struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_object:
		return emit_object(emitter, value);
	case json_type_array:
		return emit_array(emitter, value);
	case json_type_string:
		return emit_string(emitter, json_object_get_string(value));
	case json_type_null:
	case json_type_boolean:
	case json_type_double:
	case json_type_int:
		break;
	}
	/* json-c prints a number into new memory, so this can return NULL. */
	const char *text = value ? json_object_get_string(value) : "null";
	return text && emit_scalar(emitter, text, YAML_PLAIN_SCALAR_STYLE);
}

static bool emit_document(yaml_emitter_t *emitter, struct json_object *value)
{
	yaml_event_t event;

	if (!yaml_stream_start_event_initialize(&event, YAML_UTF8_ENCODING) ||
		!yaml_emitter_emit(emitter, &event) ||
		!yaml_document_start_event_initialize(&event, NULL, NULL, NULL, 0) ||
		!yaml_emitter_emit(emitter, &event) || !emit(emitter, value))
		return false;
	return yaml_document_end_event_initialize(&event, 1) &&
	       yaml_emitter_emit(emitter, &event) && yaml_stream_end_event_initialize(&event) &&
	       yaml_emitter_emit(emitter, &event);
}

bool yaml_write(struct text *out, struct json_object *value)
{
	yaml_emitter_t emitter;

	if (!yaml_emitter_initialize(&emitter))
		return false;
	yaml_emitter_set_output(&emitter, write_bytes, out);
	yaml_emitter_set_unicode(&emitter, 1);
	/*
	 * Lines are never folded: each value is one line, so that a diff shows exactly what
	 * changed.
	 */
	yaml_emitter_set_width(&emitter, -1);
	bool ok = emit_document(&emitter, value) && yaml_emitter_flush(&emitter);
	yaml_emitter_delete(&emitter);
	return ok && !out->failed;
}
