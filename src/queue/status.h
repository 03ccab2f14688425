/* SPDX-License-Identifier: Apache-2.0 */
/* What a queue contains: counts, events that were set aside, and lanes that wait. */
#ifndef QUEUE_STATUS_H
#define QUEUE_STATUS_H

#include "queue/event.h"
#include "queue/wait.h"

struct queue_status {
	int64_t pending; /* events that are to be delivered */
	int64_t set_aside;
	int64_t oldest; /* when the oldest pending event was stored, ms since 1970; 0: none is */
};

/* Counts. queue may be NULL if there is no file: then all counts are 0. */
bool queue_status_read(struct queue *queue, struct queue_status *out, struct error *err) MUST_CHECK;

/* What to do with events that were set aside: event_retry() or event_purge(). */
enum queue_change { QUEUE_RETRY, QUEUE_PURGE };

/*
 * Changes events that were set aside, in one transaction. ids has count elements; if count is 0,
 * all events that were set aside are changed. *out_count is the number of changed events. If one of
 * the ids is not set aside, fails with ERROR_USAGE and changes nothing.
 */
bool queue_change_aside(struct queue *queue, enum queue_change change, const int64_t *ids,
	size_t count, int64_t *out_count, struct error *err) MUST_CHECK;

/*
 * Calls each for the lanes that have events and a wait, which may be over already. event is the
 * lane's first event, events their number. each returns false with *err set to end the walk.
 */
typedef bool queue_wait_visit(const struct wait *wait, const struct queue_event *event,
	int64_t events, void *data, struct error *err);
bool queue_walk_waits(
	struct queue *queue, queue_wait_visit *each, void *data, struct error *err) MUST_CHECK;

#endif
