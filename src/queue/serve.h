/* SPDX-License-Identifier: Apache-2.0 */
/* Delivers what a lane holds, in order, by one process at a time. */
#ifndef QUEUE_SERVE_H
#define QUEUE_SERVE_H

#include "client/client.h"
#include "queue/event.h"
#include "queue/settings.h"

/* How a lane was left. */
enum lane_end {
	LANE_DONE, /* nothing is left, or all up to the caller's own event was handled */
	LANE_MORE, /* as many events were handled as were to be */
	LANE_STOPPED, /* it waits, or its key is gone: see failure */
	LANE_TAKEN, /* another process serves it */
	LANE_LATE, /* the time is over, or a signal came */
};

/* Start it with the first members; the others tell how it went. */
struct serving {
	struct queue *queue;
	const struct queue_settings *settings;
	struct config *config; /* its account is changed */
	struct client *client;
	double patience; /* on clock_now(): until when a lane that another process serves is waited for */

	int64_t own; /* id of the caller's own event, at which to stop; 0: it has none */
	const char *own_key_name; /* how the result calls its de-duplication key */
	struct text *own_result; /* what PagerDuty answers to it */
	bool own_delivered, own_refused; /* refused: the event is gone, and failure tells why */

	int64_t delivered, set_aside; /* events, of all lanes */
	bool unreachable; /* the last failure was that nobody could be reached at all */
	struct error failure; /* the first that keeps an event waiting, or of the own one */
	/* What people call the integration key of the event that failure is about, cut; "": unknown. */
	char failed_key[100];
};

/*
 * Serves a lane, at most so many of its events (0: all). Only one process does at a time, so
 * nothing overtakes. Each event gets one try. Taken by PagerDuty: it is deleted. Refused (4xx but
 * 408, 429 and Events v1's 403), or too old: it is set aside, the caller's own refused one
 * deleted. Else: the lane waits, and this call ends. Before an event is sent it is on the disk
 * that it may be heard; a process that is killed leaves it in the queue. Fails when the queue
 * itself cannot be used.
 */
bool serve_lane(struct serving *serving, int64_t lane, int64_t most, enum lane_end *out_end,
	struct error *err) MUST_CHECK;

#endif
