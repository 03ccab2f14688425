/* SPDX-License-Identifier: Apache-2.0 */
#include "scan.h"

#include "utf8.h"

#include <errno.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { DEPTH_MOST = 1024 }; /* levels that the bit stack of open containers holds */

static bool is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_hex(char c)
{
	return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static const char *skip_space(const char *at, const char *end)
{
	while (at < end && is_space(*at))
		at++;
	return at;
}

/* Whether eight bytes hold a quote, a backslash or a control character (the usual carry tricks, one byte a lane). */
static bool is_special(uint64_t eight)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t quote = eight ^ (ones * '"'), slash = eight ^ (ones * '\\');

	return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
		       ((eight - ones * 0x20) & ~eight)) &
	       tops;
}

/* Passes over the plain part of a string, eight bytes a step. */
static const char *skip_plain(const char *at, const char *end)
{
	uint64_t eight;

	while (end - at >= 8) {
		memcpy(&eight, at, 8);
		if (is_special(eight))
			break;
		at += 8;
	}
	while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
		at++;
	return at;
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
		if (at + i >= end || !is_hex(at[i]))
			return NULL;
	}
	return at + 6;
}

static const char *read_string(const char *at, const char *end, const char **bad)
{
	for (at = skip_plain(at + 1, end); at < end; at = skip_plain(at, end)) {
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
	at = skip_space(at, end);
	*bad = at;
	return at < end && *at == ':' ? skip_space(at + 1, end) : NULL;
}

/* The containers that are open: a bit each, set for an object, so that no reply can exhaust the stack. */
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
 * Reads one value's start: a scalar whole, of a container all up to its first inner value. *complete tells whether a value
 * ends at the place returned.
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
	at = skip_space(at + 1, end);
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

		at = skip_space(at, end);
		*bad = at;
		if (at >= end)
			return NULL;
		if (*at == ',') {
			at = skip_space(at + 1, end);
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
	const char *start = skip_space(text, end);
	const char *bad = start;
	const char *at = read_value(start, end, depth, &bad);
	const char *rest = at ? skip_space(at, end) : bad;

	if (!at || rest < end) {
		*out_at = (size_t)(rest - text);
		return false;
	}
	*out = (struct span){ start, (size_t)(at - start) };
	return true;
}

/* The functions below walk text that was checked, so that they need no limits but the text's own. */

static const char *pass_string(const char *at)
{
	for (at++; *at != '"'; at++) {
		if (*at == '\\')
			at++;
	}
	return at + 1;
}

/* Behind a string of at least some length, eight bytes a step where the text allows it. */
static const char *pass_long_string(const char *at, const char *end)
{
	for (at = skip_plain(at + 1, end); *at != '"'; at = skip_plain(at, end))
		at += *at == '\\' ? 2 : 1;
	return at + 1;
}

static const char *pass_value(const char *at, const char *end)
{
	int depth = 0;

	do {
		if (*at == '"') {
			at = pass_long_string(at, end);
		} else if (*at == '{' || *at == '[') {
			depth++;
			at++;
		} else if (*at == '}' || *at == ']') {
			depth--;
			at++;
		} else if (!depth) {
			while (at < end && *at != ',' && *at != '}' && *at != ']' && !is_space(*at))
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
	at = skip_space(at, end);
	return *at == ',' ? skip_space(at + 1, end) : at;
}

char scan_kind(struct span value)
{
	return value.start ? *value.start : '\0';
}

struct span scan_next(struct span array, size_t *at)
{
	const char *end = array.start + array.len;

	if (scan_kind(array) != '[')
		return (struct span){ 0 };
	const char *start = *at ? array.start + *at : skip_space(array.start + 1, end);
	if (*start == ']')
		return (struct span){ 0 };
	const char *behind = pass_value(start, end);
	*at = (size_t)(pass_comma(behind, end) - array.start);
	return (struct span){ start, (size_t)(behind - start) };
}

bool scan_next_member(struct span object, size_t *at, struct span *out_name, struct span *out_value)
{
	const char *end = object.start + object.len;

	if (scan_kind(object) != '{')
		return false;
	const char *name = *at ? object.start + *at : skip_space(object.start + 1, end);
	if (*name == '}')
		return false;
	const char *behind = pass_string(name);
	const char *value = skip_space(skip_space(behind, end) + 1, end);
	const char *next = pass_value(value, end);
	*at = (size_t)(pass_comma(next, end) - object.start);
	*out_name = (struct span){ name, (size_t)(behind - name) };
	*out_value = (struct span){ value, (size_t)(next - value) };
	return true;
}

void scan_members(struct span value, const char *const *names, struct span *spans, size_t count)
{
	struct span name, member;
	size_t at = 0;

	for (size_t i = 0; i < count; i++)
		spans[i] = (struct span){ 0 };
	while (scan_next_member(value, &at, &name, &member)) {
		for (size_t i = 0; i < count; i++) {
			if (name.len == strlen(names[i]) + 2 &&
				!memcmp(name.start + 1, names[i], name.len - 2))
				spans[i] = member;
		}
	}
}

struct span scan_member(struct span value, const char *path)
{
	while (*path && value.start) {
		size_t len = strcspn(path, "/");
		struct span name, member, found = { 0 };
		size_t at = 0;

		while (scan_next_member(value, &at, &name, &member)) {
			if (name.len == len + 2 && !memcmp(name.start + 1, path, len))
				found = member;
		}
		value = found;
		path += len + (path[len] == '/');
	}
	return value;
}

bool scan_boolean(struct span value, bool *out)
{
	if (scan_kind(value) != 't' && scan_kind(value) != 'f')
		return false;
	*out = *value.start == 't';
	return true;
}

bool scan_integer(struct span value, long *out)
{
	char digits[32];
	char *end;

	if (!value.len || value.len >= sizeof(digits))
		return false;
	memcpy(digits, value.start, value.len);
	digits[value.len] = '\0';
	errno = 0;
	long number = strtol(digits, &end, 10);
	if (errno || *end || is_space(*digits) || end == digits)
		return false;
	*out = number;
	return true;
}

static unsigned long hex_unit(const char *at)
{
	const char digits[5] = { at[0], at[1], at[2], at[3], '\0' };

	return strtoul(digits, NULL, 16);
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

static bool is_high(unsigned long unit)
{
	return unit >= 0xd800 && unit <= 0xdbff;
}

static bool is_low(unsigned long unit)
{
	return unit >= 0xdc00 && unit <= 0xdfff;
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
	unsigned long unit = hex_unit(at + 2);
	if (is_high(unit) && end - at >= 12 && at[6] == '\\' && at[7] == 'u' &&
		is_low(hex_unit(at + 8))) {
		add_code_point(
			out, 0x10000 + ((unit - 0xd800) << 10) + (hex_unit(at + 8) - 0xdc00));
		return at + 12;
	}
	add_code_point(out, is_high(unit) || is_low(unit) ? 0xfffd : unit);
	return at + 6;
}

bool scan_string(struct span value, struct text *out)
{
	const char *end = value.start + value.len - 1;

	if (scan_kind(value) != '"')
		return false;
	for (const char *at = value.start + 1; at < end;) {
		const char *plain = skip_plain(at, end);

		(void)text_add_bytes(out, at, (size_t)(plain - at));
		at = plain < end ? add_escape(out, plain, end) : end;
	}
	return !out->failed;
}

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/*
 * Bytes at the start of ill-formed text that stand for one U+FFFD: a maximal subpart, as section 3.9 of the Unicode standard
 * recommends.
 */
static size_t ill_formed(const char *text, size_t len)
{
	static const char tails[][4] = { "\x80\x80\x80", "\xbf\xbf\xbf", "\xa0\x80\x80",
		"\x90\x80\x80", "\x8f\xbf\xbf" };

	/* A prefix is part of a character when some continuation makes it whole. */
	for (size_t have = len < 3 ? len : 3; have > 1; have--) {
		char whole[8];

		for (size_t i = 0; i < COUNT(tails); i++) {
			memcpy(whole, text, have);
			memcpy(whole + have, tails[i], 3);
			if (utf8_length(whole, sizeof(whole) - 2) > have)
				return have;
		}
	}
	return 1;
}

static bool mend_bytes(struct text *text)
{
	scoped(text_done) struct text mended =
		TEXT(text->limit > SIZE_MAX / 3 ? SIZE_MAX - 1 : text->limit * 3);
	size_t at = 0;

	while (at < text->len) {
		size_t good = utf8_valid(text->data + at, text->len - at);

		(void)text_add_bytes(&mended, text->data + at, good);
		at += good;
		if (at >= text->len)
			break;
		(void)text_add(&mended, replacement);
		at += ill_formed(text->data + at, text->len - at);
	}
	if (mended.failed)
		return false;
	size_t limit = text->limit;
	text_done(text);
	*text = mended;
	text->limit = limit;
	mended = (struct text){ 0 };
	return true;
}

/* A surrogate's escape without its other half becomes \ufffd, in place: it is as long. */
static void mend_surrogates(struct text *text)
{
	char *end = text->data + text->len;

	for (char *at = memchr(text->data, '\\', text->len); at && end - at >= 6;
		at = memchr(at, '\\', (size_t)(end - at))) {
		if (at[1] != 'u' || !is_hex(at[2]) || !is_hex(at[3]) || !is_hex(at[4]) ||
			!is_hex(at[5])) {
			at += 2;
			continue;
		}
		unsigned long unit = hex_unit(at + 2);
		bool pair = is_high(unit) && end - at >= 12 && at[6] == '\\' && at[7] == 'u' &&
			    is_hex(at[8]) && is_hex(at[9]) && is_hex(at[10]) && is_hex(at[11]) &&
			    is_low(hex_unit(at + 8));
		if (!pair && (is_high(unit) || is_low(unit)))
			memcpy(at + 2, "fffd", 4);
		at += pair ? 12 : 6;
	}
}

bool scan_mend(struct text *text)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (!text->len)
		return true;
	/* RFC 8259 section 8.1 lets a reader pass over a byte order mark. */
	if (text->len >= 3 && !memcmp(text->data, mark, 3)) {
		text->len -= 3;
		memmove(text->data, text->data + 3, text->len + 1);
	}
	if (utf8_valid(text->data, text->len) < text->len && !mend_bytes(text))
		return false;
	mend_surrogates(text);
	return true;
}
