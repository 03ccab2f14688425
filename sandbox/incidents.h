/* SPDX-License-Identifier: Apache-2.0 */
/* Incidents, and how they move between triggered, acknowledged and resolved. */
#ifndef INCIDENTS_H
#define INCIDENTS_H

#include <json-c/json.h>
#include <stdbool.h>

/*
 * Opens an incident on a service, or finds the open one with this key (NULL: none). details and key may be NULL. *out_new: whether it
 * was opened. Borrowed.
 */
struct json_object *incidents_open(struct json_object *service, const char *title, const char *key,
	struct json_object *details, bool *out_new);

/* The open incident with this key on a service, or NULL. Borrowed. */
struct json_object *incidents_find_open(struct json_object *service, const char *key);

/* Moves an incident to a status; actor is who did it, or NULL. False when it is resolved already and cannot be moved. */
bool incidents_move(struct json_object *incident, const char *status, struct json_object *actor);

#endif
