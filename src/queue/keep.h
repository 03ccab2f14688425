/* SPDX-License-Identifier: Apache-2.0 */
/* Stores an event, or finds that it need not be sent. */
#ifndef QUEUE_KEEP_H
#define QUEUE_KEEP_H

#include "queue/event.h"
#include "queue/key.h"
#include "queue/settings.h"
#include "queue/wait.h"
#include "request/request.h"

/*
 * Makes an event of a request: everything but its id. The body is added to body, without the
 * integration key; the rest is borrowed from request and key. False without memory.
 */
bool keep_make(const struct request *request, const struct queue_key *key,
	const struct moment *began, struct text *body, struct queue_event *out) MUST_CHECK;

/*
 * Stores an event at the end and drops the events that it makes pointless (coalesce.h). cause is
 * why it could not be delivered, and makes its lane wait; NULL: it was not tried. When this returns
 * true, the event is on the disk; or its id is 0, and it was not stored because it need not be
 * sent. Fails as sql_refuse, and with ERROR_UNAVAILABLE if max_events events wait already.
 */
bool keep_event(struct queue *queue, const struct queue_settings *settings,
	struct queue_event *event, const struct wait_cause *cause, const struct moment *now,
	struct error *err) MUST_CHECK;

#endif
