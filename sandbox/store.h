/* SPDX-License-Identifier: Apache-2.0 */
/* What the sandbox remembers, in memory: collections of objects. */
#ifndef STORE_H
#define STORE_H

#include "scope.h"

#include <json-c/json.h>

#define SANDBOX_API_KEY "sandbox-api-key-0000"
#define SANDBOX_KEY \
	"5a4db0c0000000000000000000000001" /* integration key, of Events API v1 and v2 */
#define SANDBOX_USER "ana@example.com"

/* Opens the store with what it starts with: users, a team, an escalation policy, schedules, services with integrations. */
void store_open(void);
void store_close(void);

/* All objects of a collection ("incidents"), oldest first; made when it is not there. Borrowed. */
struct json_object *store_all(const char *collection);

/* The object with this id, or NULL. Borrowed. */
struct json_object *store_find(const char *collection, const char *id);

/* The first object whose member is this text, or NULL. Borrowed. */
struct json_object *store_find_by(const char *collection, const char *member, const char *text);

/*
 * Adds an object, giving it what PagerDuty gives: id, type, summary, self and html_url, created_at. Takes it over; the result
 * is borrowed. type: of the object, such as "incident".
 */
struct json_object *store_add(const char *collection, const char *type, struct json_object *object);

void store_remove(const char *collection, const char *id);

/* {"id", "type": type_reference, "summary", "self", "html_url"} of an object. New. */
struct json_object *store_reference(struct json_object *object);

/* Now, as PagerDuty writes it. New. */
struct json_object *store_now(void);

/* The next number of incidents. */
int store_next_number(void);

#endif
