/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Helpers for json-c: read members, and build trees with one check for memory. json/read.h parses.
 */
#ifndef JSON_H
#define JSON_H

#include "base/text.h"

#include <json-c/json.h>

enum {
	JSON_DEPTH_PARAMETERS = 64, /* levels of nesting accepted on stdin */
	JSON_DEPTH_REPLY = 256, /* levels of nesting accepted in a reply */
};

/* For scoped(): releases the reference. Takes NULL. */
void json_put_at(struct json_object **object);

/*
 * Returns a member that is a string, or NULL if there is none or if object is not an object.
 * Borrowed.
 */
const char *json_string(struct json_object *object, const char *name);

/* Returns a member, or NULL. Borrowed. */
struct json_object *json_member(struct json_object *object, const char *name);

/*
 * Adds value under name, or replaces the member. Takes value over. If value or object is NULL
 * (because memory ran out before), or if memory runs out, releases value and returns false.
 */
bool json_add(struct json_object *object, const char *name, struct json_object *value) MUST_CHECK;

/* Adds a new reference to value; the caller keeps its own. NULL is JSON's null. */
bool json_add_reference(
	struct json_object *object, const char *name, struct json_object *value) MUST_CHECK;

/* Adds a copy of a string. Fails as json_add() does. */
bool json_add_string(struct json_object *object, const char *name, const char *string) MUST_CHECK;

/* Adds an array with copies of strings, which end with NULL. Fails as json_add() does. */
bool json_add_strings(
	struct json_object *object, const char *name, const char *const *strings) MUST_CHECK;

/* Like json_add(), but adds value to the end of an array. */
bool json_append(struct json_object *array, struct json_object *value) MUST_CHECK;

/*
 * Makes a new array of at most `most` elements of an array, from start on. Returns NULL if memory
 * runs out.
 */
struct json_object *json_slice(struct json_object *list, size_t start, size_t most) MUST_CHECK;

/*
 * Adds the compact text of a value, without escaping slashes and non-ASCII characters. Returns
 * false if memory runs out. If out is secret, no copy of the text stays in the value.
 */
bool json_print(struct text *out, struct json_object *value) MUST_CHECK;

/* Overwrites a copy that json-c returned as const. Nobody may read it afterwards. */
void json_overwrite(const char *bytes, size_t len);

/* Returns the length of the text that json_print() adds, 0 if memory runs out. */
size_t json_size(struct json_object *value);

/* Overwrites the bytes of every string in a tree that is about to be released. Takes NULL. */
void json_wipe(struct json_object *value);

/* Returns whether value is a number. Integers are numbers too. */
bool json_is_number(struct json_object *value);

/* English for a JSON type: "a string", "an integer", ... */
const char *json_type_words(struct json_object *value);

#endif
