/* SPDX-License-Identifier: Apache-2.0 */
/* Reads JSON into a tree: strictly for the input of callers, leniently for PagerDuty's answers. */
#ifndef JSON_READ_H
#define JSON_READ_H

#include "base/error.h"
#include "json/span.h"

#include <json-c/json.h>

/*
 * Reads exactly one JSON document (RFC 8259, nothing beyond it): no duplicate members, no NaN, no
 * comments, no text after it, no NUL or lone surrogate in a string, no integer beyond 64 bits, at
 * most depth levels, and no more values than tree.h allows. what names the text in the sentence
 * ("the parameters"). *out_value is a new reference, NULL for the document `null`. Fails with kind,
 * or with ERROR_INTERNAL if memory runs out.
 */
bool json_read(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct error *err) MUST_CHECK;

/*
 * Like json_read(), but the values of odd.h are not errors: they are read as tree.h says. If there
 * is one, *out_odd is the document within text, otherwise it is empty.
 */
bool json_read_odd(const char *text, size_t len, int depth, const char *what, enum error_kind kind,
	struct json_object **out_value, struct span *out_odd, struct error *err) MUST_CHECK;

/*
 * Reads a reply to look into it: any JSON, of at most JSON_DEPTH_REPLY levels. Odd values are read
 * as tree.h says, which is what the spans of the text say too; of a repeated member the last one
 * counts. *out_value is as for json_read(). Returns false if the text is not such JSON, or if
 * memory runs out. *err, which may be NULL, is then ERROR_REPLY if the tree would take too much
 * memory, otherwise ERROR_INTERNAL: give it only for a text that is known to be JSON.
 */
bool json_read_reply(
	const char *text, size_t len, struct json_object **out_value, struct error *err) MUST_CHECK;

#endif
