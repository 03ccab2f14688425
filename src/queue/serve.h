/* SPDX-License-Identifier: Apache-2.0 */
/* Delivers the events of a lane in order. One process serves a lane at a time. */
#ifndef QUEUE_SERVE_H
#define QUEUE_SERVE_H

#include "client/client.h"
#include "queue/event.h"
#include "queue/settings.h"

/* Why the delivery of a lane ended. */
enum lane_end {
	LANE_DONE, /* no event is left, or all up to the caller's own event were handled */
	LANE_MORE, /* the largest number of events was handled */
	LANE_STOPPED, /* the lane must wait, or its key is gone: see failure */
	LANE_TAKEN, /* another process serves the lane */
	LANE_LATE, /* the time is over, or a signal came */
};

/* The caller sets the members up to own_result. The others say what happened. */
struct serving {
	struct queue *queue;
	const struct queue_settings *settings;
	struct config *config; /* its account is changed */
	struct client *client;
	double patience; /* until when to wait for a process that serves the lane, on clock_now() */

	int64_t own; /* id of the caller's own event, after which to stop; 0: there is none */
	const char *own_key_name; /* the name of its de-duplication key in the result */
	struct text *own_result; /* PagerDuty's answer to it */
	bool own_delivered, own_refused; /* refused: the event was deleted; failure says why */

	/* Numbers of events of all lanes. An event counts as delivered when it has been deleted. */
	int64_t delivered, set_aside;
	/* The disk was full; and the space that is kept for this was used (reserve.h). */
	bool was_full, freed;
	bool unreachable; /* the last failure was that no connection was made */
	struct error failure; /* the first that makes an event wait, or that of the own event */
	struct found found; /* what else is known of that failure */
	struct problems problems; /* the list of failure, which the maker of this struct sets */
	/* A name of that event's integration key (queue_key_show), cut; "": not known. */
	char failed_key[100];
};

/*
 * Sends the events of a lane, at most `most` of them (0: no limit), and tries each once:
 *
 * - If PagerDuty takes the event, it is deleted.
 * - If PagerDuty refuses it (4xx except 408, 429 and the 403 of Events v1), or if it is too old, it
 *   is set aside; also if it has no key and a success cannot be read (serve_is_final). The caller's
 *   own event is deleted after a refusal.
 * - After any other failure the lane must wait, and this call ends.
 *
 * Before an event is sent, the queue records on the disk that PagerDuty may have received it. If
 * the process is killed, the event stays in the queue. Fails only if the queue itself cannot be
 * used.
 */
bool serve_lane(struct serving *serving, int64_t lane, int64_t most, enum lane_end *out_end,
	struct error *err) MUST_CHECK;

/*
 * Returns whether the event of the client's last call, which failed, is not to be sent again:
 * PagerDuty refused it for good, or answered a success that cannot be read to an event without a
 * de-duplication key, which would be reported twice. A redirect or a web page does not count,
 * because it is not PagerDuty's answer.
 */
bool serve_is_final(
	const struct client *client, const struct request *request, const struct error *why);

#endif
