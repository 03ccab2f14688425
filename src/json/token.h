/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The tokens of JSON: strings, numbers, true, false and null (RFC 8259 sections 3, 6 and 7). scan.h
 * combines them. Each function returns the place after what it read. If the text is wrong, it
 * returns NULL and sets *bad to the first wrong byte, or to end if the text ends too early.
 */
#ifndef JSON_TOKEN_H
#define JSON_TOKEN_H

#include "json/plain.h"

/* Reads a string whose opening quote is at at. */
const char *token_read_string(const char *at, const char *end, const char **bad);

/* Reads a number, true, false or null. at must not be the end. */
const char *token_read_word(const char *at, const char *end, const char **bad);

/* Skips a string of a text that was checked, which is faster. It cannot fail. */
static inline const char *token_pass_string(const char *at, const char *end)
{
	for (at = plain_skip(at + 1, end); *at != '"'; at = plain_skip(at, end))
		at += *at == '\\' ? 2 : 1;
	return at + 1;
}

#endif
