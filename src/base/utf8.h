/* SPDX-License-Identifier: Apache-2.0 */
/* UTF-8 as RFC 3629 defines it: no overlong forms, no surrogates, nothing above U+10FFFF. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * Returns the length in bytes (1 to 4) of the character at text, or 0 if the len bytes do not begin
 * with a whole, well-formed character.
 */
size_t utf8_length(const char *text, size_t len);

/* Decodes the character of len bytes at text, which must be well formed: len is utf8_length(). */
uint32_t utf8_point(const char *text, size_t len);

/*
 * Returns whether a character changes the direction of the text behind it, so that a line may be
 * read as another (Unicode's Bidi_Control).
 */
bool utf8_turns(uint32_t point);

/* Returns how many bytes, counted from the start, are well formed: len if all are. */
size_t utf8_valid(const char *text, size_t len);

/*
 * Returns the largest number of bytes, at most limit and at most len, that does not split a
 * character of well-formed text.
 */
size_t utf8_cut(const char *text, size_t len, size_t limit);

/* Returns the length in bytes of the first count characters of well-formed text, at most len. */
size_t utf8_cut_characters(const char *text, size_t len, size_t count);

/* Makes text well formed in place: replaces each byte that is not by a question mark. */
void utf8_force(char *text, size_t len);

/* Returns whether text contains an ASCII control character, such as a line break, a tab or DEL. */
bool utf8_has_control(const char *text);

/*
 * Returns the first blank outside ASCII in text, such as the no-break space that chat programs and
 * phones insert, or invisible character, such as U+200B; 0 if there is none.
 */
uint32_t utf8_hidden_blank(const char *text);

/* Returns whether text contains such a character. */
bool utf8_has_hidden_blank(const char *text);

#endif
