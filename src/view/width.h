/* SPDX-License-Identifier: Apache-2.0 */
/* Measures how many columns of a terminal a text takes. The locale does not matter. */
#ifndef VIEW_WIDTH_H
#define VIEW_WIDTH_H

#include "base/text.h"

#include <stddef.h>
#include <stdint.h>

/* Returns the columns of a character: 0, 1 or 2. */
unsigned width_of(uint32_t point);

/* Returns the columns of len bytes of well-formed UTF-8 without control characters. */
size_t width_text(const char *text, size_t len);

/*
 * Returns the largest number of bytes that take at most columns. It does not separate a character
 * from its combining marks.
 */
size_t width_cut(const char *text, size_t len, size_t columns);

/* Adds a text, cut to width columns with U+2026 at its end if it is wider. Returns the columns. */
size_t width_add_cut(struct text *out, const char *text, size_t len, size_t width);

#endif
