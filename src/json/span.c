/* SPDX-License-Identifier: Apache-2.0 */
#include "json/span.h"

#include "base/surrogate.h"
#include "json/plain.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* The text was checked, so that the functions below need no limits but its own. */

static const char *pass_string(const char *at, const char *end)
{
	for (at = plain_skip(at + 1, end); *at != '"'; at = plain_skip(at, end))
		at += *at == '\\' ? 2 : 1;
	return at + 1;
}

static const char *pass_value(const char *at, const char *end)
{
	int depth = 0;

	do {
		if (*at == '"') {
			at = pass_string(at, end);
		} else if (*at == '{' || *at == '[') {
			depth++;
			at++;
		} else if (*at == '}' || *at == ']') {
			depth--;
			at++;
		} else if (!depth) {
			while (at < end && *at != ',' && *at != '}' && *at != ']' &&
				!plain_is_space(*at))
				at++;
		} else {
			at++;
		}
	} while (depth);
	return at;
}

/* Behind the separator that follows a value, at the next one; or at the closing bracket. */
static const char *pass_comma(const char *at, const char *end)
{
	at = plain_skip_space(at, end);
	return *at == ',' ? plain_skip_space(at + 1, end) : at;
}

char span_kind(struct span value)
{
	return value.start ? *value.start : '\0';
}

bool span_is_name(struct span name, const char *text, size_t len)
{
	return name.len == len + 2 && !memcmp(name.start + 1, text, len);
}

struct span span_next(struct span array, size_t *at)
{
	if (span_kind(array) != '[')
		return (struct span){ 0 };
	const char *end = array.start + array.len;
	const char *start = *at ? array.start + *at : plain_skip_space(array.start + 1, end);
	if (*start == ']')
		return (struct span){ 0 };
	const char *behind = pass_value(start, end);
	*at = (size_t)(pass_comma(behind, end) - array.start);
	return (struct span){ start, (size_t)(behind - start) };
}

bool span_next_member(struct span object, size_t *at, struct span *out_name, struct span *out_value)
{
	if (span_kind(object) != '{')
		return false;
	const char *end = object.start + object.len;
	const char *name = *at ? object.start + *at : plain_skip_space(object.start + 1, end);
	if (*name == '}')
		return false;
	const char *behind = pass_string(name, end);
	const char *value = plain_skip_space(plain_skip_space(behind, end) + 1, end);
	const char *next = pass_value(value, end);
	*at = (size_t)(pass_comma(next, end) - object.start);
	*out_name = (struct span){ name, (size_t)(behind - name) };
	*out_value = (struct span){ value, (size_t)(next - value) };
	return true;
}

void span_members(struct span value, const char *const *names, struct span *spans, size_t count)
{
	struct span name, member;
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		spans[i] = (struct span){ 0 };
	while (span_next_member(value, &at, &name, &member)) {
		for (size_t i = 0; i < count; i++) {
			if (span_is_name(name, names[i], strlen(names[i])))
				spans[i] = member;
		}
	}
}

struct span span_member(struct span value, const char *path)
{
	while (*path && value.start) {
		size_t len = strcspn(path, "/");
		struct span name, member, found = { 0 };
		size_t at = 0;

		while (span_next_member(value, &at, &name, &member)) {
			if (span_is_name(name, path, len))
				found = member;
		}
		value = found;
		path += len + (path[len] == '/');
	}
	return value;
}

bool span_boolean(struct span value, bool *out)
{
	if (span_kind(value) != 't' && span_kind(value) != 'f')
		return false;
	*out = *value.start == 't';
	return true;
}

bool span_integer(struct span value, long *out)
{
	char digits[32];
	char *end;

	if (!value.len || value.len >= sizeof(digits))
		return false;
	memcpy(digits, value.start, value.len);
	digits[value.len] = '\0';
	errno = 0;
	long number = strtol(digits, &end, 10);
	if (errno || *end || plain_is_space(*digits) || end == digits)
		return false;
	*out = number;
	return true;
}

static void add_code_point(struct text *out, unsigned long point)
{
	char bytes[4];
	size_t len = 0;

	if (point < 0x80) {
		bytes[len++] = (char)point;
	} else if (point < 0x800) {
		bytes[len++] = (char)(0xc0 | point >> 6);
		bytes[len++] = (char)(0x80 | (point & 0x3f));
	} else if (point < 0x10000) {
		bytes[len++] = (char)(0xe0 | point >> 12);
		bytes[len++] = (char)(0x80 | (point >> 6 & 0x3f));
		bytes[len++] = (char)(0x80 | (point & 0x3f));
	} else {
		bytes[len++] = (char)(0xf0 | point >> 18);
		bytes[len++] = (char)(0x80 | (point >> 12 & 0x3f));
		bytes[len++] = (char)(0x80 | (point >> 6 & 0x3f));
		bytes[len++] = (char)(0x80 | (point & 0x3f));
	}
	(void)text_add_bytes(out, bytes, len);
}

/* Adds the character of the escape at, and returns the place behind it. */
static const char *add_escape(struct text *out, const char *at, const char *end)
{
	static const char letters[] = "bfnrt", meanings[] = "\b\f\n\r\t";
	const char *letter = strchr(letters, at[1]);

	if (at[1] != 'u') {
		(void)text_add_bytes(out, letter ? &meanings[letter - letters] : &at[1], 1);
		return at + 2;
	}
	unsigned unit = surrogate_unit(at + 2);
	if (surrogate_is_high(unit) && end - at >= 12 && at[6] == '\\' && at[7] == 'u' &&
		surrogate_is_low(surrogate_unit(at + 8))) {
		add_code_point(
			out, 0x10000 + ((unit - 0xd800) << 10) + (surrogate_unit(at + 8) - 0xdc00));
		return at + 12;
	}
	bool none = !unit || surrogate_is_high(unit) || surrogate_is_low(unit);
	add_code_point(out, none ? 0xfffd : unit);
	return at + 6;
}

bool span_string(struct span value, struct text *out)
{
	if (span_kind(value) != '"')
		return false;
	const char *end = value.start + value.len - 1;
	for (const char *at = value.start + 1; at < end;) {
		const char *plain = plain_skip(at, end);

		(void)text_add_bytes(out, at, (size_t)(plain - at));
		at = plain < end ? add_escape(out, plain, end) : end;
	}
	return !out->failed;
}
