/* SPDX-License-Identifier: Apache-2.0 */
#include "json.h"

#include "scan.h"
#include "surrogate.h"
#include "utf8.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

void json_put_at(struct json_object **object)
{
	json_object_put(*object);
}

static void json_tokener_free_at(struct json_tokener **tokener)
{
	if (*tokener)
		json_tokener_free(*tokener);
}

/* A place in a text as a person counts it, both from 1. */
struct position {
	size_t line, column;
};

static struct position position_of(const char *text, size_t at)
{
	struct position position = { .line = 1, .column = 1 };

	for (size_t i = 0; i < at; i++) {
		position.column++;
		if (text[i] == '\n') {
			position.line++;
			position.column = 1;
		}
	}
	return position;
}

static bool refuse(struct error *err, enum error_kind kind, const char *what, const char *text,
	size_t at, const char *why)
{
	struct position position = position_of(text, at);

	return error_set(err, kind, 0, "%s: line %zu, column %zu: %s", what, position.line,
		position.column, why);
}

/* The unit of a \uXXXX escape whose first digit is at text, or -1 when there is no escape. */
static long escaped_unit(const char *text, size_t left)
{
	if (left < 6 || text[0] != '\\' || text[1] != 'u')
		return -1;
	return (long)surrogate_unit(text + 2);
}

/* What is wrong with the escape at text, which the grammar has passed; *out_len is what it takes. */
static const char *escape_problem(const char *text, size_t left, size_t *out_len)
{
	long unit = escaped_unit(text, left);

	*out_len = unit < 0 ? 2 : 6;
	if (unit < 0)
		return NULL;
	if (unit == 0)
		return "a text holds \\u0000 (NUL), which PagerDuty cannot take";
	if (surrogate_is_low((unsigned)unit))
		return "a text holds half a surrogate pair";
	if (!surrogate_is_high((unsigned)unit))
		return NULL;
	long low = escaped_unit(text + 6, left - 6);
	*out_len = 12;
	return low >= 0 && surrogate_is_low((unsigned)low) ? NULL
							   : "a text holds half a surrogate pair";
}

static bool is_number(char c)
{
	return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

/* What is wrong with the number at text; json-c would change an integer past 64 bits silently. */
static const char *number_problem(const char *text, size_t left, size_t *out_len)
{
	bool whole = true;
	size_t len = 0;

	while (len < left && is_number(text[len])) {
		whole = whole && text[len] != '.' && text[len] != 'e' && text[len] != 'E';
		len++;
	}
	*out_len = len;
	if (!whole || len <= 18)
		return NULL;
	/* The text need not end in NUL. The grammar allows no zeros in front: longer is too long. */
	char digits[21] = "";
	errno = ERANGE;
	if (len < sizeof(digits)) {
		memcpy(digits, text, len);
		errno = 0;
		(void)strtoll(digits, NULL, 10);
	}
	return errno ? "an integer does not fit 64 bits" : NULL;
}

/* What the grammar allows and we do not: see json_read. */
static bool check_values(
	const char *text, size_t len, const char *what, enum error_kind kind, struct error *err)
{
	bool inside = false;
	size_t step;

	for (size_t at = 0; at < len; at += step) {
		const char *problem = NULL;

		step = 1;
		if (text[at] == '"')
			inside = !inside;
		else if (inside && text[at] == '\\')
			problem = escape_problem(text + at, len - at, &step);
		else if (!inside && (text[at] == '-' || (text[at] >= '0' && text[at] <= '9')))
			problem = number_problem(text + at, len - at, &step);
		if (problem)
			return refuse(err, kind, what, text, at, problem);
	}
	return true;
}

/* Levels of nesting open at a place, to tell "too deep" from "not JSON". */
static int depth_at(const char *text, size_t at)
{
	bool inside = false;
	int depth = 0;

	for (size_t i = 0; i < at; i++) {
		if (text[i] == '"')
			inside = !inside;
		else if (inside && text[i] == '\\')
			i++;
		else if (!inside && (text[i] == '{' || text[i] == '['))
			depth++;
		else if (!inside && (text[i] == '}' || text[i] == ']'))
			depth--;
	}
	return depth;
}

static bool check_grammar(const char *text, size_t len, int depth, const char *what,
	enum error_kind kind, struct error *err)
{
	struct span span;
	size_t at = utf8_valid(text, len);

	if (at < len)
		return refuse(err, kind, what, text, at, "not UTF-8");
	if (scan_document(text, len, depth, &span, &at))
		return true;
	if (at < len && (text[at] == '{' || text[at] == '[') && depth_at(text, at) >= depth)
		return error_set(err, kind, 0, "%s: nested deeper than %d levels", what, depth);
	return refuse(
		err, kind, what, text, at, at < len ? "not JSON" : "not JSON: it ends too early");
}

/* Members of all objects in a tree. */
static size_t count_members(struct json_object *value)
{
	size_t count = 0;

	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++)
			count += count_members(json_object_array_get_idx(value, i));
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			(void)name;
			count += 1 + count_members(member);
		}
	}
	return count;
}

