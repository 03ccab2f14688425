/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that JSON allows but that would not arrive at PagerDuty as they are written. PagerDuty
 * does not take NUL or half a surrogate pair in a text; json-c changes integers beyond 64 bits.
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
 * Adds the JSON Pointer (RFC 6901) of the value at an offset, such as "/details/0". If the offset
 * is in a member's name, it is the pointer of the object. Adds nothing for the document itself.
 */
void odd_place(struct span document, size_t at, struct text *out);

/*
 * Makes a tree of a checked document and keeps such values as well as it can: U+FFFD replaces what
 * a text cannot hold, and a number is printed with the digits it had. If two names become equal by
 * that, the last member counts. *out_value is a new reference. Fails with kind if a member stands
 * twice in the document, and with ERROR_INTERNAL without memory.
 */
bool odd_read(struct span document, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err) MUST_CHECK;

#endif
