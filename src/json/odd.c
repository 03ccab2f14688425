/* SPDX-License-Identifier: Apache-2.0 */
#include "json/odd.h"

#include "json/escape.h"
#include "json/scan.h"

#include <limits.h>
#include <string.h>

enum { DIGITS_SAFE = 18 }; /* an integer of this length always fits into 64 bits */

static const char *string_problem(struct span string, const char **out_place)
{
	static const char *const problems[] = {
		[ESCAPE_NUL] = "a text holds \\u0000 (NUL), which PagerDuty cannot take",
		[ESCAPE_HALF] = "a text holds half a surrogate pair",
	};
	const char *at = string.start, *end = string.start + string.len;

	while ((at = memchr(at, '\\', (size_t)(end - at)))) {
		struct escape escape = escape_read(at, end);

		if (escape.kind != ESCAPE_CHARACTER) {
			*out_place = at;
			return problems[escape.kind];
		}
		at += escape.len;
	}
	return NULL;
}

static bool is_whole(struct span number)
{
	for (size_t i = 0; i < number.len; i++) {
		if (memchr(".eE", number.start[i], 3))
			return false;
	}
	return true;
}

static const char *number_problem(struct span number, const char **out_place)
{
	int64_t value;

	if (number.len <= DIGITS_SAFE || !is_whole(number) || span_int64(number, &value))
		return NULL;
	*out_place = number.start;
	return "an integer is out of range (64 bits, signed)";
}

const char *odd_problem(struct span scalar, const char **out_place)
{
	char kind = span_kind(scalar);

	if (kind == '"')
		return string_problem(scalar, out_place);
	if (kind == '-' || (kind >= '0' && kind <= '9'))
		return number_problem(scalar, out_place);
	return NULL;
}

/* Inspects the value at the scan. The depth of the recursion was checked. */
static const char *find_odd(struct scan *scan, const char **out_place)
{
	char kind = scan_kind(scan);
	const char *problem = NULL;
	struct span name = { 0 };

	if (kind != '{' && kind != '[')
		return scan_value(scan, &name) == SCAN_VALUE ? odd_problem(name, out_place) : NULL;
	if (scan_enter(scan, kind) != SCAN_VALUE)
		return NULL;
	while (!problem && (kind == '{' ? scan_name(scan, &name) : scan_item(scan)) == SCAN_VALUE) {
		problem = kind == '{' ? odd_problem(name, out_place) : NULL;
		if (!problem)
			problem = find_odd(scan, out_place);
	}
	return problem;
}

const char *odd_find(struct span value, const char **out_place)
{
	struct scan scan = {
		.at = value.start, .end = value.start + value.len, .depth = INT_MAX, .checked = true
	};

	return find_odd(&scan, out_place);
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

/* Enters the element or member that contains the place. Returns false if there is none. */
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

void odd_place(struct span document, const char *place, struct text *out)
{
	while (step_into(&document, place, out))
		continue;
}
