/* SPDX-License-Identifier: Apache-2.0 */
/* The envelope of a webhook, {"event": {...}}, and the payload of the trigger that is made of it. */
#ifndef WEBHOOK_ENVELOPE_H
#define WEBHOOK_ENVELOPE_H

#include "base/text.h"
#include "json/span.h"

#include <stdbool.h>

enum { ENVELOPE_DEPTH = 64 }; /* levels of nesting; StackStorm's database takes 100 in all */

struct envelope {
	struct text id; /* "01BWDWL3NYY7LUFPZCC28QUCMK" */
	struct text type; /* "incident.triggered" */
	struct span members; /* the whole event, within the body */
};

/*
 * Reads a body, which is made valid UTF-8 in place and must stay as long as the event. False when
 * it is no event: *out_problem says why.
 */
bool envelope_read(struct text *body, struct envelope *out, const char **out_problem) MUST_CHECK;

/* Whether it is PagerDuty's test: pagey.ping. */
bool envelope_is_ping(const struct envelope *event);

/*
 * Adds the payload: the event's members as they came, those missing of the usual ones as null,
 * source and account. False without memory.
 */
bool envelope_add_payload(const struct envelope *event, const char *source, const char *account,
	struct text *out) MUST_CHECK;

void envelope_done(struct envelope *event);

#endif
