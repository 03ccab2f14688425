/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Schema over json-c (draft 7; schema/check.c lists the keywords). The schemas in schemas/ are
 * compiled in by name; they check the `data` of actions before anything is sent.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "base/error.h"

#include <json-c/json.h>
#include <stdbool.h>

/*
 * The compiled-in schema of that name ("service" for schemas/service.json), parsed on first use;
 * NULL when there is none, or no memory. Borrowed, alive until schema_free_all().
 */
struct json_object *schema_find(const char *name);

/*
 * Returns a new reference to the schema that checks the `data` of an action: the compiled-in one of
 * that name, or, if updates is set, what schema_for_update() makes of it. NULL as schema_find().
 */
struct json_object *schema_for_data(const char *name, bool updates) MUST_CHECK;

/* The names of the compiled-in schemas, sorted: index from 0; NULL past the end. */
const char *schema_name(size_t index);

/*
 * Checks value against schema. Each problem is added to err: where it is, a name and the JSON
 * Pointer (RFC 6901) below it, and what is right: "data/escalation_policy/type must be one of
 * escalation_policy, escalation_policy_reference, not \"policy\"". Returns true when there is
 * none.
 */
bool schema_check(struct json_object *schema, struct json_object *value, const char *where,
	struct error *err) MUST_CHECK;

/*
 * Whether the functions of this header can use a schema: they know its keywords, and each keyword
 * has the kind of value that it takes; each reference leads to a schema and not in a circle; each
 * name in `required` is in `properties`; each default and each enum value passes the schema it
 * stands in. The other functions must not be given a schema that fails here. False with
 * ERROR_INTERNAL: where, and what is wrong.
 */
bool schema_sound(struct json_object *schema, struct error *err) MUST_CHECK;

/*
 * Fills in the defaults of members that value lacks, at every depth, also inside arrays; makes no
 * object that is not there. False without memory.
 */
bool schema_fill(
	struct json_object *schema, struct json_object *value, struct error *err) MUST_CHECK;

/*
 * Makes, from the schema of a whole thing, the schema of a change to an existing one. At the top
 * only type is required: what is not given stays as it is (PagerDuty's REST-API/05-Endpoints). Only
 * members named "type" keep their defaults, so that no setting is overwritten that the caller did
 * not name. Returns a new object, or NULL without memory.
 */
struct json_object *schema_for_update(struct json_object *schema) MUST_CHECK;

/*
 * The schema as StackStorm's action metadata writes it: `required: true` at the property instead of
 * a list of names, and none of what StackStorm refuses at registration. It is never stricter than
 * the schema, so StackStorm refuses nothing that the program takes, except integers written as 5.0.
 * Returns a new object, or NULL without memory.
 */
struct json_object *schema_for_stackstorm(struct json_object *schema) MUST_CHECK;

/* Frees the schemas that were parsed. */
void schema_free_all(void);

#endif
