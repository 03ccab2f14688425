/* SPDX-License-Identifier: Apache-2.0 */
#include "view/plain.h"

#include "base/utf8.h"
#include "view/width.h"

#include <string.h>

#define PARTING "\xe2\x80\x8b" /* U+200B */
#define ELLIPSIS "\xe2\x80\xa6"

enum { MARKS_MOST = 8, ENTITY_MOST = 10 };

/* A text that is being added. */
struct plain {
	struct text *out;
	size_t start; /* where the text begins in out */
	uint32_t last; /* the character that was added last, 0 at the start */
	unsigned marks; /* combining marks on that character */
	bool blank; /* white space that is added before the next character, if there is one */
};

/* Returns whether a character is white space, a line separator or a control (up to U+009F). */
static bool is_blank(uint32_t point)
{
	return point <= 0x20 || (point >= 0x7f && point <= 0xa0) || point == 0x2028 ||
	       point == 0x2029;
}

/* Returns whether a character changes the direction of text, or is an invisible tag. */
static bool is_hidden(uint32_t point)
{
	return utf8_turns(point) || (point >= 0x206a && point <= 0x206f) || point == 0xfeff ||
	       (point >= 0xfff9 && point <= 0xfffb) || (point >= 0xe0000 && point <= 0xe007f);
}

static bool is_alphanumeric(uint32_t point)
{
	return (point >= '0' && point <= '9') || (point >= 'A' && point <= 'Z') ||
	       (point >= 'a' && point <= 'z');
}

/* Returns whether the text after an @ is a host name: words with a dot, which a word follows. */
static bool is_host(const char *text, size_t len)
{
	size_t at = 0;

	while (at < len &&
		(is_alphanumeric((unsigned char)text[at]) || text[at] == '-' || text[at] == '_'))
		at++;
	return at && len - at >= 2 && text[at] == '.' &&
	       is_alphanumeric((unsigned char)text[at + 1]);
}

/* Returns whether a ";" at this place ends an HTML entity such as &lt; or &#60; */
static bool ends_entity(const struct plain *plain)
{
	const char *start = text_string(plain->out) + plain->start;
	const char *end = text_string(plain->out) + plain->out->len;

	for (const char *c = end; c > start && end - c < ENTITY_MOST; c--) {
		if (c[-1] == '&')
			return c < end;
		if (!is_alphanumeric((unsigned char)c[-1]) && c[-1] != '#')
			return false;
	}
	return false;
}

/*
 * Returns whether a character must be separated from the one before it, because both together are a
 * command to the chat or to StackStorm.
 */
static bool must_part(const struct plain *plain, uint32_t point)
{
	if (plain->last == '{')
		return point == '{' || point == '%' || point == '#' || point == '~';
	if (plain->last == ']')
		return point == '(';
	return point == ';' && ends_entity(plain);
}

static void add_for_chat(struct plain *plain, uint32_t point, const char *text, size_t len,
	const char *rest, size_t rest_len)
{
	if (must_part(plain, point))
		(void)text_add(plain->out, PARTING);
	if (point == '<')
		(void)text_add(plain->out, "\xe2\x80\xb9");
	else if (point == '>')
		(void)text_add(plain->out, "\xe2\x80\xba");
	else if (point == '`')
		(void)text_add(plain->out, "'");
	else
		(void)text_add_bytes(plain->out, text, len);
	if (point == '@' && !(is_alphanumeric(plain->last) && is_host(rest, rest_len)))
		(void)text_add(plain->out, PARTING);
}

/* Adds the character at text, and returns how many bytes it has. */
static size_t add_character(struct plain *plain, const char *text, size_t len, enum plain_for use)
{
	size_t step = utf8_length(text, len);
	uint32_t point = step ? utf8_point(text, step) : 0xfffd;
	size_t behind = step ? step : 1;

	if (is_blank(point)) {
		plain->blank = plain->last != 0;
		return behind;
	}
	plain->marks = width_of(point) ? 0 : plain->marks + 1;
	if (is_hidden(point) || plain->marks > MARKS_MOST)
		return behind;
	if (plain->blank) {
		(void)text_add(plain->out, " ");
		plain->last = ' ';
		plain->blank = false;
	}
	if (!step)
		(void)text_add(plain->out, "\xef\xbf\xbd");
	else if (use == PLAIN_CHAT)
		add_for_chat(plain, point, text, step, text + step, len - step);
	else
		(void)text_add_bytes(plain->out, text, step);
	plain->last = point;
	return behind;
}

void plain_add(struct text *out, const char *text, size_t len, enum plain_for use)
{
	struct plain plain = { .out = out, .start = out->len };

	for (size_t at = 0; at < len;)
		at += add_character(&plain, text + at, len - at, use);
}

void plain_add_cut(struct text *out, const char *text, size_t len, enum plain_for use, size_t most)
{
	size_t start = out->len;

	plain_add(out, text, len, use);
	if (out->failed)
		return;
	size_t added = out->len - start;
	if (utf8_cut_characters(text_string(out) + start, added, most) == added)
		return;
	size_t kept = utf8_cut_characters(text_string(out) + start, added, most - 1);
	text_remove(out, start + kept, added - kept);
	(void)text_add(out, ELLIPSIS);
}

void plain_add_chat(struct text *out, const char *string, size_t most)
{
	plain_add_cut(out, string, strlen(string), PLAIN_CHAT, most);
}
