/* SPDX-License-Identifier: Apache-2.0 */
/* Lines of a text, counted as libyaml counts them. */
#ifndef BASE_LINE_H
#define BASE_LINE_H

#include <stddef.h>

/*
 * The start of a line, 1 for the first; NULL past the last. *out_len is its length in bytes, its
 * break not counted: CR LF, LF, CR, and NEL, LS and PS of Unicode (YAML 1.1, section 4.1.4). A
 * byte order mark is no part of the first line.
 */
const char *line_find(const char *text, unsigned number, size_t *out_len);

/* The start of the line in which a byte stands, and its number. */
const char *line_around(const char *text, size_t offset, unsigned *out_number);

#endif
