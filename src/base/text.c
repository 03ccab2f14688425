/* SPDX-License-Identifier: Apache-2.0 */
#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROOM = 256 };

/* Moves data into room bytes and overwrites the old bytes, which realloc() would not do. */
static char *move_secret(struct text *text, size_t room)
{
	char *data = malloc(room);

	if (data && text->data) {
		memcpy(data, text->data, text->len + 1);
		explicit_bzero(text->data, text->room);
		free(text->data);
	}
	return data;
}

/* Makes room for len more bytes and the closing NUL. */
static bool reserve(struct text *text, size_t len)
{
	if (text->failed || len > text->limit || text->len > text->limit - len) {
		text->failed = true;
		return false;
	}
	size_t need = text->len + len + 1;
	if (need <= text->room)
		return true;
	size_t room = text->room ? text->room : FIRST_ROOM;
	while (room < need)
		room *= 2;
	if (room > text->limit + 1)
		room = text->limit + 1;
	char *data = text->secret ? move_secret(text, room) : realloc(text->data, room);
	if (!data) {
		text->failed = true;
		return false;
	}
	text->data = data;
	text->room = room;
	return true;
}

bool text_add_bytes(struct text *text, const char *bytes, size_t len)
{
	if (!reserve(text, len))
		return false;
	if (len)
		memcpy(text->data + text->len, bytes, len);
	text->len += len;
	text->data[text->len] = '\0';
	return true;
}

bool text_add(struct text *text, const char *string)
{
	return text_add_bytes(text, string, strlen(string));
}

bool text_addf(struct text *text, const char *format, ...)
{
	va_list arguments, again;

	va_start(arguments, format);
	va_copy(again, arguments);
	int len = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	text->failed = text->failed || len < 0;
	bool ok = len >= 0 && reserve(text, (size_t)len);
	if (ok) {
		(void)vsnprintf(text->data + text->len, (size_t)len + 1, format, again);
		text->len += (size_t)len;
	}
	va_end(again);
	return ok;
}

static bool is_unreserved(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
	       c == '-' || c == '.' || c == '_' || c == '~';
}

bool text_add_encoded(struct text *text, const char *bytes, size_t len)
{
	static const char digits[] = "0123456789ABCDEF";

	for (size_t i = 0; i < len; i++) {
		unsigned char c = (unsigned char)bytes[i];
		const char escape[] = { '%', digits[c >> 4], digits[c & 15] };

		if (is_unreserved(bytes[i]))
			(void)text_add_bytes(text, bytes + i, 1);
		else
			(void)text_add_bytes(text, escape, sizeof(escape));
	}
	return !text->failed;
}

/* Returns how many bytes, counted from the first, need no escape in a JSON string. */
static size_t count_plain(const char *bytes, size_t len)
{
	size_t n = 0;

	while (n < len && (unsigned char)bytes[n] >= 0x20 && bytes[n] != '"' && bytes[n] != '\\')
		n++;
	return n;
}

static void add_escaped(struct text *text, char byte)
{
	static const char letters[] = "\"\\\b\f\n\r\t", escapes[] = "\"\\bfnrt";
	const char *found = byte ? strchr(letters, byte) : NULL;

	if (found)
		(void)text_add_bytes(text, (const char[]){ '\\', escapes[found - letters] }, 2);
	else
		(void)text_addf(text, "\\u%04x", (unsigned)byte);
}

bool text_add_quoted(struct text *text, const char *bytes, size_t len)
{
	(void)text_add(text, "\"");
	for (size_t at = 0; at < len;) {
		size_t plain = count_plain(bytes + at, len - at);

		if (plain)
			(void)text_add_bytes(text, bytes + at, plain);
		else
			add_escaped(text, bytes[at]);
		at += plain ? plain : 1;
	}
	return text_add(text, "\"");
}

const char *text_string(const struct text *text)
{
	return text->data ? text->data : "";
}

void text_clear(struct text *text)
{
	text->len = 0;
	text->failed = false;
	if (text->secret && text->data)
		explicit_bzero(text->data, text->room);
	if (text->data)
		text->data[0] = '\0';
}

void text_remove(struct text *text, size_t at, size_t len)
{
	if (!len)
		return;
	memmove(text->data + at, text->data + at + len, text->len - at - len + 1);
	text->len -= len;
}

void text_done(struct text *text)
{
	if (text->secret && text->data)
		explicit_bzero(text->data, text->room);
	free(text->data);
	*text = (struct text){ .limit = text->limit, .secret = text->secret };
}
