/* SPDX-License-Identifier: Apache-2.0 */
/* Incidents, which change between triggered, acknowledged and resolved. */
#ifndef INCIDENTS_H
#define INCIDENTS_H

#include <json-c/json.h>
#include <stdbool.h>

struct call;

/*
 * Returns the incident that the path of a call names by its id, or, if by_number is true, by its
 * number, as PagerDuty allows in calls that only read. If there is none, answers 404 and returns
 * NULL. Borrowed.
 */
struct json_object *incidents_find_called(struct call *call, bool by_number);

/* Returns the open incident with a key on a service, or NULL. Borrowed. */
struct json_object *incidents_find_open(struct json_object *service, const char *key);

/*
 * Opens an incident on a service and assigns it to the user on call by the escalation policy. If
 * key is NULL, makes a key. actor is the acting user, NULL for the service itself. The result is
 * borrowed.
 */
struct json_object *incidents_open(
	struct json_object *service, const char *title, const char *key, struct json_object *actor);

/*
 * Adds the alert of an event to an incident. details and severity may be NULL. An incident that was
 * opened by hand has no alert.
 */
void incidents_add_alert(
	struct json_object *incident, struct json_object *details, const char *severity);

/*
 * Sets the status of an incident. A resolved incident can be opened again. note is added to the log
 * entry and may be NULL. Returns 0. If the change is not possible, changes nothing and returns
 * PagerDuty's code (action/code.h).
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
 * Assigns an incident to users instead of its former assignees, and notifies them. actor as above.
 */
void incidents_assign(
	struct json_object *incident, struct json_object *users, struct json_object *actor);

/* Merges source into an incident: resolves source and moves its alerts. */
void incidents_merge(
	struct json_object *incident, struct json_object *source, struct json_object *actor);

/*
 * Acknowledges an incident and triggers it again after so many seconds. Returns as
 * incidents_move().
 */
long incidents_snooze(struct json_object *incident, int64_t seconds, struct json_object *actor);

/*
 * Triggers the incidents again whose snooze is over. Must be called before each request is
 * answered.
 */
void incidents_wake(void);

/* Sets the title, and the summary that contains it. */
void incidents_set_title(struct json_object *incident, const char *title);

bool incidents_is_open(struct json_object *incident);

/*
 * Adds an entry to an incident's log. type is for example "annotate_log_entry", did "Noted". note
 * may be NULL.
 */
void incidents_log(struct json_object *incident, const char *type, const char *did,
	struct json_object *actor, const char *note);

#endif
