/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that JSON allows and that would not arrive as they are written: NUL and half a surrogate
 * pair in a text, which PagerDuty cannot take, and integers beyond 64 bits, which json-c changes.
 */
#ifndef JSON_ODD_H
#define JSON_ODD_H

#include "base/error.h"
#include "json/span.h"

#include <json-c/json.h>

/*
 * Finds the first such value in a checked text (scan.h). Returns what is wrong with it, as a
 * sentence says it, with its offset in *out_at; or NULL when there is none.
 */
const char *odd_find(struct span text, size_t *out_at);

/*
 * Adds the JSON Pointer (RFC 6901) of the value in which an offset lies, such as "/details/0"; of
 * a member's name that of the object. Nothing for the document itself.
 */
void odd_place(struct span document, size_t at, struct text *out);

/*
 * Makes a tree of a checked document in which such values stand for themselves as well as they
 * can: U+FFFD takes the place of what a text cannot hold, and a number is printed with the digits
 * it had. Of two members whose names have become the same the last counts. *out_value is a new
 * reference. Fails with kind where a member stands twice; without memory with ERROR_INTERNAL.
 */
bool odd_read(struct span document, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err) MUST_CHECK;

#endif
