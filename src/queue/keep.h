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
 * Stores it at the end, drops what it makes pointless (coalesce.h), and lets its lane wait where
 * it could not be delivered: cause, or NULL. It is on the disk when this returns true. Its id is
 * 0 when it need not be sent itself, and was not stored. Fails as sql_refuse, and with
 * ERROR_UNAVAILABLE when as many events wait as may.
 */
bool keep_event(struct queue *queue, const struct queue_settings *settings,
	struct queue_event *event, const struct wait_cause *cause, const struct moment *now,
	struct error *err) MUST_CHECK;

#endif
