/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of a text, counted as libyaml counts them. */
#ifndef BASE_LINE_H
#define BASE_LINE_H

#include <stddef.h>

/*
 * Returns the start of a line, or NULL if there are fewer lines. The first line has number 1.
 * *out_len is its length in bytes without its line break. A line break is CR LF, LF, CR, or NEL, LS
 * or PS of Unicode (YAML 1.1, section 4.1.4). A byte order mark is not part of the first line.
 */
const char *line_find(const char *text, unsigned number, size_t *out_len);

/* Returns the start of the line that contains the byte at offset, and sets the line's number. */
const char *line_around(const char *text, size_t offset, unsigned *out_number);

#endif
