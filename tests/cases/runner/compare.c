/* SPDX-License-Identifier: Apache-2.0 */
#include "compare.h"

#include "complaints.h"
#include "json/json.h"

#include <string.h>

enum { DEPTH = 600 };

/*
 * Uses json-c's strict mode and not the program's own reader, which may itself be wrong. Some
 * versions of json-c accept single quotes and words for numbers even then, so those are refused
 * here.
 */
static bool is_strict(const char *text, size_t len)
{
	bool inside = false;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			inside = !inside;
		else if (inside && text[i] == '\\')
			i++;
		else if (inside ? (unsigned char)text[i] < 0x20
				: !strchr("{}[]:, \t\r\n+-.0123456789eEtrufalsn", text[i]))
			return false;
	}
	return true;
}

/* Parses text and the NUL after it: without the NUL a number at the end would not be complete. */
static struct json_object *parse(
	const char *text, size_t len, int flags, bool *out_read, size_t *out_at)
{
	struct json_tokener *tokener = json_tokener_new_ex(DEPTH);

	json_tokener_set_flags(tokener, flags);
	struct json_object *value = json_tokener_parse_ex(tokener, text, (int)len + 1);
	*out_at = json_tokener_get_parse_end(tokener);
	*out_read = json_tokener_get_error(tokener) == json_tokener_success && *out_at >= len;
	json_tokener_free(tokener);
	return value;
}

/*
 * json-c 0.18 refuses every byte above 127 in its strict mode, so strictness is tried without them.
 */
static bool parses_strictly(const char *text, size_t len, size_t *out_at)
{
	struct text plain = TEXT(TEXT_ANY);
	bool read;

	for (size_t i = 0; i < len; i++)
		(void)text_add_bytes(&plain, (unsigned char)text[i] < 0x80 ? text + i : "x", 1);
	(void)json_object_put(parse(text_string(&plain), len, JSON_TOKENER_STRICT, &read, out_at));
	text_done(&plain);
	return read;
}

bool compare_read(const char *text, size_t len, const char *what, struct json_object **out_value)
{
	size_t at, strict_at;
	bool read;

	*out_value = parse(text, len, JSON_TOKENER_VALIDATE_UTF8, &read, &at);
	if (read && parses_strictly(text, len, &strict_at) && is_strict(text, len))
		return true;
	if (read)
		at = strict_at;
	struct text shown = TEXT(TEXT_ANY);
	show_text(&shown, text, len);
	complain("%s is not one JSON document, at byte %zu:\n  %s", what, at, text_string(&shown));
	return false;
}

static const char *printed(struct json_object *value)
{
	struct text text = TEXT(TEXT_ANY);
	const char *json = json_object_to_json_string_ext(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE);

	show_text(&text, json, strlen(json));
	return text_string(&text);
}

static bool is_token(struct json_object *expected, const char *token)
{
	return json_object_is_type(expected, json_type_string) &&
	       !strcmp(json_object_get_string(expected), token);
}

/* Compares values that are neither objects nor arrays. */
static bool same_scalar(
	struct json_object *expected, struct json_object *found, struct bindings *bindings)
{
	if (is_token(expected, "@NUMBER@"))
		return json_is_number(found);
	if (json_object_get_type(expected) != json_object_get_type(found))
		return false;
	if (json_object_is_type(expected, json_type_string))
		return pattern_match(json_object_get_string(expected),
			(size_t)json_object_get_string_len(expected), json_object_get_string(found),
			(size_t)json_object_get_string_len(found), bindings);
	if (json_object_is_type(expected, json_type_int))
		return json_object_get_int64(expected) == json_object_get_int64(found) &&
		       json_object_get_uint64(expected) == json_object_get_uint64(found);
	return json_object_equal(expected, found);
}

static void compare_objects(struct json_object *expected, struct json_object *found, bool includes,
	const char *where, struct bindings *bindings)
{
	json_object_object_foreach(expected, name, value)
	{
		struct json_object *other;
		struct text inner = TEXT(TEXT_ANY);

		(void)text_addf(&inner, "%s/%s", where, name);
		if (json_object_object_get_ex(found, name, &other))
			compare_values(value, other, includes, text_string(&inner), bindings);
		else
			complain("%s is missing; expected %s", text_string(&inner), printed(value));
	}
	if (includes)
		return;
	json_object_object_foreach(found, extra, other)
	{
		if (!json_object_object_get_ex(expected, extra, NULL))
			complain("%s/%s is not expected; found %s", where, extra, printed(other));
	}
}

static void compare_arrays(struct json_object *expected, struct json_object *found, bool includes,
	const char *where, struct bindings *bindings)
{
	size_t count = json_object_array_length(expected);

	if (count != json_object_array_length(found)) {
		complain("%s has %zu elements, expected %zu; found %s", where,
			json_object_array_length(found), count, printed(found));
		return;
	}
	for (size_t i = 0; i < count; i++) {
		struct text inner = TEXT(TEXT_ANY);

		(void)text_addf(&inner, "%s/%zu", where, i);
		compare_values(json_object_array_get_idx(expected, i),
			json_object_array_get_idx(found, i), includes, text_string(&inner),
			bindings);
	}
}

void compare_values(struct json_object *expected, struct json_object *found, bool includes,
	const char *where, struct bindings *bindings)
{
	enum json_type type = json_object_get_type(expected);

	if (is_token(expected, "@VALUE@"))
		return;
	if (type == json_type_object && json_object_is_type(found, type))
		compare_objects(expected, found, includes, where, bindings);
	else if (type == json_type_array && json_object_is_type(found, type))
		compare_arrays(expected, found, includes, where, bindings);
	else if (type == json_type_object || type == json_type_array ||
		 !same_scalar(expected, found, bindings))
		complain("%s differs\n  expected %s\n  found    %s", where, printed(expected),
			printed(found));
}

void compare_json(const struct value *expected, const char *text, size_t len, bool includes,
	const char *where, struct bindings *bindings)
{
	struct json_object *right, *found;
	struct text what = TEXT(TEXT_ANY);

	(void)text_addf(&what, "the case's line %u", expected->line);
	if (compare_read(
		    text_string(&expected->text), expected->text.len, text_string(&what), &right) &&
		compare_read(text, len, where, &found))
		compare_values(right, found, includes, where, bindings);
}

/* Returns the offset of the line with the first difference. */
static size_t differing_line(const char *a, size_t a_len, const char *b, size_t b_len)
{
	size_t start = 0;

	for (size_t i = 0; i < a_len && i < b_len && a[i] == b[i]; i++) {
		if (a[i] == '\n')
			start = i + 1;
	}
	return start;
}

void compare_text(const char *expected, size_t expected_len, const char *text, size_t len,
	const char *where, struct bindings *bindings)
{
	struct text right = TEXT(TEXT_ANY), found = TEXT(TEXT_ANY);

	if (pattern_match(expected, expected_len, text, len, bindings))
		return;
	size_t start = differing_line(expected, expected_len, text, len);
	show_text(&right, expected + start, expected_len - start);
	show_text(&found, text + start, len - start);
	complain("%s differs, from byte %zu on\n  expected \"%s\"\n  found    \"%s\"", where, start,
		text_string(&right), text_string(&found));
}
