/* SPDX-License-Identifier: Apache-2.0 */
#include "json/span.h"

#include "json/escape.h"
#include "json/plain.h"
#include "json/scan.h"

#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>

char span_kind(struct span value)
{
	return value.start ? *value.start : '\0';
}

bool span_is_name(struct span name, const char *text, size_t len)
{
	return name.len == len + 2 && !memcmp(name.start + 1, text, len);
}

/*
 * Continues the walk over a container from a place where it stopped. Returns false if the value is
 * of another kind. The text was checked.
 */
static bool resume_walk(struct span container, char kind, size_t at, struct scan *out)
{
	if (span_kind(container) != kind)
		return false;
	*out = (struct scan){ .at = container.start + at,
		.end = container.start + container.len,
		.depth = 1,
		.begun = at > 0,
		.checked = true };
	return at || scan_enter(out, kind) == SCAN_VALUE;
}

struct span span_next(struct span array, size_t *at)
{
	struct span element = { 0 };
	struct scan scan;

	if (resume_walk(array, '[', *at, &scan) && scan_element(&scan, &element) == SCAN_VALUE)
		*at = (size_t)(scan.at - array.start);
	return element;
}

bool span_next_member(struct span object, size_t *at, struct span *out_name, struct span *out_value)
{
	struct scan scan;

	if (!resume_walk(object, '{', *at, &scan) || scan_name(&scan, out_name) != SCAN_VALUE ||
		scan_value(&scan, out_value) != SCAN_VALUE)
		return false;
	*at = (size_t)(scan.at - object.start);
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

bool span_int64(struct span value, int64_t *out)
{
	char digits[32];
	char *end;

	if (!value.len || value.len >= sizeof(digits))
		return false;
	memcpy(digits, value.start, value.len);
	digits[value.len] = '\0';
	errno = 0;
	long long number = strtoll(digits, &end, 10);
	if (errno || *end || plain_is_space(*digits) || end == digits)
		return false;
	*out = number;
	return true;
}

bool span_integer(struct span value, long *out)
{
	int64_t number;

	if (!span_int64(value, &number) || number < LONG_MIN || number > LONG_MAX)
		return false;
	*out = (long)number;
	return true;
}

static void add_code_point(struct text *out, uint32_t point)
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

bool span_string(struct span value, struct text *out)
{
	if (span_kind(value) != '"')
		return false;
	const char *end = value.start + value.len - 1;
	for (const char *at = value.start + 1; at < end;) {
		const char *plain = plain_skip(at, end);

		(void)text_add_bytes(out, at, (size_t)(plain - at));
		if (plain == end)
			break;
		struct escape escape = escape_read(plain, end);
		add_code_point(out, escape.point);
		at = plain + escape.len;
	}
	return !out->failed;
}
