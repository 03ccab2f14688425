/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The integration key of an event in the queue. The events of one key form a lane and keep their
 * order. A key of the configuration is stored by its name and found again by it; a key that the
 * caller gave is stored itself.
 */
#ifndef QUEUE_KEY_H
#define QUEUE_KEY_H

#include "base/text.h"
#include "queue/event.h"
#include "request/request.h"

struct queue_key {
	const char *account; /* borrowed from the configuration; NULL: the top level */
	struct text name; /* in the configuration: "routing_keys.database"; empty: */
	const char *given; /* what the caller gave; borrowed from values */
	int64_t lane; /* above 0: the same for all events of the key, whatever API they go to */
};

/*
 * Finds the key that a request for an event carries in its body, built from values. A key that
 * the caller gave is known by its name where the configuration has it. False without memory.
 */
bool queue_key_find(const struct request *request, struct json_object *values,
	const struct config *config, struct queue_key *out) MUST_CHECK;

void queue_key_done(struct queue_key *key);

/*
 * The key of an event that is kept, with its present value; the event's account must be chosen.
 * Borrowed from the configuration or the event. ERROR_CONFIG where the configuration has it no
 * longer. It is made known to redact.h.
 */
bool queue_key_value(struct config *config, const struct queue_event *event, const char **out,
	struct error *err) MUST_CHECK;

/*
 * Adds what people call the key of an event: its name in the configuration, or, for a key that a
 * caller gave, the start of its digest: "given:3f2a9c10". False without memory.
 */
bool queue_key_show(const struct queue_event *event, struct text *out) MUST_CHECK;

#endif
