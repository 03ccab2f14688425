/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing past U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>

/* Length in bytes (1 to 4) of the well-formed character at text, or 0 when there is none within len bytes. */
size_t utf8_length(const char *text, size_t len);

/* How many of the len bytes are well formed, counted from the start: len when all are. */
size_t utf8_valid(const char *text, size_t len);

/* The largest number of bytes, at most limit and len, that does not cut a character of well-formed text. */
size_t utf8_cut(const char *text, size_t len, size_t limit);

/* The largest number of bytes that holds at most count characters of well-formed text. */
size_t utf8_cut_characters(const char *text, size_t len, size_t count);

/* Makes text well formed in place: each byte that is not becomes a question mark. */
void utf8_force(char *text, size_t len);

/* Whether there is a control character of ASCII: a line break, a tab, DEL, ... */
bool utf8_has_control(const char *text);

#endif
