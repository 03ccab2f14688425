/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads JSON text without building a tree, so that the bytes of a reply can be passed on as they
 * came. Parsing into json-c objects and printing them costs ten times as much.
 *
 * The grammar of JSON is here and in token.h alone: spans (span.h) and trees (read.h) are read with
 * a scan.
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
 * Reads a document in one pass and checks it on the way. The caller enters an object or an array,
 * or takes a value whole. Start it as { .at = text, .end = text + len, .depth = levels }. After
 * SCAN_BAD, at points to the first byte that cannot be right.
 */
struct scan {
	const char *at, *end;
	int depth; /* levels that may still be entered */
	bool begun; /* something was read in the object or array that was entered last */
	bool checked; /* the text was checked before: values are passed, at half the cost */
};

enum scan_result { SCAN_VALUE, SCAN_END, SCAN_BAD };

/*
 * Returns the first byte of the value at this place, which says its kind (span_kind); 0 at the end
 * of the text.
 */
char scan_kind(const struct scan *scan);

/*
 * Enters the object ('{') or array ('[') that begins here. SCAN_VALUE when it does, SCAN_BAD when
 * something else is here, or when no more levels may be entered.
 */
enum scan_result scan_enter(struct scan *scan, char kind) MUST_CHECK;

/*
 * Reads the next member's name, with its quotes. The caller must read its value next. SCAN_END:
 * there are no more members, and the scan is after the object.
 */
enum scan_result scan_name(struct scan *scan, struct span *out) MUST_CHECK;

/*
 * Goes to the next element of the array. The caller must read it next. SCAN_END: there are no more,
 * and the scan is after the array.
 */
enum scan_result scan_item(struct scan *scan) MUST_CHECK;

/* Goes to the next element and reads the whole element. */
enum scan_result scan_element(struct scan *scan, struct span *out) MUST_CHECK;

/* Reads the whole value that begins here. */
enum scan_result scan_value(struct scan *scan, struct span *out) MUST_CHECK;

/* Returns whether only white space is left. */
bool scan_is_done(struct scan *scan);

#endif
