/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Schema for json-c (draft 7; schema/check.c lists the keywords). The schemas in schemas/ are
 * compiled into the program. They check the `data` of actions before anything is sent.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "base/error.h"

#include <json-c/json.h>
#include <stdbool.h>

/*
 * Returns a compiled-in schema by its name ("service" is schemas/service.json). It is parsed on
 * first use. Returns NULL if there is none, or if memory runs out. The result is borrowed, and
 * valid until schema_free_all().
 */
struct json_object *schema_find(const char *name);

/*
 * Returns a new reference to the schema that checks the `data` of an action: a compiled-in schema,
 * or, if updates is true, what schema_for_update() makes of it. Returns NULL if there is none, or
 * if memory runs out.
 */
struct json_object *schema_for_data(const char *name, bool updates) MUST_CHECK;

/*
 * Returns a name of a compiled-in schema. They are sorted. Returns NULL if index is past the end.
 */
const char *schema_name(size_t index);

/*
 * Checks value against schema. Adds each problem to err, with its place and what would be right:
 * "data/escalation_policy/type must be one of escalation_policy, escalation_policy_reference, not
 * \"policy\"". The place is where, a name for the document, and a JSON Pointer (RFC 6901). Returns
 * whether there is no problem.
 */
bool schema_check(struct json_object *schema, struct json_object *value, const char *where,
	struct error *err) MUST_CHECK;

/*
 * Checks that the functions of this header can use a schema. They must know its keywords, and each
 * keyword must have the right kind of value. References must lead to a schema and not be circular.
 * Names in `required` must be in `properties`. Defaults and enum values must pass the schema that
 * contains them. The other functions must not be given a schema that fails here. Fails with
 * ERROR_INTERNAL, which says where and what is wrong.
 */
bool schema_is_valid(struct json_object *schema, struct error *err) MUST_CHECK;

/*
 * Fills in the defaults of members that value lacks, at every level, also inside arrays. Does not
 * create objects that are missing. Returns false with *err set if memory runs out.
 */
bool schema_fill(
	struct json_object *schema, struct json_object *value, struct error *err) MUST_CHECK;

/*
 * Makes from the schema of a whole thing the schema of a change to an existing thing. At the top
 * level only type is required, because PagerDuty does not change members that are missing
 * (REST-API/05-Endpoints of its developer documents). Only members named "type" keep their
 * defaults, so that no setting is overwritten that the caller did not give. Returns a new object,
 * or NULL if memory runs out.
 */
struct json_object *schema_for_update(struct json_object *schema) MUST_CHECK;

/*
 * Converts a schema for StackStorm's action metadata: `required: true` stands at the property
 * instead of in a list of names, and keywords that StackStorm does not register are left out. The
 * result is never stricter than the schema, so that StackStorm refuses nothing that the program
 * accepts, except integers that are written as 5.0. Returns a new object, or NULL if memory runs
 * out.
 */
struct json_object *schema_for_stackstorm(struct json_object *schema) MUST_CHECK;

/* Frees the schemas that were parsed. */
void schema_free_all(void);

#endif
