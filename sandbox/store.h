/* SPDX-License-Identifier: Apache-2.0 */
/* The records of the sandbox, in memory, in collections. */
#ifndef STORE_H
#define STORE_H

#include <json-c/json.h>
#include <stdbool.h>

#define SANDBOX_API_KEY "sandbox-api-key-0000"
#define SANDBOX_USER_KEY "sandbox-user-key-000" /* key of SANDBOX_USER */
#define SANDBOX_SERVICE_KEY "5a4db0c0000000000000000000000001" /* of Events API v1 */
#define SANDBOX_ROUTING_KEY "5a4db0c0000000000000000000000002" /* of Events API v2 */
#define SANDBOX_USER "ana@example.com"

/*
 * Creates the first records: users, a team, a schedule, an escalation policy, services with
 * integrations.
 */
void store_open(void);
void store_close(void);

/*
 * Returns the records of a collection ("incidents"), the oldest first. Creates the collection if it
 * does not exist. Borrowed.
 */
struct json_object *store_all(const char *collection);

/* Returns the record with an id, or NULL. Borrowed. */
struct json_object *store_find(const char *collection, const char *id);

/* Returns the first record with this text in a member, or NULL. Borrowed. */
struct json_object *store_find_by(const char *collection, const char *member, const char *text);

/*
 * Adds a record and sets the members that PagerDuty sets: id, type, summary, self, html_url, and
 * created_at if it has none. Takes the record over; the result is borrowed.
 */
struct json_object *store_add(const char *collection, const char *type, struct json_object *record);

/*
 * Like store_add(), but sets only an id: PagerDuty shows no type, summary or links of such records.
 */
struct json_object *store_add_plain(const char *collection, struct json_object *record);

/* Sets the summary again after a change of the name or title. */
void store_summarize(struct json_object *record);

void store_remove(const char *collection, const char *id);

/* Returns the collection of a type ("user", "user_reference", "email_contact_method"), or NULL. */
const char *store_collection(const char *type);

/*
 * Makes {"id", "type": type_reference, "summary", "self", "html_url"} of a record. Returns a new
 * reference.
 */
struct json_object *store_reference(struct json_object *record);

/* Returns whether a value is, or contains at any level, a reference to an id. */
bool store_mentions(struct json_object *value, const char *id);

/* Returns the first user to whom a value refers, or NULL. Borrowed. */
struct json_object *store_first_user(struct json_object *value);

/*
 * Completes the references that a caller gave by id and type, at any depth. Returns false at the
 * first one whose record does not exist; *out_type is its type, borrowed from value.
 */
bool store_complete(struct json_object *value, const char **out_type);

/* Returns a new reference to the present time as PagerDuty writes it. */
struct json_object *store_now(void);

/* Makes a key of 32 hexadecimal digits, each only once. Returns a new reference. */
struct json_object *store_new_key(void);

#endif
