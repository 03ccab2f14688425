/* SPDX-License-Identifier: Apache-2.0 */
/* Stores a new event, or finds that it need not be sent. */
#ifndef QUEUE_ENQUEUE_H
#define QUEUE_ENQUEUE_H

#include "queue/event.h"
#include "queue/key.h"
#include "queue/settings.h"
#include "queue/wait.h"
#include "request/request.h"

/*
 * Fills in all members of an event but its id. The request's body, without the integration key, is
 * added to body. The other texts are borrowed from request and key. Returns false if memory runs
 * out.
 */
bool enqueue_prepare(const struct request *request, const struct queue_key *key,
	const struct timestamp *began, struct text *body, struct queue_event *out) MUST_CHECK;

/*
 * Stores an event after all others, and drops the events that it makes unnecessary (coalesce.h).
 * cause is why the event could not be delivered, and makes its lane wait; NULL if it was not tried.
 * If this returns true, the event is on the disk, or its id is 0: then it was not stored because it
 * need not be sent. Fails as sql_refuse() does, and with ERROR_UNAVAILABLE if max_events events are
 * stored already.
 */
bool enqueue_event(struct queue *queue, const struct queue_settings *settings,
	struct queue_event *event, const struct wait_cause *cause, const struct timestamp *now,
	struct error *err) MUST_CHECK;

#endif
