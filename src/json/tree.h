/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a json-c tree from JSON text in one pass, and reports odd values. */
#ifndef JSON_TREE_H
#define JSON_TREE_H

#include "base/scope.h"
#include "json/span.h"

#include <json-c/json.h>

/*
 * A tree may take this many bytes of memory, and so many more for each byte of its text, as far as
 * they can be estimated. Without this limit "[{},{},...]" takes more than 250 for each byte.
 */
enum { TREE_ROOM = 256 << 20, TREE_ROOM_PER_BYTE = 8 };

struct tree {
	struct json_object *value; /* NULL for the document `null` */
	struct span document; /* within the text */

	/* What is wrong with the first odd value (odd.h), and its place; NULL if there is none. */
	const char *problem, *problem_place;

	/* The first duplicate name in an object, with its quotes, at its second place. */
	struct span twice;
};

enum tree_result {
	TREE_READ,
	TREE_BAD, /* the text is not JSON */
	TREE_DEEP, /* the text has more than depth levels */
	TREE_LARGE, /* the tree would take too much memory */
	TREE_NO_MEMORY,
};

/*
 * Reads exactly one document of less than 2 GiB. Odd values are kept as well as possible: U+FFFD
 * replaces what a text cannot contain, and a number that is not an integer of 64 bits is printed
 * with its own digits. If a name appears twice, the last member counts; names that became equal
 * only by U+FFFD are not reported in twice. On success the caller owns out->value. Otherwise *out
 * is not changed, and *out_bad is the place of the first wrong byte, or the end if the text ends
 * too early.
 */
enum tree_result tree_read(
	const char *text, size_t len, int depth, struct tree *out, const char **out_bad) MUST_CHECK;

#endif
