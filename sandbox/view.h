/* SPDX-License-Identifier: Apache-2.0 */
/* How a record looks in a reply. */
#ifndef VIEW_H
#define VIEW_H

#include "call.h"

/*
 * A copy of a record as PagerDuty shows it: with what refers to it (a service's integrations, a
 * user's contact methods), with the references that include[] names replaced by what they refer
 * to, and without the members that are ours. Returns a new reference.
 */
struct json_object *view(const struct call *call, struct json_object *record);

/*
 * A copy of a record without the members that are ours, and without what refers to it. Returns a
 * new reference.
 */
struct json_object *view_plain(struct json_object *record);

/* Answers with {name: view of record}. */
void view_answer(struct call *call, long status, const char *name, struct json_object *record);

#endif
