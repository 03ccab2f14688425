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
 * Checks that text is exactly one JSON document (RFC 8259) of at most depth levels, and sets *out
 * to its span. Does not check the UTF-8. Otherwise returns false and sets *out_at to the offset of
 * the first byte that cannot be right, or to len if the text ends too early.
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
 * Returns the first byte of the value at this place, which says its kind (span_kind()), or 0 at the
 * end of the text.
 */
char scan_kind(const struct scan *scan);

/*
 * Enters the object ('{') or array ('[') that begins here. Returns SCAN_VALUE, or SCAN_BAD if
 * something else begins here or no more levels may be entered.
 */
enum scan_result scan_enter(struct scan *scan, char kind) MUST_CHECK;

/*
 * Reads the next member's name, with its quotes. The caller must read its value next. Returns
 * SCAN_END if there are no more members; the scan is then after the object.
 */
enum scan_result scan_name(struct scan *scan, struct span *out) MUST_CHECK;

/*
 * Goes to the next element of the array. The caller must read it next. Returns SCAN_END if there
 * are no more elements; the scan is then after the array.
 */
enum scan_result scan_item(struct scan *scan) MUST_CHECK;

/* Goes to the next element, as scan_item() does, and reads it whole. */
enum scan_result scan_element(struct scan *scan, struct span *out) MUST_CHECK;

/* Reads the whole value that begins here. */
enum scan_result scan_value(struct scan *scan, struct span *out) MUST_CHECK;

/* Returns whether only white space is left. */
bool scan_is_done(struct scan *scan);

#endif
