/* SPDX-License-Identifier: Apache-2.0 */
#include "json/scan.h"

#include "base/surrogate.h"
#include "json/plain.h"

#include <string.h>

enum { DEPTH_MOST = 1024 }; /* levels that the bit stack of open containers holds */

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The readers below return the place behind what they read, or NULL with *bad set to the byte that cannot be right. */

static const char *read_escape(const char *at, const char *end, const char **bad)
{
	*bad = at + 1;
	if (end - at < 2 || !memchr("\"\\/bfnrtu", at[1], 9))
		return NULL;
	if (at[1] != 'u')
		return at + 2;
	for (int i = 2; i < 6; i++) {
		*bad = at + i;
		if (at + i >= end || !surrogate_is_digit(at[i]))
			return NULL;
	}
	return at + 6;
}

static const char *read_string(const char *at, const char *end, const char **bad)
{
	for (at = plain_skip(at + 1, end); at < end; at = plain_skip(at, end)) {
		if (*at == '"')
			return at + 1;
		if (*at != '\\')
			break;
		at = read_escape(at, end, bad);
		if (!at)
			return NULL;
	}
	*bad = at;
	return NULL;
}

static const char *read_digits(const char *at, const char *end, const char **bad)
{
	const char *start = at;

	while (at < end && is_digit(*at))
		at++;
	*bad = at;
	return at > start ? at : NULL;
}

static const char *read_number(const char *at, const char *end, const char **bad)
{
	if (*at == '-')
		at++;
	if (at < end && *at == '0')
		at++;
	else
		at = read_digits(at, end, bad);
	if (at && at < end && *at == '.')
		at = read_digits(at + 1, end, bad);
	if (at && at < end && (*at == 'e' || *at == 'E')) {
		at++;
		if (at < end && (*at == '+' || *at == '-'))
			at++;
		at = read_digits(at, end, bad);
	}
	return at;
}

static const char *read_word(const char *at, const char *end, const char **bad)
{
	static const char *const words[] = { "true", "false", "null" };

	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i]);

		if (*at == *words[i] && (size_t)(end - at) >= len && !memcmp(at, words[i], len))
			return at + len;
	}
	*bad = at;
	return NULL;
}

static const char *read_scalar(const char *at, const char *end, const char **bad)
{
	if (*at == '"')
		return read_string(at, end, bad);
	if (*at == '-' || is_digit(*at))
		return read_number(at, end, bad);
	return read_word(at, end, bad);
}

/* A member's name and the colon behind it. */
static const char *read_name(const char *at, const char *end, const char **bad)
{
	*bad = at;
	if (at >= end || *at != '"')
		return NULL;
	at = read_string(at, end, bad);
	if (!at)
		return NULL;
	at = plain_skip_space(at, end);
	*bad = at;
	return at < end && *at == ':' ? plain_skip_space(at + 1, end) : NULL;
}

/*
 * The open containers, one bit each: 1 for an object. Without recursion, no reply can exhaust the
 * stack.
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
	if (*at != '{' && *at != '[')
		return read_scalar(at, end, bad);
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

/* Behind a complete value: closes containers, up to the next inner value or the end of the document. */
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

bool scan_document(const char *text, size_t len, int depth, struct span *out, size_t *out_at)
{
	const char *end = text + len;
	const char *start = plain_skip_space(text, end);
	const char *bad = start;
	const char *at = read_value(start, end, depth, &bad);
	const char *rest = at ? plain_skip_space(at, end) : bad;

	if (!at || rest < end) {
		*out_at = (size_t)(rest - text);
		return false;
	}
	*out = (struct span){ start, (size_t)(at - start) };
	return true;
}

/* Reads a value and keeps at where it cannot be right. */
enum scan_result scan_value(struct scan *scan, struct span *out)
{
	const char *bad = scan->at;
	const char *behind = read_value(scan->at, scan->end, scan->depth, &bad);

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
	if (scan->at >= scan->end || *scan->at != kind || scan->depth <= 0)
		return SCAN_BAD;
	scan->at++;
	scan->depth--;
	scan->begun = false;
	return SCAN_VALUE;
}

/* Steps to what comes next in a container: past a comma when something was read before. */
static enum scan_result step(struct scan *scan, char closing)
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
	const char *bad = scan->at;
	enum scan_result result = step(scan, '}');

	if (result != SCAN_VALUE)
		return result;
	const char *value = read_name(scan->at, scan->end, &bad);
	if (!value) {
		scan->at = bad;
		return SCAN_BAD;
	}
	/* Between the name and its value are only white space and the colon. */
	const char *last = value - 1;
	while (*last != ':')
		last--;
	do
		last--;
	while (*last != '"');
	*out = (struct span){ scan->at, (size_t)(last + 1 - scan->at) };
	scan->at = value;
	return SCAN_VALUE;
}

enum scan_result scan_element(struct scan *scan, struct span *out)
{
	enum scan_result result = step(scan, ']');

	return result == SCAN_VALUE ? scan_value(scan, out) : result;
}

bool scan_is_done(struct scan *scan)
{
	scan->at = plain_skip_space(scan->at, scan->end);
	return scan->at == scan->end;
}
