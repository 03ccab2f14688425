/* SPDX-License-Identifier: Apache-2.0 */
/* Growable text. Its largest size is given when it is initialised, so that none is unlimited. */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Once something was added, data is NUL-terminated; it may contain NUL bytes too. A text fails if
 * memory runs out or if its limit would be exceeded. It then stays failed and ignores whatever is
 * added, so that a caller need check only once, at the end.
 */
struct text {
	char *data; /* NULL until something is added; may move when the text grows */
	size_t len; /* bytes, without the closing NUL */
	size_t room; /* bytes allocated */
	size_t limit; /* bytes allowed */
	bool failed;
	bool secret; /* its bytes are overwritten when data moves, is cleared or is freed */
};

/* An empty text that may grow to limit bytes. */
#define TEXT(limit_)              \
	{                         \
		.limit = (limit_) \
	}

/* An empty text for a secret: its bytes are overwritten before their memory is freed. */
#define TEXT_SECRET(limit_)                       \
	{                                         \
		.limit = (limit_), .secret = true \
	}

/* The limit of a text whose size is already limited by what is added to it. */
#define TEXT_ANY ((size_t)1 << 30)

/* Adds len bytes. Returns false if the text fails, or has failed before; so do the others. */
bool text_add_bytes(struct text *text, const char *bytes, size_t len);

/* Adds a NUL-terminated string, without its NUL. */
bool text_add(struct text *text, const char *string);

/* Adds formatted text. */
bool text_addf(struct text *text, const char *format, ...) PRINTF(2, 3);

/* Adds bytes and percent-encodes all but the unreserved characters of RFC 3986 section 2.3. */
bool text_add_encoded(struct text *text, const char *bytes, size_t len);

/* Adds bytes as a JSON string: in double quotes, with quotes, backslashes and controls escaped. */
bool text_add_quoted(struct text *text, const char *bytes, size_t len);

/* Returns the text as a string: "" if it is empty, never NULL. Valid until the text changes. */
const char *text_string(const struct text *text);

/* Empties the text and keeps its memory. A failed text can be used again after this. */
void text_clear(struct text *text);

/* Removes len bytes, beginning with byte at. The range must lie within the text. */
void text_remove(struct text *text, size_t at, size_t len);

/*
 * Frees the memory and leaves an empty text with the same limit and secrecy. Takes a zeroed text.
 */
void text_done(struct text *text);

#endif
