/* SPDX-License-Identifier: Apache-2.0 */
/* Growable text with a hard cap, given when it is made so that it cannot be forgotten. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Always NUL-terminated once something was added; may hold NUL bytes itself. A text that failed
 * (no memory, or past its limit) stays failed and ignores what is added, so that a writer checks
 * once, at its end.
 */
struct text {
	char *data; /* NULL while nothing was added; moves when the text grows */
	size_t len; /* bytes, the closing NUL not counted */
	size_t room; /* bytes allocated */
	size_t limit; /* bytes allowed */
	bool failed;
	bool secret; /* its bytes are overwritten when it grows elsewhere, is cleared or is freed */
};

/* An empty text that may grow to limit bytes. */
#define TEXT(limit_)              \
	{                         \
		.limit = (limit_) \
	}

/* The same for a secret: its bytes are overwritten before their memory is given back. */
#define TEXT_SECRET(limit_)                       \
	{                                         \
		.limit = (limit_), .secret = true \
	}

/* The limit for a text whose length is bounded already by what is put into it. */
#define TEXT_ANY ((size_t)1 << 30)

/* Adds len bytes. Returns false when the text has failed, now or before. */
bool text_add_bytes(struct text *text, const char *bytes, size_t len);

/* Adds a NUL-terminated string, without its NUL. */
bool text_add(struct text *text, const char *string);

/* Adds formatted text. */
bool text_addf(struct text *text, const char *format, ...) PRINTF(2, 3);

/*
 * Adds bytes percent-encoded: all but the unreserved characters of RFC 3986 section 2.3.
 */
bool text_add_encoded(struct text *text, const char *bytes, size_t len);

/* Adds bytes as a JSON string: in double quotes, with those, backslashes and control characters escaped. */
bool text_add_quoted(struct text *text, const char *bytes, size_t len);

/* The text as a string: "" when empty, never NULL. Valid until the text changes. */
const char *text_string(const struct text *text);

/* Empties the text and keeps its memory. A text that had failed can be used again. */
void text_clear(struct text *text);

/* Takes len bytes out, from byte at on; both lie within the text. */
void text_remove(struct text *text, size_t at, size_t len);

/* Frees the memory; the text is empty, with the same limit, and as secret as before. Takes a zeroed text. */
void text_done(struct text *text);

#endif
