/* SPDX-License-Identifier: Apache-2.0 */
/* Changes to the tables while the events of a lane are sent. Only serve.c uses this. */
#ifndef QUEUE_SESSION_H
#define QUEUE_SESSION_H

#include "queue/serve.h"
#include "queue/timestamp.h"
#include "request/request.h"

/* The delivery of the events of one lane. */
struct session {
	struct serving *serving;
	int64_t lane;
	struct queue_event event; /* the event that is to be sent */
	struct request request; /* the request that sends it */
	int64_t after; /* the id of the last event that was handled */
	int64_t sent; /* the id of an event that was delivered but not deleted yet; 0: none */
	bool taken; /* PagerDuty took that event, rather than refused it */
	bool waited; /* the tables have a wait of this lane, which is over */
};

void session_done(struct session *session);

/* Deletes the event that was delivered, if it is not deleted yet. */
bool session_flush(struct session *session, struct error *err) MUST_CHECK;

/*
 * Records that the event is about to be sent. The same commit deletes the event that was delivered
 * before it. *out_there is false if another process deleted the event or set it aside.
 */
bool session_mark(struct session *session, bool *out_there, struct error *err) MUST_CHECK;

/* Sets the event aside, and deletes the event that was delivered before it. */
bool session_set_aside(struct session *session, const struct timestamp *now,
	const struct error *why, struct error *err) MUST_CHECK;

/* Begins the lane's wait and records its reason. After a signal no wait is begun. */
bool session_begin_wait(
	struct session *session, const struct error *why, struct error *err) MUST_CHECK;

#endif
