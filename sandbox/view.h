/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the form of a record in a reply. */
#ifndef VIEW_H
#define VIEW_H

#include "call.h"

/*
 * Makes a copy of a record as PagerDuty shows it. Adds records that refer to it (a service's
 * integrations, a user's contact methods), replaces the references named by include[] by their
 * records, and removes internal members. Returns a new reference.
 */
struct json_object *view(const struct call *call, struct json_object *record);

/*
 * Makes a copy of a record without internal members and without records that refer to it. Returns a
 * new reference.
 */
struct json_object *view_plain(struct json_object *record);

/* Answers with {name: RECORD}, where RECORD is the form of the record in a reply. */
void view_answer(struct call *call, long status, const char *name, struct json_object *record);

#endif
