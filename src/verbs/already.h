/* SPDX-License-Identifier: Apache-2.0 */
/*
 * PagerDuty refuses to acknowledge or resolve an incident that has the status already, and does not
 * say who gave it that. The incident itself says so.
 */
#ifndef VERBS_ALREADY_H
#define VERBS_ALREADY_H

#include "verbs/verb.h"

/* Returns whether PagerDuty refused since an incident is acknowledged or resolved already. */
bool already_says(const struct error *failure);

/*
 * Adds "acknowledged by Ana Diaz since 2026-11-29T03:12:00Z", or "resolved by Bob Stone at ...", as
 * far as the incident tells. Adds nothing if it has another status, and names nobody whom it does
 * not name.
 */
void already_add(struct text *out, struct json_object *incident);

/* Adds "PT4KHLK is already ...", under the same conditions. */
void already_add_sentence(struct text *out, struct json_object *incident);

#endif
