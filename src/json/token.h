/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The words of JSON: strings, numbers, true, false and null (RFC 8259 sections 3, 6 and 7). The scan
 * (scan.h) puts them together.
 *
 * The readers return the place behind what they read. Where the text is wrong they return NULL and
 * set *bad to the first byte that cannot be right, or to end where the text ends too early.
 */
#ifndef JSON_TOKEN_H
#define JSON_TOKEN_H

#include "json/plain.h"

/* Reads the string whose opening quote is at at. */
const char *token_read_string(const char *at, const char *end, const char **bad);

/* Reads a number, true, false or null. There is a byte at at. */
const char *token_read_word(const char *at, const char *end, const char **bad);

/* Passes a string of a text that was checked, which costs less. It cannot fail. */
static inline const char *token_pass_string(const char *at, const char *end)
{
	for (at = plain_skip(at + 1, end); *at != '"'; at = plain_skip(at, end))
		at += *at == '\\' ? 2 : 1;
	return at + 1;
}

#endif
