/* SPDX-License-Identifier: Apache-2.0 */
#include "json/scan.h"

#include "json/plain.h"
#include "json/token.h"

enum { DEPTH_MOST = 1024 }; /* levels for which the bit stack of open containers has room */

/*
 * The functions below return the place after what they read, or NULL with *bad set to the first
 * wrong byte.
 */

/* Reads the colon after a member's name, up to the value. */
static const char *read_colon(const char *at, const char *end, const char **bad)
{
	at = plain_skip_space(at, end);
	*bad = at;
	return at < end && *at == ':' ? plain_skip_space(at + 1, end) : NULL;
}

/* Reads a member's name, up to the value. */
static const char *read_name(const char *at, const char *end, const char **bad)
{
	*bad = at;
	if (at >= end || *at != '"')
		return NULL;
	at = token_read_string(at, end, bad);
	return at ? read_colon(at, end, bad) : NULL;
}

/*
 * The open containers, one bit each: 1 for an object. There is no recursion, so a reply cannot
 * exhaust the stack.
 */
struct open {
	int depth, most;
	unsigned char objects[DEPTH_MOST / 8];
};

static bool push(struct open *open, bool object)
{
	if (open->depth >= open->most)
		return false;
	unsigned char bit = (unsigned char)(1u << (open->depth & 7));
	unsigned char *byte = &open->objects[open->depth++ >> 3];
	*byte = (unsigned char)(object ? *byte | bit : *byte & ~bit);
	return true;
}

static bool in_object(const struct open *open)
{
	int top = open->depth - 1;

	return open->objects[top >> 3] >> (top & 7) & 1;
}

/*
 * Reads the start of a value: a whole scalar, or a container up to its first inner value.
 * *complete: a value ends at the place returned.
 */
static const char *read_start(
	const char *at, const char *end, struct open *open, bool *complete, const char **bad)
{
	*bad = at;
	*complete = true;
	if (at >= end)
		return NULL;
	if (*at == '"')
		return token_read_string(at, end, bad);
	if (*at != '{' && *at != '[')
		return token_read_word(at, end, bad);
	bool object = *at == '{';
	if (!push(open, object))
		return NULL;
	at = plain_skip_space(at + 1, end);
	if (at < end && *at == (object ? '}' : ']')) {
		open->depth--;
		return at + 1;
	}
	*complete = false;
	return object ? read_name(at, end, bad) : at;
}

/*
 * After a complete value: closes containers, up to the next inner value or the end of the document.
 */
static const char *read_end(const char *at, const char *end, struct open *open, const char **bad)
{
	while (open->depth) {
		bool object = in_object(open);

		at = plain_skip_space(at, end);
		*bad = at;
		if (at >= end)
			return NULL;
		if (*at == ',') {
			at = plain_skip_space(at + 1, end);
			return object ? read_name(at, end, bad) : at;
		}
		if (*at != (object ? '}' : ']'))
			return NULL;
		open->depth--;
		at++;
	}
	return at;
}

static const char *read_value(const char *at, const char *end, int depth, const char **bad)
{
	struct open open = { .most = depth < DEPTH_MOST ? depth : DEPTH_MOST };
	bool complete;

	do {
		at = read_start(at, end, &open, &complete, bad);
		if (at && complete)
			at = read_end(at, end, &open, bad);
	} while (at && open.depth);
	return at;
}

/* The functions that skip are for a text that was checked. They cannot fail. */

/*
 * Only strings and brackets matter. Outside strings, this bit alone distinguishes braces and
 * brackets from other bytes.
 */
static const char *pass_container(const char *at, const char *end)
{
	enum { BRACE = '{' - '[' };
	int depth = 0;

	for (;;) {
		if (*at == '"') {
			at = token_pass_string(at, end);
			continue;
		}
		char c = *at++ | BRACE;
		if (c == '{')
			depth++;
		else if (c == '}' && !--depth)
			return at;
	}
}

static const char *pass_value(const char *at, const char *end)
{
	if (*at == '"')
		return token_pass_string(at, end);
	if (*at == '{' || *at == '[')
		return pass_container(at, end);
	while (at < end && *at != ',' && *at != '}' && *at != ']' && !plain_is_space(*at))
		at++;
	return at;
}

char scan_kind(const struct scan *scan)
{
	return scan->at < scan->end ? *scan->at : '\0';
}

enum scan_result scan_value(struct scan *scan, struct span *out)
{
	const char *bad = scan->at;
	const char *behind = scan->checked ? pass_value(scan->at, scan->end)
					   : read_value(scan->at, scan->end, scan->depth, &bad);

	if (!behind) {
		scan->at = bad;
		return SCAN_BAD;
	}
	*out = (struct span){ scan->at, (size_t)(behind - scan->at) };
	scan->at = behind;
	scan->begun = true;
	return SCAN_VALUE;
}

enum scan_result scan_enter(struct scan *scan, char kind)
{
	scan->at = plain_skip_space(scan->at, scan->end);
	if (scan_kind(scan) != kind || scan->depth <= 0)
		return SCAN_BAD;
	scan->at++;
	scan->depth--;
	scan->begun = false;
	return SCAN_VALUE;
}

/* Moves to the next item of a container: skips a comma if an item was read before. */
static enum scan_result step_inside(struct scan *scan, char closing)
{
	scan->at = plain_skip_space(scan->at, scan->end);
	if (scan->at >= scan->end)
		return SCAN_BAD;
	if (*scan->at == closing) {
		scan->at++;
		scan->depth++;
		scan->begun = true;
		return SCAN_END;
	}
	if (!scan->begun)
		return SCAN_VALUE;
	if (*scan->at != ',')
		return SCAN_BAD;
	scan->at = plain_skip_space(scan->at + 1, scan->end);
	return SCAN_VALUE;
}

enum scan_result scan_name(struct scan *scan, struct span *out)
{
	enum scan_result result = step_inside(scan, '}');
	const char *name = scan->at, *bad = name;

	if (result != SCAN_VALUE)
		return result;
	const char *behind =
		scan_kind(scan) == '"' ? token_read_string(name, scan->end, &bad) : NULL;
	const char *value = behind ? read_colon(behind, scan->end, &bad) : NULL;
	if (!value) {
		scan->at = bad;
		return SCAN_BAD;
	}
	*out = (struct span){ name, (size_t)(behind - name) };
	scan->at = value;
	return SCAN_VALUE;
}

enum scan_result scan_item(struct scan *scan)
{
	return step_inside(scan, ']');
}

enum scan_result scan_element(struct scan *scan, struct span *out)
{
	enum scan_result result = step_inside(scan, ']');

	return result == SCAN_VALUE ? scan_value(scan, out) : result;
}

bool scan_is_done(struct scan *scan)
{
	scan->at = plain_skip_space(scan->at, scan->end);
	return scan->at == scan->end;
}

bool scan_document(const char *text, size_t len, int depth, struct span *out, size_t *out_at)
{
	const char *end = text + len;
	struct scan scan = { .at = plain_skip_space(text, end), .end = end, .depth = depth };
	struct span document;

	if (scan_value(&scan, &document) == SCAN_VALUE && scan_is_done(&scan)) {
		*out = document;
		return true;
	}
	*out_at = (size_t)(scan.at - text);
	return false;
}
