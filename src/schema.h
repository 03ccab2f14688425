/* SPDX-License-Identifier: Apache-2.0 */
/*
 * JSON Schema (the keywords listed in schema.c) over json-c: the schemas of schemas/ are compiled in by name and check the
 * `data` of create and update actions before anything is sent.
 */
#ifndef SCHEMA_H
#define SCHEMA_H

#include "error.h"

#include <json-c/json.h>
#include <stdbool.h>

/* The compiled-in schema of that name ("service.create" for schemas/service.create.json), parsed on first use; NULL when
 * there is none. Borrowed, alive until schema_free_all(). */
struct json_object *schema_find(const char *name);

/* Walks the names of the compiled-in schemas, sorted; NULL past the end. */
const char *schema_name(size_t index);

/*
 * Checks value against schema. Each problem is added to err (error_add_problem) as
 * "data/escalation_policy/type: must be one of escalation_policy, escalation_policy_reference, not \"policy\"":
 * where, the JSON Pointer (RFC 6901) below that name, what is right, and what was found, cut to a readable length. A value at a member
 * whose schema says "writeOnly" is not shown. Returns true when there is none.
 */
bool schema_check(struct json_object *schema, struct json_object *value, const char *where, struct error *err) MUST_CHECK;

/*
 * Fills in the defaults of members that value lacks, at every depth, also inside arrays; creates no object that is
 * not there. only_types: fill in the members named "type" alone (updates: no live setting may be overwritten).
 */
bool schema_fill(struct json_object *schema, struct json_object *value, bool only_types, struct error *err) MUST_CHECK;

/*
 * The schema in StackStorm's dialect, for the action's metadata: boolean `required` on each property instead of a list, $ref
 * expanded, what StackStorm refuses at registration left out (research stackstorm-contract section 7). Returns a new
 * object, or NULL without memory.
 */
struct json_object *schema_for_stackstorm(struct json_object *schema) MUST_CHECK;

void schema_free_all(void);

#endif
