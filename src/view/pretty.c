/* SPDX-License-Identifier: Apache-2.0 */
#include "view/pretty.h"

#include "base/utf8.h"
#include "view/width.h"
#include "json/plain.h"

enum { LEVELS_INDENTED = 32 }; /* deeper ones are indented no further */

static void add_break(struct text *out, unsigned level)
{
	(void)text_add(out, "\n");
	for (unsigned i = 0; i < level && i < LEVELS_INDENTED; i++)
		(void)text_add(out, "  ");
}

/* U+007F to U+009F, separators of lines, and what turns the direction: all below U+10000. */
static bool is_command(uint32_t point)
{
	return (point >= 0x7f && point <= 0x9f) || point == 0x61c || point == 0x200e ||
	       point == 0x200f || (point >= 0x2028 && point <= 0x202e) ||
	       (point >= 0x2066 && point <= 0x2069) || point == 0xfeff;
}

/* The string that begins at at: copied up to its closing quote, and the place behind it. */
static const char *add_string(struct text *out, const char *at, const char *end)
{
	bool escaped = false;

	(void)text_add_bytes(out, at++, 1);
	while (at < end) {
		size_t step = utf8_length(at, (size_t)(end - at));
		uint32_t point = step ? width_point(at, step) : 0xfffd;

		if (!step || is_command(point))
			(void)text_addf(out, "\\u%04x", (unsigned)point);
		else
			(void)text_add_bytes(out, at, step);
		if (*at == '"' && !escaped)
			return at + 1;
		escaped = *at == '\\' && !escaped;
		at += step ? step : 1;
	}
	return at;
}

/* Whether a container that begins at at is empty; *out_behind is the place behind it then. */
static bool is_empty(const char *at, const char *end, const char **out_behind)
{
	const char *next = plain_skip_space(at + 1, end);

	*out_behind = next + 1;
	return next < end && (*next == '}' || *next == ']');
}

static const char *add_token(struct text *out, const char *at, const char *end, unsigned *level)
{
	const char *behind;

	switch (*at) {
	case '"':
		return add_string(out, at, end);
	case '{':
	case '[':
		(void)text_add_bytes(out, at, 1);
		if (is_empty(at, end, &behind)) {
			(void)text_add_bytes(out, behind - 1, 1);
			return behind;
		}
		add_break(out, ++*level);
		return at + 1;
	case '}':
	case ']':
		add_break(out, --*level);
		(void)text_add_bytes(out, at, 1);
		return at + 1;
	case ',':
		(void)text_add(out, ",");
		add_break(out, *level);
		return at + 1;
	case ':':
		(void)text_add(out, ": ");
		return at + 1;
	default:
		(void)text_add_bytes(out, at, 1);
		return at + 1;
	}
}

void pretty_add(struct text *out, struct span document)
{
	const char *at = document.start, *end = document.start + document.len;
	unsigned level = 0;

	while ((at = plain_skip_space(at, end)) < end)
		at = add_token(out, at, end, &level);
}
