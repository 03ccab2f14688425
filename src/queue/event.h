/* SPDX-License-Identifier: Apache-2.0 */
/* An event that is kept, and the rows of all that are. */
#ifndef QUEUE_EVENT_H
#define QUEUE_EVENT_H

#include "queue/store.h"

#include <stdbool.h>
#include <stdint.h>

/* One row. tables.c says what each member is. Texts may be NULL where it says so. */
struct queue_event {
	int64_t id; /* 0: it is not stored yet */
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
	int64_t aside; /* 0: it is to be delivered */
	char *texts; /* what the texts lie in, of one that was read; NULL: they are borrowed */
	unsigned long texts_len;
};

/* Wipes and frees what was read. */
void event_done(struct queue_event *event);

/* Stores one at the end; its id is set. */
bool event_store(struct queue *queue, struct queue_event *event, struct error *err) MUST_CHECK;

/* The first of a lane that is to be delivered and whose id is above after. *out_found is false when there is none. */
bool event_first(struct queue *queue, int64_t lane, int64_t after, struct queue_event *out,
	bool *out_found, struct error *err) MUST_CHECK;

/* Whether any of a lane is to be delivered. */
bool event_any(struct queue *queue, int64_t lane, bool *out, struct error *err) MUST_CHECK;

/* How many are to be delivered; or, with a lane above 0, of that lane. */
bool event_count(struct queue *queue, int64_t lane, int64_t *out, struct error *err) MUST_CHECK;

/*
 * Records that an event is about to be sent, so that PagerDuty may hear it. *out_there is false if
 * it was deleted or set aside since it was read.
 */
bool event_mark(struct queue *queue, int64_t id, bool *out_there, struct error *err) MUST_CHECK;

/* Records why sending an event failed. */
bool event_note(struct queue *queue, int64_t id, bool heard, int64_t status, const char *reason,
	struct error *err) MUST_CHECK;

/* Sets one aside, at a moment in milliseconds since 1970. */
bool event_set_aside(struct queue *queue, int64_t id, int64_t now, int64_t status,
	const char *reason, struct error *err) MUST_CHECK;

bool event_delete(struct queue *queue, int64_t id, struct error *err) MUST_CHECK;

/*
 * event_retry makes events that were set aside wait for delivery again, with an age that counts
 * from now (milliseconds since 1970). event_purge deletes them. id: of one event; 0: all that were
 * set aside. *out_count is how many there were.
 */
bool event_retry(struct queue *queue, int64_t id, int64_t now, int64_t *out_count,
	struct error *err) MUST_CHECK;
bool event_purge(struct queue *queue, int64_t id, int64_t *out_count, struct error *err) MUST_CHECK;

/*
 * Walks events: all, those to be delivered, or those set aside, in the order in which they were
 * stored, at most so many (0: all). each returns false, with *err set, to end the walk.
 */
enum event_state { EVENT_ANY, EVENT_PENDING, EVENT_ASIDE };
typedef bool event_visit(const struct queue_event *event, void *data, struct error *err);
bool event_walk(struct queue *queue, enum event_state state, int64_t most, event_visit *each,
	void *data, struct error *err) MUST_CHECK;

#endif
