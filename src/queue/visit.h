/* SPDX-License-Identifier: Apache-2.0 */
/* A lane while it is served, and the writes to the disk for that. Only serve.c uses this. */
#ifndef QUEUE_VISIT_H
#define QUEUE_VISIT_H

#include "queue/moment.h"
#include "queue/serve.h"
#include "request/request.h"

/* A lane that is being served. */
struct visit {
	struct serving *serving;
	int64_t lane;
	struct queue_event event; /* the one that is to be sent */
	struct request request; /* that sends it */
	int64_t after; /* the id of the last event that was handled */
	int64_t sent; /* the id of one that was delivered, and is still to be deleted; 0: none */
	bool waited; /* the lane has the row of a wait that is over */
	bool foreign; /* the last answer was a web page, and thus not PagerDuty's */
};

void visit_done(struct visit *visit);

/* Deletes what was delivered, if that is still to be done. */
bool visit_settle(struct visit *visit, struct error *err) MUST_CHECK;

/*
 * Records that the event is about to be sent. The same write deletes the event that was delivered
 * before it. *out_there is false if the event is gone meanwhile.
 */
bool visit_mark(struct visit *visit, bool *out_there, struct error *err) MUST_CHECK;

/* Sets the event aside, and deletes what was delivered before it. */
bool visit_set_aside(struct visit *visit, const struct moment *now, const struct error *why,
	struct error *err) MUST_CHECK;

/* Begins the lane's wait and records its reason. After a signal there is no wait. */
bool visit_begin_wait(struct visit *visit, const struct error *why, struct error *err) MUST_CHECK;

#endif
