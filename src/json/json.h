/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Helpers for json-c: reading members, and building trees with one check for memory. json/read.h
 * parses.
 */
#ifndef JSON_H
#define JSON_H

#include "base/text.h"

#include <json-c/json.h>

enum {
	JSON_DEPTH_PARAMETERS = 64, /* levels of nesting accepted on stdin */
	JSON_DEPTH_REPLY = 256, /* and in a reply */
};

/* For scoped(): releases the reference and takes NULL. */
void json_put_at(struct json_object **object);

/* The member's string, or NULL when object is NULL, not an object, or has no such string. Borrowed. */
const char *json_string(struct json_object *object, const char *name);

/* The member, or NULL. Borrowed. */
struct json_object *json_member(struct json_object *object, const char *name);

/*
 * Takes value over and adds it under name, replacing what was there. Returns false, with value
 * released, when value or object is NULL (its maker had no memory) or there is no memory.
 */
bool json_add(struct json_object *object, const char *name, struct json_object *value) MUST_CHECK;

/* Adds a new reference to value; the caller keeps its own. A NULL value is JSON's null. */
bool json_add_reference(
	struct json_object *object, const char *name, struct json_object *value) MUST_CHECK;

/* Adds a copy of a string. Fails as json_add. */
bool json_add_string(struct json_object *object, const char *name, const char *string) MUST_CHECK;

/* Adds an array of copies of strings, which NULL ends. Fails as json_add. */
bool json_add_strings(
	struct json_object *object, const char *name, const char *const *strings) MUST_CHECK;

/* As json_add, at the end of an array. */
bool json_append(struct json_object *array, struct json_object *value) MUST_CHECK;

/*
 * Adds the value's compact text; slashes and non-ASCII characters as they are. Returns false
 * without memory. A text that is secret leaves no copy in the value.
 */
bool json_print(struct text *out, struct json_object *value) MUST_CHECK;

/* Overwrites a copy that json-c returned as const and that nobody reads afterwards. */
void json_overwrite(const char *bytes, size_t len);

/* The length of that text; 0 without memory. */
size_t json_size(struct json_object *value);

/* Overwrites the bytes of every string in a tree that is about to be released. Takes NULL. */
void json_wipe(struct json_object *value);

/* English for a JSON type: "a string", "an integer", ... */
const char *json_type_words(struct json_object *value);

#endif
