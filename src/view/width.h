/* SPDX-License-Identifier: Apache-2.0 */
/* How many columns of a terminal a text takes, whatever the locale. */
#ifndef VIEW_WIDTH_H
#define VIEW_WIDTH_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

/* Columns of a character: 0, 1 or 2. */
unsigned width_of(uint32_t point);

/* Columns of len bytes of well-formed UTF-8 without control characters. */
size_t width_text(const char *text, size_t len);

/* The largest number of bytes that takes at most columns and cuts no character from its marks. */
size_t width_cut(const char *text, size_t len, size_t columns);

/* The character at text, of which utf8_length() says that it is well formed. */
uint32_t width_point(const char *text, size_t len);

/* Adds a text; one of more than width columns is cut, and ends in U+2026. Returns the columns added. */
size_t width_add_cut(struct text *out, const char *text, size_t len, size_t width);

#endif
