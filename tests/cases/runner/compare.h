/* SPDX-License-Identifier: Apache-2.0 */
/* Expected and found, compared; every difference is complained about. */
#ifndef COMPARE_H
#define COMPARE_H

#include "pattern.h"
#include "test_case.h"

#include <json-c/json.h>

/*
 * Reads text as exactly one JSON document, strictly. what names it in the complaint. Returns
 * false when it is none; *out_value is NULL for the document null.
 */
bool compare_read(
	const char *text, size_t len, const char *what, struct json_object **out_value) MUST_CHECK;

/*
 * Compares as values, the order of members aside. Strings of expected are patterns; the string
 * "@NUMBER@" is any number and "@VALUE@" anything. includes: what expected does not name may be
 * there too. where names the document; the place in it follows as a JSON Pointer.
 */
void compare_values(struct json_object *expected, struct json_object *found, bool includes,
	const char *where, struct bindings *bindings);

/* Compares JSON text with what the case says. Does both of the above. */
void compare_json(const struct value *expected, const char *text, size_t len, bool includes,
	const char *where, struct bindings *bindings);

/* Compares text with a pattern; the first line that differs is shown. */
void compare_text(const char *expected, size_t expected_len, const char *text, size_t len,
	const char *where, struct bindings *bindings);

#endif
