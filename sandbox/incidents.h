/* SPDX-License-Identifier: Apache-2.0 */
/* Incidents, and how they move between triggered, acknowledged and resolved. */
#ifndef INCIDENTS_H
#define INCIDENTS_H

#include <json-c/json.h>
#include <stdbool.h>

/* The open incident with this key on a service, or NULL. Borrowed. */
struct json_object *incidents_find_open(struct json_object *service, const char *key);

/*
 * Opens an incident on a service and assigns it to the user on call by the escalation policy. key
 * NULL: a new key is made. actor is the user who did it; NULL: the service itself. Borrowed.
 */
struct json_object *incidents_open(
	struct json_object *service, const char *title, const char *key, struct json_object *actor);

/*
 * Gives an incident the alert of an event; one that was opened by hand has none. details, severity:
 * may be NULL.
 */
void incidents_add_alert(
	struct json_object *incident, struct json_object *details, const char *severity);

/*
 * Moves an incident to a status; a resolved one that is moved is open again. note goes into the
 * log entry; may be NULL. Returns 0, or PagerDuty's code for what cannot be: 1001 to 1003
 * (REST-API/14-Errors of its documents), when nothing is changed.
 */
long incidents_move(struct json_object *incident, const char *status, struct json_object *actor,
	const char *note);

/*
 * Assigns an incident to the users on call at a level, from 1, of its escalation policy, by
 * themselves or by a schedule. If the policy has no such level, it returns false and nobody is
 * assigned.
 */
bool incidents_escalate(struct json_object *incident, size_t level, struct json_object *actor);

/*
 * Assigns an incident to users, instead of those it was assigned to, and notifies them. actor as
 * above.
 */
void incidents_assign(
	struct json_object *incident, struct json_object *users, struct json_object *actor);

/* Resolves source into an incident, which takes over its alerts. */
void incidents_merge(
	struct json_object *incident, struct json_object *source, struct json_object *actor);

/*
 * Acknowledges an incident, and triggers it again after so many seconds. Returns as incidents_move.
 */
long incidents_snooze(struct json_object *incident, int64_t seconds, struct json_object *actor);

/* Triggers again what has been snoozed long enough. To be called before anything is answered. */
void incidents_wake(void);

/* Sets the title, and the summary that shows it. */
void incidents_set_title(struct json_object *incident, const char *title);

bool incidents_is_open(struct json_object *incident);

/*
 * Adds an entry to an incident's log. type: such as "annotate_log_entry"; did: "Noted". note: may
 * be NULL.
 */
void incidents_log(struct json_object *incident, const char *type, const char *did,
	struct json_object *actor, const char *note);

#endif
