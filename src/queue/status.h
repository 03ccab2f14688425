/* SPDX-License-Identifier: Apache-2.0 */
/* Counts what a queue holds. */
#ifndef QUEUE_STATUS_H
#define QUEUE_STATUS_H

#include "queue/event.h"
#include "queue/wait.h"

struct queue_status {
	int64_t pending; /* events that are to be delivered */
	int64_t set_aside;
	int64_t oldest; /* milliseconds since 1970, of those pending; 0: there is none */
};

/* queue may be NULL: there is none, and nothing is in it. */
bool queue_status_read(struct queue *queue, struct queue_status *out, struct error *err) MUST_CHECK;

/* Changes what was set aside, in one transaction: see event_retry and event_purge. */
enum queue_change { QUEUE_RETRY, QUEUE_PURGE };

/*
 * ids: as many as count; 0 of them: all. *out_count is how many events were changed. Fails with
 * ERROR_USAGE, and nothing changed, where one of them is not set aside.
 */
bool queue_change_aside(struct queue *queue, enum queue_change change, const int64_t *ids,
	size_t count, int64_t *out_count, struct error *err) MUST_CHECK;

/*
 * Walks the lanes that have events and a wait, over or not: event is the first of the lane's,
 * events how many there are. each returns false, with *err set, to end the walk.
 */
typedef bool queue_wait_visit(const struct wait *wait, const struct queue_event *event,
	int64_t events, void *data, struct error *err);
bool queue_walk_waits(
	struct queue *queue, queue_wait_visit *each, void *data, struct error *err) MUST_CHECK;

#endif
