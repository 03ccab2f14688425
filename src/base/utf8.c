/* SPDX-License-Identifier: Apache-2.0 */
#include "base/utf8.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

static bool continues(unsigned char byte)
{
	return (byte & 0xc0) == 0x80;
}

size_t utf8_length(const char *text, size_t len)
{
	const unsigned char *c = (const unsigned char *)text;

	if (!len)
		return 0;
	if (c[0] < 0x80)
		return 1;
	if (c[0] >= 0xc2 && c[0] <= 0xdf)
		return len >= 2 && continues(c[1]) ? 2 : 0;
	if (c[0] >= 0xe0 && c[0] <= 0xef) {
		if (len < 3 || !continues(c[1]) || !continues(c[2]))
			return 0;
		if ((c[0] == 0xe0 && c[1] < 0xa0) || (c[0] == 0xed && c[1] > 0x9f))
			return 0;
		return 3;
	}
	if (c[0] >= 0xf0 && c[0] <= 0xf4) {
		if (len < 4 || !continues(c[1]) || !continues(c[2]) || !continues(c[3]))
			return 0;
		if ((c[0] == 0xf0 && c[1] < 0x90) || (c[0] == 0xf4 && c[1] > 0x8f))
			return 0;
		return 4;
	}
	return 0;
}

/*
 * Returns how many bytes, counted from the start in steps of eight, are ASCII. Up to seven more may
 * be ASCII.
 */
static size_t count_ascii(const char *text, size_t len)
{
	size_t at = 0;
	uint64_t eight;

	for (; len - at >= sizeof(eight); at += sizeof(eight)) {
		memcpy(&eight, text + at, sizeof(eight));
		if (eight & 0x8080808080808080u)
			break;
	}
	return at;
}

size_t utf8_valid(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len) {
		at += count_ascii(text + at, len - at);
		if (at == len)
			break;
		size_t step = utf8_length(text + at, len - at);

		if (!step)
			break;
		at += step;
	}
	return at;
}

size_t utf8_cut(const char *text, size_t len, size_t limit)
{
	size_t at = limit < len ? limit : len;
	size_t start = at;

	/*
	 * Go back to the first byte of the last character, and keep that character if it is whole.
	 */
	while (start && at - start < 3 && continues((unsigned char)text[start - 1]))
		start--;
	if (!start)
		return at;
	start--;
	return utf8_length(text + start, at - start) == at - start ? at : start;
}

size_t utf8_cut_characters(const char *text, size_t len, size_t count)
{
	size_t at = 0;

	while (at < len && count--) {
		size_t step = utf8_length(text + at, len - at);

		at += step ? step : 1;
	}
	return at;
}

void utf8_force(char *text, size_t len)
{
	for (size_t at = utf8_valid(text, len); at < len; at += utf8_valid(text + at, len - at))
		text[at] = '?';
}

bool utf8_has_control(const char *text)
{
	for (const char *c = text; *c; c++) {
		if ((unsigned char)*c < 0x20 || *c == 0x7f)
			return true;
	}
	return false;
}

uint32_t utf8_point(const char *text, size_t len)
{
	static const unsigned char first[] = { 0, 0x7f, 0x1f, 0x0f, 0x07 };
	uint32_t point = (unsigned char)text[0] & first[len];

	for (size_t i = 1; i < len; i++)
		point = point << 6 | ((unsigned char)text[i] & 0x3f);
	return point;
}

bool utf8_turns(uint32_t point)
{
	return point == 0x61c || point == 0x200e || point == 0x200f ||
	       (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069);
}

/* Unicode's White_Space outside ASCII, and the characters that have no width and join no letters. */
static bool is_hidden_blank(uint32_t point)
{
	return point == 0x85 || point == 0xa0 || point == 0x1680 || point == 0x180e ||
	       (point >= 0x2000 && point <= 0x200b) || point == 0x2028 || point == 0x2029 ||
	       point == 0x202f || (point >= 0x205f && point <= 0x2064) || point == 0x3000 ||
	       point == 0xfeff || utf8_turns(point);
}

uint32_t utf8_hidden_blank(const char *text)
{
	size_t left = strlen(text), step;

	for (; left; text += step, left -= step) {
		size_t len = utf8_length(text, left);

		step = len ? len : 1;
		uint32_t point = len ? utf8_point(text, len) : 0;

		if (is_hidden_blank(point))
			return point;
	}
	return 0;
}

bool utf8_has_hidden_blank(const char *text)
{
	return utf8_hidden_blank(text) != 0;
}
