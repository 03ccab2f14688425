/* SPDX-License-Identifier: Apache-2.0 */
/* Reads values in a JSON document that was checked (scan.h), without building a tree. */
#ifndef JSON_SPAN_H
#define JSON_SPAN_H

#include "base/scope.h"
#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * The text of a value, without white space around it. start is NULL if there is no value. Borrowed
 * from the document.
 */
struct span {
	const char *start;
	size_t len;
};

/* Returns the first byte, which says the kind: { [ " t f n - or a digit; 0 for no value. */
char span_kind(struct span value);

/*
 * Returns whether a span, with its quotes, is this name. Bytes are compared, because no name of
 * ours needs an escape.
 */
bool span_is_name(struct span name, const char *text, size_t len);

/*
 * Finds several members in one pass: spans[i] becomes the value of names[i]. Its start is NULL if
 * there is no such member, or if value is not an object. If a member appears twice, the last one
 * counts.
 */
void span_members(struct span value, const char *const *names, struct span *spans, size_t count);

/*
 * Finds one member; "a/b" is the member b of the member a.
 *     span_member({"user":{"id":"PXPGF42"}}, "user/id")  is  "PXPGF42"
 */
struct span span_member(struct span value, const char *path);

/*
 * Walks an array. *at must be 0 at first. Returns the next element, or a span without start at the
 * end or if value is not an array.
 */
struct span span_next(struct span array, size_t *at);

/*
 * Walks the members of an object in the same way. *out_name has its quotes. Returns false at the
 * end, or if value is not an object.
 */
bool span_next_member(
	struct span object, size_t *at, struct span *out_name, struct span *out_value) MUST_CHECK;

/* Reads a value. Returns false if it is of another kind, or if an integer is out of range. */
bool span_boolean(struct span value, bool *out);
bool span_int64(struct span value, int64_t *out);
bool span_integer(struct span value, long *out);

/*
 * Adds the unescaped characters of a string. NUL and half a surrogate pair become U+FFFD. Returns
 * false if it is not a string.
 */
bool span_string(struct span value, struct text *out);

#endif
