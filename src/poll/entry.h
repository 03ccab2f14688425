/* SPDX-License-Identifier: Apache-2.0 */
/* Reads entries of PagerDuty's incident log, and turns them into events like those of webhooks. */
#ifndef POLL_ENTRY_H
#define POLL_ENTRY_H

#include "base/text.h"
#include "json/span.h"

#include <stdbool.h>
#include <stdint.h>

enum { ENTRY_ID = 64, ENTRY_KIND = 64 }; /* bytes, NUL included; longer ones are cut */

/* One entry. record is borrowed from the list. */
struct entry {
	struct span record;
	char id[ENTRY_ID]; /* "Q02JTSNZWHSEKV" */
	char kind[ENTRY_KIND]; /* its type: "trigger_log_entry" */
	int64_t time; /* when it was made, in seconds since 1970 */
	size_t place; /* its position in the list */
};

struct entries {
	struct entry *all; /* owned; sorted, the oldest first */
	size_t count;
};

/*
 * Reads a JSON array of entries, as list_all() makes it, and sorts them by time, the oldest first.
 * If PagerDuty listed the newest first, entries of the same second are reversed too. Entries
 * without an id, a type or a time are left out and counted in *out_skipped. Returns false if memory
 * runs out.
 */
bool entries_read(struct span list, struct entries *out, unsigned *out_skipped) MUST_CHECK;

void entries_done(struct entries *entries);

/*
 * Returns the type of an entry's event, such as "incident.triggered". Returns NULL if the entry is
 * no event: a notification, or the assignment that PagerDuty makes together with a trigger.
 */
const char *entry_event_type(const struct entry *entry, const struct entries *all);

/*
 * Adds the payload of the trigger pagerduty.event (triggers/event.yaml), with "poll" as its source.
 * Its data is the incident as a webhook has it, as far as the entry contains it. Returns false if
 * memory runs out.
 */
bool entry_add_payload(const struct entry *entry, const char *event_type, const char *account,
	struct text *out) MUST_CHECK;

#endif
