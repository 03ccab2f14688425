/* SPDX-License-Identifier: Apache-2.0 */
#include "json/read.h"

#include "base/utf8.h"
#include "json/json.h"
#include "json/odd.h"
#include "json/scan.h"

#include <limits.h>
#include <string.h>

static void json_tokener_free_at(struct json_tokener **tokener)
{
	if (*tokener)
		json_tokener_free(*tokener);
}

/* A place in a text as a person counts it, both from 1, columns in characters. */
struct position {
	size_t line, column;
};

static struct position position_of(const char *text, size_t at)
{
	struct position position = { .line = 1, .column = 1 };

	for (size_t i = 0; i < at; i++) {
		/* The further bytes of a character are no further columns. */
		position.column += ((unsigned char)text[i] & 0xc0) != 0x80;
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

/* A walk over what stands outside the strings of a text. */
struct outside {
	const char *at, *end;
	bool inside;
};

/* The next byte, or NUL at the end. */
static char next_outside(struct outside *walk)
{
	while (walk->at < walk->end) {
		char c = *walk->at++;

		if (c == '"')
			walk->inside = !walk->inside;
		else if (walk->inside && c == '\\')
			walk->at += walk->at < walk->end;
		else if (!walk->inside)
			return c;
	}
	return '\0';
}

/* Levels of nesting open at a place, to tell "too deep" from "not JSON". */
static int depth_at(const char *text, size_t at)
{
	struct outside walk = { text, text + at, false };
	int depth = 0;

	for (char c; (c = next_outside(&walk));)
		depth += (c == '{' || c == '[') - (c == '}' || c == ']');
	return depth;
}

static bool check_grammar(const char *text, size_t len, int depth, const char *what,
	enum error_kind kind, struct span *out, struct error *err)
{
	size_t at = utf8_valid(text, len);

	if (at < len)
		return refuse(err, kind, what, text, at, "not UTF-8");
	if (scan_document(text, len, depth, out, &at))
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
	struct outside walk = { text, text + len, false };
	size_t count = 0;

	for (char c; (c = next_outside(&walk));)
		count += c == ':';
	return count;
}

/*
 * Finds the first member that stands twice in one object of a checked text. Recursion is bounded
 * by the depth checked. Returns whether there is one, with its name in out_name.
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

/*
 * If a member stands twice, json-c keeps the last one. The tree then has fewer members than the
 * text.
 */
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

/* One level more than depth, since json-c counts the value inside the deepest container. NULL without memory. */
static struct json_tokener *new_tokener(int depth)
{
	return json_tokener_new_ex(depth + 1);
}

static struct json_object *parse(struct json_tokener *tokener, const char *text, size_t len)
{
	struct json_object *value = json_tokener_parse_ex(tokener, text, (int)len);

	/*
	 * json-c cannot tell that a number at the very end is complete until something follows it.
	 */
	if (json_tokener_get_error(tokener) == json_tokener_continue)
		value = json_tokener_parse_ex(tokener, "\n", 1);
	return value;
}

static bool parse_checked(const char *text, size_t len, int depth, const char *what,
	enum error_kind kind, struct json_object **out_value, struct error *err)
{
	if (len > INT_MAX - 1)
		return error_set(err, kind, 0, "%s: too long", what);
	scoped(json_tokener_free_at) struct json_tokener *tokener = new_tokener(depth);
	if (!tokener)
		return error_memory(err);
	scoped(json_put_at) struct json_object *value = parse(tokener, text, len);
	enum json_tokener_error status = json_tokener_get_error(tokener);
	if (status != json_tokener_success)
		return error_set(
			err, kind, 0, "%s: not JSON: %s", what, json_tokener_error_desc(status));
	if (!check_duplicates(text, len, value, what, kind, err))
		return false;
	*out_value = steal(value);
	return true;
}

bool json_read(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err)
{
	struct span document;
	size_t at;

	if (!check_grammar(text, len, depth, what, kind, &document, err))
		return false;
	const char *problem = odd_find((struct span){ text, len }, &at);
	if (problem)
		return refuse(err, kind, what, text, at, problem);
	return parse_checked(text, len, depth, what, kind, out_value, err);
}

bool json_read_odd(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct span *out_odd, struct error *err)
{
	struct span document = { 0 };
	size_t at;

	*out_odd = (struct span){ 0 };
	if (!check_grammar(text, len, depth, what, kind, &document, err))
		return false;
	if (!odd_find(document, &at))
		return parse_checked(text, len, depth, what, kind, out_value, err);
	*out_odd = document;
	return odd_read(document, what, kind, out_value, err);
}

bool json_read_reply(const char *text, size_t len, struct json_object **out_value)
{
	scoped(json_tokener_free_at) struct json_tokener *tokener = new_tokener(JSON_DEPTH_REPLY);
	struct span document;
	size_t at;

	if (!tokener || !scan_document(text, len, JSON_DEPTH_REPLY, &document, &at) ||
		len > INT_MAX - 1)
		return false;
	scoped(json_put_at) struct json_object *value = parse(tokener, text, len);
	if (json_tokener_get_error(tokener) != json_tokener_success)
		return false;
	*out_value = steal(value);
	return true;
}
