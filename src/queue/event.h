/* SPDX-License-Identifier: Apache-2.0 */
/* Events in the queue: one row each. */
#ifndef QUEUE_EVENT_H
#define QUEUE_EVENT_H

#include "queue/store.h"

#include <stdbool.h>
#include <stdint.h>

/* One event. tables.c describes each column, and says which texts may be NULL. */
struct queue_event {
	int64_t id; /* 0: not stored yet */
	int64_t lane;
	const char *account;
	const char *key_name;
	const char *key;
	const char *api;
	const char *verb;
	const char *dedup_key;
	const char *body;
	int64_t stored;
	int64_t tries;
	bool heard;
	int64_t status;
	const char *reason;
	int64_t aside; /* 0: the event is to be delivered */
	char *texts; /* the memory of the texts of an event that was read; NULL: borrowed texts */
	unsigned long texts_len;
};

/* Overwrites and frees the texts of an event that was read. */
void event_done(struct queue_event *event);

/* Stores an event after all others, and sets its id. */
bool event_store(struct queue *queue, struct queue_event *event, struct error *err) MUST_CHECK;

/*
 * Reads the first event of a lane that is to be delivered and whose id is greater than after.
 * *out_found is false if there is none.
 */
bool event_first(struct queue *queue, int64_t lane, int64_t after, struct queue_event *out,
	bool *out_found, struct error *err) MUST_CHECK;

/* Finds out whether an event of a lane is to be delivered. */
bool event_any(struct queue *queue, int64_t lane, bool *out, struct error *err) MUST_CHECK;

/* Counts the events that are to be delivered: of one lane, or of all if lane is 0. */
bool event_count(struct queue *queue, int64_t lane, int64_t *out, struct error *err) MUST_CHECK;

/*
 * Records that an event is about to be sent, so that from now on PagerDuty may have received it.
 * *out_there is false if the event was deleted or set aside since it was read.
 */
bool event_mark(struct queue *queue, int64_t id, bool *out_there, struct error *err) MUST_CHECK;

/* Records why sending an event failed. */
bool event_note(struct queue *queue, int64_t id, bool heard, int64_t status, const char *reason,
	struct error *err) MUST_CHECK;

/* Sets an event aside. now is in milliseconds since 1970. */
bool event_set_aside(struct queue *queue, int64_t id, int64_t now, int64_t status,
	const char *reason, struct error *err) MUST_CHECK;

bool event_delete(struct queue *queue, int64_t id, struct error *err) MUST_CHECK;

/*
 * event_retry() lets events that were set aside wait for delivery again; their age counts from now
 * (milliseconds since 1970). event_purge() deletes such events. id names one event; 0 means all
 * that were set aside. *out_count is the number of events that were changed.
 */
bool event_retry(struct queue *queue, int64_t id, int64_t now, int64_t *out_count,
	struct error *err) MUST_CHECK;
bool event_purge(struct queue *queue, int64_t id, int64_t *out_count, struct error *err) MUST_CHECK;

/*
 * Calls each for events in the order in which they were stored: for all, for those that are to be
 * delivered, or for those that were set aside. At most `most` events are visited (0: no limit).
 * each returns false with *err set to end the walk.
 */
enum event_state { EVENT_ANY, EVENT_PENDING, EVENT_ASIDE };
typedef bool event_visit(const struct queue_event *event, void *data, struct error *err);
bool event_walk(struct queue *queue, enum event_state state, int64_t most, event_visit *each,
	void *data, struct error *err) MUST_CHECK;

#endif
