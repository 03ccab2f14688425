/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the escapes in JSON strings (RFC 8259 section 7). */
#ifndef JSON_ESCAPE_H
#define JSON_ESCAPE_H

#include <stddef.h>
#include <stdint.h>

enum escape_kind {
	ESCAPE_CHARACTER,
	ESCAPE_NUL, /* \u0000, which JSON allows, but PagerDuty and databases refuse */
	ESCAPE_HALF, /* half of a surrogate pair, which is not a character */
};

struct escape {
	enum escape_kind kind;
	uint32_t point; /* the character; U+FFFD for NUL and for half a pair */
	size_t len; /* bytes from the backslash on, including the second half of a pair */
};

/*
 * Reads the escape whose backslash is at at. Nothing at end or behind it is read. If the text was
 * not checked, a \u without four digits has length 2 and some character; so has a backslash at the
 * very end.
 *     \n  is  { ESCAPE_CHARACTER, 10, 2 };  \ud83d\ude00  is  { ESCAPE_CHARACTER, 0x1f600, 12 }
 */
struct escape escape_read(const char *at, const char *end);

#endif
