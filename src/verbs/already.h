/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Says who acknowledged or resolved an incident. PagerDuty refuses to give an incident the status
 * that it has already, and does not say who gave it that status; the incident itself does.
 */
#ifndef VERBS_ALREADY_H
#define VERBS_ALREADY_H

#include "verbs/verb.h"

/*
 * Returns whether PagerDuty refused because an incident is acknowledged or resolved already.
 */
bool already_says(const struct error *failure);

/*
 * Adds "acknowledged by Ana Diaz since 2026-11-29T03:12:00Z", or "resolved by Bob Stone at ...".
 * Leaves out the name or the time if the incident does not have it. Adds nothing if the incident
 * has another status.
 */
void already_add(struct text *out, struct json_object *incident);

/* Adds "PT4KHLK is already ...", under the same conditions. */
void already_add_sentence(struct text *out, struct json_object *incident);

#endif
