/* SPDX-License-Identifier: Apache-2.0 */
/* Entries of PagerDuty's incident log, and the events that they are. */
#ifndef POLL_ENTRY_H
#define POLL_ENTRY_H

#include "base/text.h"
#include "json/span.h"

#include <stdbool.h>
#include <stdint.h>

enum { ENTRY_ID = 64, ENTRY_KIND = 64 }; /* bytes, NUL included; longer ones are cut */

/* One entry; its text is borrowed from the list. */
struct entry {
	struct span record;
	char id[ENTRY_ID]; /* "Q02JTSNZWHSEKV" */
	char kind[ENTRY_KIND]; /* its type: "trigger_log_entry" */
	int64_t time; /* when it was made: seconds since 1970 */
	size_t place; /* in the list */
};

struct entries {
	struct entry *all; /* owned; the oldest first */
	size_t count;
};

/*
 * Reads a JSON array, as list_all gives it, and sorts its entries by time, the oldest first.
 * Entries of the same second keep their order if PagerDuty listed the oldest first, else the order
 * is reversed. Entries without an id or a time are left out and counted in *out_odd. False without
 * memory.
 */
bool entries_read(struct span list, struct entries *out, unsigned *out_odd) MUST_CHECK;

void entries_done(struct entries *entries);

/*
 * The type of the event that an entry stands for, such as "incident.triggered". NULL if it is no
 * event: a notification, or the assignment that PagerDuty makes together with a trigger.
 */
const char *entry_event_type(const struct entry *entry, const struct entries *among);

/*
 * Adds the payload of the trigger: as a webhook's (trigger pagerduty.event), with source poll. Its
 * data is the incident as webhooks have it, as far as it is in the entry. False without memory.
 */
bool entry_add_payload(const struct entry *entry, const char *event_type, const char *account,
	struct text *out) MUST_CHECK;

#endif
