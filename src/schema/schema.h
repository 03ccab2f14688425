/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Schema over json-c (draft 7; the keywords are listed in schema_check.c): the schemas of
 * schemas/ are compiled in by name, and check the `data` of actions before anything is sent.
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
 * The schema that `data` of an action is checked against, as a reference of the caller's own: the
 * compiled-in one of that name, or, where the action updates, what schema_for_update() makes of
 * it. NULL as schema_find().
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
 * Whether a schema is one that the functions here can use: keywords that they know, each with the
 * kind of value that it takes; references that lead to a schema and do not come back; names in
 * `required` that are in `properties`; defaults and enums that the schema itself takes. The
 * others must only be given such. False with ERROR_INTERNAL: where, and what is wrong.
 */
bool schema_sound(struct json_object *schema, struct error *err) MUST_CHECK;

/*
 * Fills in the defaults of members that value lacks, at every depth, also inside arrays; makes no
 * object that is not there. False without memory.
 */
bool schema_fill(
	struct json_object *schema, struct json_object *value, struct error *err) MUST_CHECK;

/*
 * The schema of a change to what is there, made of the schema of the whole: at its top only type
 * is required, since what is not given stays as it is (PagerDuty's REST-API/05-Endpoints: the
 * resource is told by id and type); and only members named "type" have defaults, so that no
 * setting is overwritten that was not named. Returns a new object, or NULL without memory.
 */
struct json_object *schema_for_update(struct json_object *schema) MUST_CHECK;

/*
 * The schema as StackStorm's action metadata writes it: `required: true` at the property instead
 * of a list of names, and none of what StackStorm refuses at registration. Says no more than the
 * schema does, so that StackStorm refuses nothing that the program takes (but for integers
 * written as 5.0). Returns a new object, or NULL without memory.
 */
struct json_object *schema_for_stackstorm(struct json_object *schema) MUST_CHECK;

/* Frees the schemas that were parsed. */
void schema_free_all(void);

#endif
