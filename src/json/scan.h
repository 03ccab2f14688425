/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads JSON text without building a tree, so that a reply's own bytes can be passed on: parsing
 * into json-c objects and printing them costs ten times as much.
 */
#ifndef JSON_SCAN_H
#define JSON_SCAN_H

#include "base/scope.h"
#include "json/span.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Checks that text is exactly one JSON document (RFC 8259; its UTF-8 is not looked at), of at
 * most depth levels, and gives its span. On failure returns false and *out_at is the offset of
 * the first byte that cannot be right (len: the text ends too early).
 */
bool scan_document(
	const char *text, size_t len, int depth, struct span *out, size_t *out_at) MUST_CHECK;

/*
 * Reads a document in one pass, checking it on the way: containers are entered, everything else
 * is taken or passed over whole. Start it as { .at = text, .end = text + len, .depth = levels }.
 * A function that returns SCAN_BAD leaves at where the first byte stands that cannot be right.
 */
struct scan {
	const char *at, *end;
	int depth;
	bool begun; /* in the container entered last, something was read */
};

enum scan_result { SCAN_VALUE, SCAN_END, SCAN_BAD };

/*
 * Enters the object ('{') or array ('[') that begins here. SCAN_VALUE when it does, SCAN_BAD when
 * something else is here.
 */
enum scan_result scan_enter(struct scan *scan, char kind) MUST_CHECK;

/*
 * The next member's name, with its quotes; at is at its value, which must be read next. SCAN_END:
 * the object was left.
 */
enum scan_result scan_name(struct scan *scan, struct span *out) MUST_CHECK;

/* The next element of the array entered. SCAN_END: the array was left. */
enum scan_result scan_element(struct scan *scan, struct span *out) MUST_CHECK;

/* The value that begins here, whole. */
enum scan_result scan_value(struct scan *scan, struct span *out) MUST_CHECK;

/* Whether nothing but white space is left. */
bool scan_is_done(struct scan *scan);

#endif
