/* SPDX-License-Identifier: Apache-2.0 */
/* What the sandbox remembers, in memory: collections of records. */
#ifndef STORE_H
#define STORE_H

#include <json-c/json.h>
#include <stdbool.h>

#define SANDBOX_API_KEY "sandbox-api-key-0000"
#define SANDBOX_USER_KEY "sandbox-user-key-000" /* of SANDBOX_USER */
#define SANDBOX_SERVICE_KEY "5a4db0c0000000000000000000000001" /* of Events API v1 */
#define SANDBOX_ROUTING_KEY "5a4db0c0000000000000000000000002" /* of Events API v2 */
#define SANDBOX_USER "ana@example.com"

/*
 * Opens the store with what it starts with: users, a team, a schedule, an escalation policy,
 * services with integrations.
 */
void store_open(void);
void store_close(void);

/* All records of a collection ("incidents"), oldest first; made when it is not there. Borrowed. */
struct json_object *store_all(const char *collection);

/* The record with this id, or NULL. Borrowed. */
struct json_object *store_find(const char *collection, const char *id);

/* The first record whose member is this text, or NULL. Borrowed. */
struct json_object *store_find_by(const char *collection, const char *member, const char *text);

/*
 * Adds a record, giving it what PagerDuty gives, whatever it says itself: id, type, summary,
 * self, html_url; created_at unless it has one. Takes it over; the result is borrowed.
 */
struct json_object *store_add(const char *collection, const char *type, struct json_object *record);

/*
 * Adds a record that gets only an id: PagerDuty shows no type, summary or links for it. As
 * store_add.
 */
struct json_object *store_add_plain(const char *collection, struct json_object *record);

/* Sets summary anew, after a change of the name or title. */
void store_summarize(struct json_object *record);

void store_remove(const char *collection, const char *id);

/*
 * The collection of records and references of a type ("user", "user_reference",
 * "email_contact_method"), or NULL.
 */
const char *store_collection(const char *type);

/*
 * {"id", "type": type_reference, "summary", "self", "html_url"} of a record. Returns a new
 * reference.
 */
struct json_object *store_reference(struct json_object *record);

/* Returns whether a value is, or holds at any depth, a reference to this id. */
bool store_mentions(struct json_object *value, const char *id);

/* The first user that a value mentions, or NULL. Borrowed. */
struct json_object *store_first_user(struct json_object *value);

/*
 * Completes the references that a caller gave by id and type, at any depth. Returns false at the
 * first one whose record does not exist; *out_type is its type, borrowed from value.
 */
bool store_complete(struct json_object *value, const char **out_type);

/* Now, as PagerDuty writes it. Returns a new reference. */
struct json_object *store_now(void);

/* A key of 32 hexadecimal digits, never the same twice. Returns a new reference. */
struct json_object *store_new_key(void);

#endif
