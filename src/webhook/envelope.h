/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the envelope of a webhook, {"event": {...}}, and makes the payload of the trigger from it.
 */
#ifndef WEBHOOK_ENVELOPE_H
#define WEBHOOK_ENVELOPE_H

#include "base/text.h"
#include "json/span.h"

#include <stdbool.h>

enum { ENVELOPE_DEPTH = 64 }; /* levels of nesting; StackStorm's database allows 100 in all */

struct envelope {
	struct text id; /* "01BWDWL3NYY7LUFPZCC28QUCMK" */
	struct text type; /* "incident.triggered" */
	struct span members; /* the object of the event, within the body */
};

/*
 * Reads a body and makes it valid UTF-8 in place. out borrows from the body. Returns false if the
 * body contains no event; *out_problem says why.
 */
bool envelope_read(struct text *body, struct envelope *out, const char **out_problem) MUST_CHECK;

/* Returns whether the event is PagerDuty's test of a subscription: pagey.ping. */
bool envelope_is_ping(const struct envelope *event);

/*
 * Adds the payload: the event's members as they were received, null for each usual member that is
 * missing, source, and account. Returns false if memory runs out.
 */
bool envelope_add_payload(const struct envelope *event, const char *source, const char *account,
	struct text *out) MUST_CHECK;

void envelope_done(struct envelope *event);

#endif
