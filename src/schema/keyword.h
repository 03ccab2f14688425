/* SPDX-License-Identifier: Apache-2.0 */
/* What the parts of the schema checker share: the keywords, and what one is checked with. */
#ifndef SCHEMA_KEYWORD_H
#define SCHEMA_KEYWORD_H

#include "base/error.h"
#include "base/text.h"

#include <json-c/json.h>

/*
 * Where a value stands: a chain from the value up to the document. It becomes text only if there is
 * a problem.
 */
struct schema_place {
	/* NULL: at the top, where name is what the caller calls the document. */
	const struct schema_place *up;
	const char *name; /* of the member; NULL for an element */
	size_t index; /* of the element */
};

/* Adds "data/targets/0": the document's name and a JSON Pointer (RFC 6901). */
void schema_add_place(struct text *out, const struct schema_place *place);

/* The problems found. If err is NULL, they are only counted. */
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
	HOLDS_COUNT, /* an integer from 0 */
	HOLDS_FLAG,
	HOLDS_FORMAT, /* a format that is checked */
	HOLDS_MAP, /* an object of schemas */
	HOLDS_NAMES, /* an array of texts */
	HOLDS_NUMBER,
	HOLDS_REFERENCE, /* a text that leads to a schema */
	HOLDS_SCHEMA,
	HOLDS_SCHEMAS, /* an array of them, at least one */
	HOLDS_STEP, /* a number above 0 */
	HOLDS_TEXT,
	HOLDS_TYPES, /* a type, or an array of types */
	HOLDS_VALUE, /* what passes the schema that the keyword is in */
	HOLDS_VALUES, /* an array of them, at least one */
};

struct keyword {
	const char *name;
	enum keyword_holds holds;
	void (*check)(struct json_object *keyword,
		const struct schema_subject *subject); /* NULL: says nothing */
};

/* The keyword of that name, or NULL when there is no such. */
const struct keyword *schema_keyword(const char *name);

/*
 * Follows the schema's $ref to the schema it names; returns the schema itself if it has none. NULL
 * if a reference leads nowhere or in a circle. Borrowed.
 */
struct json_object *schema_resolve(struct json_object *root, struct json_object *schema);

/* Checks the subject's value against another schema than the subject's. */
void schema_check_against(struct json_object *schema, const struct schema_subject *subject);

/* Adds "PLACE SENTENCE" to the tally. */
void schema_add_problem(const struct schema_subject *subject, const char *sentence);

/* Adds "PLACE must be RIGHT, not VALUE" to the tally. */
void schema_refuse(const struct schema_subject *subject, const char *right);

/* Whether value is of the type, or of one of the types, that a schema's `type` names. */
bool schema_has_type(struct json_object *value, struct json_object *types);

/* Adds the types in words: "an integer or an object". null is named only if it is the only one. */
void schema_add_types(struct text *out, struct json_object *types);

/* Whether value is a number, an integer or not. */
bool schema_is_number(struct json_object *value);

/* Whether JSON Schema has this type; whether the checker knows this format. */
bool schema_is_type(const char *name);
bool schema_is_format(const char *name);

/*
 * The checks of the keywords: schema/assert.c has those on what a value is, schema/limit.c those on
 * how large it is.
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
