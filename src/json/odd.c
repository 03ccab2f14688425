/* SPDX-License-Identifier: Apache-2.0 */
#include "json/odd.h"

#include "base/surrogate.h"
#include "json/json.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd" /* U+FFFD */

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

const char *odd_find(struct span text, size_t *out_at)
{
	bool inside = false;
	size_t step;

	for (size_t at = 0; at < text.len; at += step) {
		const char *here = text.start + at, *problem = NULL;

		step = 1;
		if (*here == '"')
			inside = !inside;
		else if (inside && *here == '\\')
			problem = escape_problem(here, text.len - at, &step);
		else if (!inside && (*here == '-' || (*here >= '0' && *here <= '9')))
			problem = number_problem(here, text.len - at, &step);
		if (!problem)
			continue;
		*out_at = at;
		return problem;
	}
	return NULL;
}

/* Adds a member's name as a step of a JSON Pointer. */
static void add_step(struct text *out, struct span name)
{
	scoped(text_done) struct text plain = TEXT(TEXT_ANY);

	(void)text_add(out, "/");
	(void)!span_string(name, &plain);
	for (const char *c = text_string(&plain); *c; c++)
		(void)(*c == '~'    ? text_add(out, "~0")
			: *c == '/' ? text_add(out, "~1")
				    : text_add_bytes(out, c, 1));
}

static bool lies_in(struct span value, const char *place)
{
	return place >= value.start && place < value.start + value.len;
}

/* Steps into the element or member in which the place lies; false when it is in none. */
static bool step_into(struct span *value, const char *place, struct text *out)
{
	struct span name, inner;
	size_t at = 0, index = 0;

	for (; (inner = span_next(*value, &at)).start; index++) {
		if (lies_in(inner, place)) {
			(void)text_addf(out, "/%zu", index);
			*value = inner;
			return true;
		}
	}
	for (at = 0; span_next_member(*value, &at, &name, &inner);) {
		if (lies_in(inner, place)) {
			add_step(out, name);
			*value = inner;
			return true;
		}
	}
	return false;
}

void odd_place(struct span document, size_t at, struct text *out)
{
	const char *place = document.start + at;

	while (step_into(&document, place, out))
		continue;
}

struct reader {
	const char *what;
	enum error_kind kind;
	struct error *err;
};

/* The recursion of these is as deep as the document, whose depth was checked. */
static bool read_value(const struct reader *reader, struct span value, struct json_object **out);

static struct json_object *read_number(struct span value)
{
	scoped(text_done) struct text digits = TEXT(TEXT_ANY);
	size_t len;

	if (!text_add_bytes(&digits, value.start, value.len))
		return NULL;
	bool whole = strspn(digits.data, "-0123456789") == digits.len;
	if (whole && !number_problem(value.start, value.len, &len))
		return json_object_new_int64(strtoll(digits.data, NULL, 10));
	/* json-c prints this text and not the double. */
	return json_object_new_double_s(strtod(digits.data, NULL), digits.data);
}

static struct json_object *read_scalar(struct span value)
{
	scoped(text_done) struct text text = TEXT(TEXT_ANY);

	if (span_kind(value) == '"')
		return span_string(value, &text)
			       ? json_object_new_string_len(text_string(&text), (int)text.len)
			       : NULL;
	if (span_kind(value) == 't' || span_kind(value) == 'f')
		return json_object_new_boolean(span_kind(value) == 't');
	return read_number(value);
}

static bool read_array(const struct reader *reader, struct span value, struct json_object *array)
{
	struct span element;
	size_t at = 0;

	while ((element = span_next(value, &at)).start) {
		struct json_object *inner = NULL;

		if (!read_value(reader, element, &inner))
			return false;
		if (json_object_array_add(array, inner)) {
			json_object_put(inner);
			return error_memory(reader->err);
		}
	}
	return true;
}

static bool read_member(const struct reader *reader, struct span name, struct span value,
	struct json_object *object)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);
	struct json_object *inner = NULL;

	if (!span_string(name, &key))
		return error_memory(reader->err);
	const char *text = text_string(&key);
	if (json_object_object_get_ex(object, text, NULL) && !strstr(text, REPLACEMENT))
		return error_set(reader->err, reader->kind, 0, "%s: the member \"%s\" stands twice",
			reader->what, text);
	if (!read_value(reader, value, &inner))
		return false;
	if (!json_object_object_add(object, text, inner))
		return true;
	json_object_put(inner);
	return error_memory(reader->err);
}

static bool read_object(const struct reader *reader, struct span value, struct json_object *object)
{
	struct span name, member;
	size_t at = 0;

	while (span_next_member(value, &at, &name, &member)) {
		if (!read_member(reader, name, member, object))
			return false;
	}
	return true;
}

static bool read_value(const struct reader *reader, struct span value, struct json_object **out)
{
	char kind = span_kind(value);

	*out = NULL;
	if (kind == 'n')
		return true;
	scoped(json_put_at) struct json_object *made = kind == '{'   ? json_object_new_object()
						       : kind == '[' ? json_object_new_array()
								     : read_scalar(value);
	if (!made)
		return error_memory(reader->err);
	if (kind == '{' ? !read_object(reader, value, made)
			: kind == '[' && !read_array(reader, value, made))
		return false;
	*out = steal(made);
	return true;
}

bool odd_read(struct span document, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err)
{
	return read_value(&(struct reader){ what, kind, err }, document, out_value);
}
