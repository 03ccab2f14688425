/* SPDX-License-Identifier: Apache-2.0 */
#include "json/repair.h"

#include "base/utf8.h"
#include "json/escape.h"

#include <stdint.h>
#include <string.h>

static const char replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/*
 * Returns the number of bytes at the start of ill-formed text that one U+FFFD replaces: a maximal
 * subpart, as section 3.9 of the Unicode standard recommends.
 */
static size_t ill_formed(const char *text, size_t len)
{
	static const char tails[][4] = { "\x80\x80\x80", "\xbf\xbf\xbf", "\xa0\x80\x80",
		"\x90\x80\x80", "\x8f\xbf\xbf" };

	/* Returns whether a prefix can be continued to a whole character. */
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

static bool repair_bytes(struct text *text)
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
	mended.limit = text->limit;
	mended.secret = text->secret;
	text_done(text);
	*text = mended;
	mended = (struct text){ 0 };
	return true;
}

/*
 * Replaces the escapes of NUL and of half a surrogate pair by \ufffd in place, which has the same
 * length.
 */
static void repair_escapes(struct text *text)
{
	char *end = text->data + text->len, *at = text->data;

	while (at < end && (at = memchr(at, '\\', (size_t)(end - at)))) {
		struct escape escape = escape_read(at, end);

		if (escape.kind == ESCAPE_HALF || escape.kind == ESCAPE_NUL)
			memcpy(at + 2, "fffd", 4);
		at += escape.len;
	}
}

bool json_repair(struct text *text)
{
	static const char mark[] = "\xef\xbb\xbf";

	if (!text->len)
		return true;
	/* RFC 8259 section 8.1 allows a reader to ignore a byte order mark. */
	if (text->len >= 3 && !memcmp(text->data, mark, 3)) {
		text->len -= 3;
		memmove(text->data, text->data + 3, text->len + 1);
	}
	if (utf8_valid(text->data, text->len) < text->len && !repair_bytes(text))
		return false;
	repair_escapes(text);
	return true;
}
