/* SPDX-License-Identifier: Apache-2.0 */
#include "json/read.h"

#include "base/surrogate.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/scan.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
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
	return errno ? "an integer is out of range (64 bits, signed)" : NULL;
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

/* One level more than depth, since json-c counts the value inside the deepest container. NULL without memory. */
static struct json_tokener *new_tokener(int depth)
{
	return json_tokener_new_ex(depth + 1);
}

static struct json_object *parse(struct json_tokener *tokener, const char *text, size_t len)
{
	struct json_object *value = json_tokener_parse_ex(tokener, text, (int)len);

	/* A number at the very end: only what follows tells json-c that it is whole. */
	if (json_tokener_get_error(tokener) == json_tokener_continue)
		value = json_tokener_parse_ex(tokener, "\n", 1);
	return value;
}

bool json_read(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err)
{
	if (!check_grammar(text, len, depth, what, kind, err) ||
		!check_values(text, len, what, kind, err))
		return false;
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
