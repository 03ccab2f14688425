/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the parts of the schema checker: the keywords, and the functions that check them. */
#ifndef SCHEMA_KEYWORD_H
#define SCHEMA_KEYWORD_H

#include "base/error.h"
#include "base/text.h"

#include <json-c/json.h>

/*
 * The place of a value: a chain from the value up to the document. It is turned into text only if
 * there is a problem.
 */
struct schema_place {
	/* NULL at the top; name is then the caller's name for the document. */
	const struct schema_place *up;
	const char *name; /* of the member; NULL for an element */
	size_t index; /* of the element */
};

/* Adds "data/targets/0": the document's name and a JSON Pointer (RFC 6901). */
void schema_add_place(struct text *out, const struct schema_place *place);

/* Collects problems. If err is NULL, they are only counted. */
struct schema_tally {
	struct error *err;
	size_t problems;
};

/* A value and the schema that it is checked against. */
struct schema_subject {
	struct json_object *root; /* the whole schema, for $ref */
	struct json_object *schema;
	struct json_object *value;
	const struct schema_place *place;
	struct schema_tally *tally;
};

/* What a keyword's own value must be. */
enum keyword_holds {
	HOLDS_ANY,
	HOLDS_COUNT, /* an integer, at least 0 */
	HOLDS_FLAG,
	HOLDS_FORMAT, /* the name of a format that the checker knows */
	HOLDS_MAP, /* an object of schemas */
	HOLDS_NAMES, /* an array of texts */
	HOLDS_NUMBER,
	HOLDS_REFERENCE, /* a text that refers to a schema */
	HOLDS_SCHEMA,
	HOLDS_SCHEMAS, /* an array of them, at least one */
	HOLDS_STEP, /* a number above 0 */
	HOLDS_TEXT,
	HOLDS_TYPES, /* a type, or an array of types */
	HOLDS_VALUE, /* a value that passes the schema that contains the keyword */
	HOLDS_VALUES, /* an array of them, at least one */
};

struct keyword {
	const char *name;
	enum keyword_holds holds;
	void (*check)(struct json_object *keyword,
		const struct schema_subject *subject); /* NULL: nothing is checked */
};

/* Finds a keyword by its name. Returns NULL if there is none. */
const struct keyword *schema_keyword(const char *name);

/*
 * Follows the $ref of a schema. Returns the schema that it refers to, or the schema itself if it
 * has no $ref. Returns NULL if the reference has no target or is circular. The result is borrowed.
 */
struct json_object *schema_resolve(struct json_object *root, struct json_object *schema);

/* Checks the subject's value against the given schema instead of the subject's. */
void schema_check_against(struct json_object *schema, const struct schema_subject *subject);

/* Adds "PLACE SENTENCE" to the tally. */
void schema_add_problem(const struct schema_subject *subject, const char *sentence);

/* Adds "PLACE must be RIGHT, not VALUE" to the tally. */
void schema_refuse(const struct schema_subject *subject, const char *right);

/* Returns whether JSON Schema has this type (schema/type.c). */
bool schema_is_type(const char *name);

/* Returns whether value has the type, or one of the types, of a schema's `type`. */
bool schema_has_type(struct json_object *value, struct json_object *types);

/* Adds the types in words: "an integer or an object". null is named only if there is no other. */
void schema_add_types(struct text *out, struct json_object *types);

/* Returns whether the checker knows this format. */
bool schema_is_format(const char *name);

/*
 * The functions that check keywords. Those in schema/assert.c check what a value is, those in
 * schema/limit.c how large it is.
 */
void schema_assert_const(struct json_object *keyword, const struct schema_subject *subject);
void schema_assert_enum(struct json_object *keyword, const struct schema_subject *subject);
void schema_assert_format(struct json_object *keyword, const struct schema_subject *subject);
void schema_assert_required(struct json_object *keyword, const struct schema_subject *subject);
void schema_assert_type(struct json_object *keyword, const struct schema_subject *subject);
void schema_assert_unique(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_exclusive_maximum(
	struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_exclusive_minimum(
	struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_max_items(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_max_length(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_maximum(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_min_items(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_min_length(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_minimum(struct json_object *keyword, const struct schema_subject *subject);
void schema_limit_multiple(struct json_object *keyword, const struct schema_subject *subject);

#endif
