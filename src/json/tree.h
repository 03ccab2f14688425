/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a json-c tree of JSON text in one pass, and says what was odd in it. */
#ifndef JSON_TREE_H
#define JSON_TREE_H

#include "base/scope.h"
#include "json/span.h"

#include <json-c/json.h>

struct tree {
	struct json_object *value; /* NULL for the document `null` */
	struct span document; /* within the text */

	/* What is wrong with the first odd value (odd.h), and where it is; NULL if none is odd. */
	const char *problem, *problem_place;

	/* The first name that stands twice in one object, with its quotes, where it stands again. */
	struct span twice;
};

enum tree_result {
	TREE_READ,
	TREE_BAD, /* the text is not JSON */
	TREE_DEEP, /* it has more than depth levels */
	TREE_NO_MEMORY,
};

/*
 * Reads exactly one document of less than 2 GiB. Odd values are kept as well as they can be: U+FFFD
 * replaces what a text cannot hold, and a number that is no integer of 64 bits is printed with the
 * digits it had. If a name stands twice, the last member counts; names that only became equal since
 * U+FFFD replaced something are not in twice. On success the caller owns out->value. Else *out is
 * untouched and *out_bad is the place of the first byte that cannot be right (the end: the text ends
 * too early).
 */
enum tree_result tree_read(
	const char *text, size_t len, int depth, struct tree *out, const char **out_bad) MUST_CHECK;

#endif
