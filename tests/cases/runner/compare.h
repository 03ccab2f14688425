/* SPDX-License-Identifier: Apache-2.0 */
/* Compares expected with found values. Each difference is a complaint. */
#ifndef COMPARE_H
#define COMPARE_H

#include "pattern.h"
#include "test_case.h"

#include <json-c/json.h>

/*
 * Reads text strictly as exactly one JSON document. what names it in the complaint. Returns false
 * if it is not one. *out_value is NULL for the document null.
 */
bool compare_read(
	const char *text, size_t len, const char *what, struct json_object **out_value) MUST_CHECK;

/*
 * Compares values; the order of members does not matter. Strings of expected are patterns; the
 * string "@NUMBER@" is any number and "@VALUE@" any value. If includes is true, found may have more
 * members. where names the document in complaints, and is followed by a JSON Pointer.
 */
void compare_values(struct json_object *expected, struct json_object *found, bool includes,
	const char *where, struct bindings *bindings);

/* Reads JSON text and compares it with the case: both functions above. */
void compare_json(const struct value *expected, const char *text, size_t len, bool includes,
	const char *where, struct bindings *bindings);

/* Compares text with a pattern; the first line that differs is shown. */
void compare_text(const char *expected, size_t expected_len, const char *text, size_t len,
	const char *where, struct bindings *bindings);

#endif
