/* SPDX-License-Identifier: Apache-2.0 */
#include "view/pretty.h"

#include "base/utf8.h"
#include "view/width.h"
#include "json/scan.h"

#include <limits.h>

enum { LEVELS_INDENTED = 32 }; /* deeper levels have the indentation of this one */

static void add_break(struct text *out, unsigned level)
{
	(void)text_add(out, "\n");
	for (unsigned i = 0; i < level && i < LEVELS_INDENTED; i++)
		(void)text_add(out, "  ");
}

/*
 * Returns whether a character must be escaped: U+007F to U+009F, line separators, and characters
 * that change the direction of text. All of them are below U+10000.
 */
static bool is_command(uint32_t point)
{
	return (point >= 0x7f && point <= 0x9f) || point == 0x61c || point == 0x200e ||
	       point == 0x200f || (point >= 0x2028 && point <= 0x202e) ||
	       (point >= 0x2066 && point <= 0x2069) || point == 0xfeff;
}

/* Adds a string with its quotes, and escapes characters that must be. */
static void add_string(struct text *out, struct span string)
{
	for (size_t at = 0, step; at < string.len; at += step) {
		const char *here = string.start + at;
		size_t len = utf8_length(here, string.len - at);
		uint32_t point = len ? utf8_point(here, len) : 0xfffd;

		if (!len || is_command(point))
			(void)text_addf(out, "\\u%04x", (unsigned)point);
		else
			(void)text_add_bytes(out, here, len);
		step = len ? len : 1;
	}
}

static void add_value(struct text *out, struct scan *scan, unsigned level);

/* The members or elements behind the opening bracket; false if there are none. */
static bool add_inside(struct text *out, struct scan *scan, bool object, unsigned level)
{
	struct span name = { 0 };
	bool any = false;

	while ((object ? scan_name(scan, &name) : scan_item(scan)) == SCAN_VALUE) {
		if (any)
			(void)text_add(out, ",");
		add_break(out, level);
		if (object) {
			add_string(out, name);
			(void)text_add(out, ": ");
		}
		add_value(out, scan, level);
		any = true;
	}
	return any;
}

/* The recursion is as deep as the document, whose depth was checked. */
static void add_value(struct text *out, struct scan *scan, unsigned level)
{
	char kind = scan_kind(scan);
	bool object = kind == '{';
	struct span scalar;

	if (scan_enter(scan, object ? '{' : '[') == SCAN_VALUE) {
		(void)text_add(out, object ? "{" : "[");
		if (add_inside(out, scan, object, level + 1))
			add_break(out, level);
		(void)text_add(out, object ? "}" : "]");
	} else if (scan_value(scan, &scalar) == SCAN_VALUE) {
		if (kind == '"')
			add_string(out, scalar);
		else
			(void)text_add_bytes(out, scalar.start, scalar.len);
	}
}

void pretty_add(struct text *out, struct span document)
{
	struct scan scan = { .at = document.start,
		.end = document.start + document.len,
		.depth = INT_MAX,
		.checked = true };

	add_value(out, &scan, 0);
}