/* Members of all objects in a checked text: the colons outside strings. */
static size_t count_members_of_text(const char *text, size_t len)
{
	bool inside = false;
	size_t count = 0;

	for (size_t i = 0; i < len; i++) {
		if (text[i] == '"')
			inside = !inside;
		else if (inside && text[i] == '\\')
			i++;
		else if (!inside && text[i] == ':')
			count++;
	}
	return count;
}

/*
 * Finds the first member that stands twice in one object of a checked text. Recursion is bounded by the depth checked.
 * Returns whether there is one, with its name in out_name.
 */
static bool find_duplicate(struct span value, struct text *out_name)
{
	scoped(json_put_at) struct json_object *seen = json_object_new_object();
	struct span name, member;
	size_t at = 0;

	if (span_kind(value) == '[') {
		while ((member = span_next(value, &at)).start) {
			if (find_duplicate(member, out_name))
				return true;
		}
		return false;
	}
	while (seen && span_next_member(value, &at, &name, &member)) {
		text_clear(out_name);
		(void)span_string(name, out_name);
		if (json_object_object_get_ex(seen, text_string(out_name), NULL))
			return true;
		if (json_object_object_add(seen, text_string(out_name), NULL))
			return false;
		if (find_duplicate(member, out_name))
			return true;
	}
	return false;
}

/* json-c keeps the last of members that stand twice, so that the tree then has fewer than the text. */
static bool check_duplicates(const char *text, size_t len, struct json_object *value,
	const char *what, enum error_kind kind, struct error *err)
{
	scoped(text_done) struct text name = TEXT(TEXT_ANY);

	if (count_members_of_text(text, len) == count_members(value))
		return true;
	(void)find_duplicate((struct span){ text, len }, &name);
	return error_set(
		err, kind, 0, "%s: the member \"%s\" stands twice", what, text_string(&name));
}

bool json_read(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err)
{
	if (!check_grammar(text, len, depth, what, kind, err) ||
		!check_values(text, len, what, kind, err))
		return false;
	if (len > INT_MAX - 1)
		return error_set(err, kind, 0, "%s: too long", what);
	/* One level more, since json-c counts the value inside the deepest container. */
	scoped(json_tokener_free_at) struct json_tokener *tokener = json_tokener_new_ex(depth + 1);
	if (!tokener)
		return error_memory(err);
	scoped(json_put_at) struct json_object *value =
		json_tokener_parse_ex(tokener, text, (int)len);
	enum json_tokener_error status = json_tokener_get_error(tokener);
	if (status == json_tokener_continue) {
		/* A number at the very end: only what follows tells json-c that it is whole. */
		value = json_tokener_parse_ex(tokener, "\n", 1);
		status = json_tokener_get_error(tokener);
	}
	if (status != json_tokener_success)
		return error_set(
			err, kind, 0, "%s: not JSON: %s", what, json_tokener_error_desc(status));
	if (!check_duplicates(text, len, value, what, kind, err))
		return false;
	*out_value = steal(value);
	return true;
}

struct json_object *json_member(struct json_object *object, const char *name)
{
	struct json_object *member = NULL;

	if (json_object_is_type(object, json_type_object))
		(void)json_object_object_get_ex(object, name, &member);
	return member;
}

const char *json_string(struct json_object *object, const char *name)
{
	struct json_object *member = json_member(object, name);

	return json_object_is_type(member, json_type_string) ? json_object_get_string(member)
							     : NULL;
}

bool json_add(struct json_object *object, const char *name, struct json_object *value)
{
	if (object && value && !json_object_object_add(object, name, value))
		return true;
	json_object_put(value);
	return false;
}

bool json_append(struct json_object *array, struct json_object *value)
{
	if (array && value && !json_object_array_add(array, value))
		return true;
	json_object_put(value);
	return false;
}

/* json-c gives its own copies as const; this is the last look at one. */
static void overwrite(const char *bytes, size_t len)
{
	union {
		const char *given;
		char *own;
	} copy = { .given = bytes };

	explicit_bzero(copy.own, len);
}

bool json_print(struct text *out, struct json_object *value)
{
	size_t len;
	const char *printed = json_object_to_json_string_length(
		value, JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE, &len);
	bool added = printed && text_add_bytes(out, printed, len);

	/* What a secret text may not leave behind, json-c's may not either; that of null is nobody's. */
	if (value && printed && out->secret)
		overwrite(printed, len);
	return added;
}

bool json_print_string(struct text *out, const char *string, size_t len)
{
	scoped(json_put_at) struct json_object *value =
		json_object_new_string_len(string, (int)len);

	bool added = value && json_print(out, value);

	if (out->secret)
		json_wipe(value);
	return added;
}

void json_wipe(struct json_object *value)
{
	if (json_object_is_type(value, json_type_string)) {
		overwrite(json_object_get_string(value),
			(size_t)json_object_get_string_len(value));
	} else if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++)
			json_wipe(json_object_array_get_idx(value, i));
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			(void)name;
			json_wipe(member);
		}
	}
}

const char *json_type_words(struct json_object *value)
{
	switch (json_object_get_type(value)) {
	case json_type_null:
		return "null";
	case json_type_boolean:
		return "a boolean";
	case json_type_double:
		return "a number with a fraction";
	case json_type_int:
		return "an integer";
	case json_type_object:
		return "an object";
	case json_type_array:
		return "an array";
	case json_type_string:
		return "a string";
	}
	return "a value";
}
