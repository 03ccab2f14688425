/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The integration key of an event in the queue. The events of one key form a lane and keep their
 * order. For a key of the configuration its name is stored, and the key is read from the
 * configuration when the event is sent. A key that the caller gave is stored itself.
 */
#ifndef QUEUE_KEY_H
#define QUEUE_KEY_H

#include "base/text.h"
#include "queue/event.h"
#include "request/request.h"

struct queue_key {
	const char *account; /* borrowed from the configuration; NULL is its top level */
	struct text name; /* in the configuration: "routing_keys.database"; empty if given is set */
	const char *given; /* the key that the caller gave, borrowed from values; or NULL */
	int64_t lane; /* above 0; the same for all events of the key, whichever API they go to */
};

/*
 * Finds the integration key in the body of a request for an event; its row names an API. request
 * was built from values. If the configuration has a key that the caller gave, the key is stored by
 * its name too. The body has a key, because request_build() refuses an event without one. Returns
 * false if memory runs out.
 */
bool queue_key_find(const struct request *request, struct json_object *values,
	const struct config *config, struct queue_key *out) MUST_CHECK;

void queue_key_done(struct queue_key *key);

/*
 * Resolves the integration key of an event in the queue (config/resolve.h). The event's account
 * must be chosen.
 */
bool queue_key_resolve(
	struct config *config, const struct queue_event *event, struct error *err) MUST_CHECK;

/*
 * Finds the present value of an event's key, which queue_key_resolve() made ready. *out is borrowed
 * from the configuration or the event, and is remembered for redaction (redact.h). Fails with
 * ERROR_CONFIG if the configuration no longer has the key.
 */
bool queue_key_value(const struct config *config, const struct queue_event *event, const char **out,
	struct error *err) MUST_CHECK;

/*
 * Adds a name of an event's key that may be shown: its name in the configuration, or, for a key
 * that a caller gave, the start of its digest: "given:3f2a9c10". Returns false if memory runs out.
 */
bool queue_key_show(const struct queue_event *event, struct text *out) MUST_CHECK;

#endif
