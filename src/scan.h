/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds values in JSON text without building a tree, so that a reply's own bytes can be passed on: parsing into json-c
 * objects and printing them costs ten times as much.
 */
#ifndef SCAN_H
#define SCAN_H

#include "error.h"
#include "text.h"

#include <stdbool.h>
#include <stddef.h>

/* A value's text within a document, without white space around it. start is NULL when there is no such value. */
struct span {
	const char *start;
	size_t len;
};

/*
 * Makes text well formed: bytes that are not UTF-8 become U+FFFD, and so do \u escapes of lone surrogates, which JSON allows
 * and StackStorm's database does not. Costs one pass when there is nothing to mend. Returns false without memory.
 */
bool scan_mend(struct text *text) MUST_CHECK;

/*
 * Checks that text is exactly one JSON document (RFC 8259), of at most depth levels, and gives its span. On failure
 * returns false and *out_at is the offset of the first byte that cannot be right (len: the text ends too early).
 */
bool scan_document(const char *text, size_t len, int depth, struct span *out, size_t *out_at) MUST_CHECK;

/* The functions below take spans of a checked document. */

/* The first byte tells the kind: { [ " t f n - or a digit; 0 for no value. */
char scan_kind(struct span value);

/*
 * Looks members up in one pass: spans[i] becomes the value of names[i]; its start is NULL when there is none or value is not an
 * object. Of duplicates the last counts. Names are compared byte by byte (none of ours needs an escape).
 */
void scan_members(struct span value, const char *const *names, struct span *spans, size_t count);

/* One member; "a/b" is the member b of the member a. */
struct span scan_member(struct span value, const char *path);

/*
 * Walks an array: *at starts as 0; returns the next element, or a span without start at the end (or when value is no array).
 */
struct span scan_next(struct span array, size_t *at);

/*
 * Walks the members of an object: *at starts as 0. out_name is the name with its quotes (scan_string reads it). False at the end
 * (or when value is no object).
 */
bool scan_next_member(struct span object, size_t *at, struct span *out_name, struct span *out_value) MUST_CHECK;

/* Reads a value; false when it is not of that kind (or, for integers, not within long). */
bool scan_boolean(struct span value, bool *out);
bool scan_integer(struct span value, long *out);

/* Adds a string's characters, unescaped; false when it is not a string. A NUL in it is added as such. */
bool scan_string(struct span value, struct text *out);

#endif
