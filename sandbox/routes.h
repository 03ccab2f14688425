/* SPDX-License-Identifier: Apache-2.0 */
/* The routes: which function answers which request. */
#ifndef ROUTES_H
#define ROUTES_H

#include "call.h"

struct route {
	const char *method;
	const char *path; /* {} stands for an id, which becomes call->ids[0], then [1] */
	void (*answer)(struct call *call);
	enum {
		ROUTE_REST,
		ROUTE_FROM,
		ROUTE_EVENT
	} kind; /* ROUTE_FROM: the header From must name a user */
};

/* The last route of each has no method. */
extern const struct route incident_routes[];
extern const struct route event_routes[];
extern const struct route account_routes[];
extern const struct route response_routes[];
extern const struct route schedule_routes[];
extern const struct route subscriber_routes[];

/*
 * Checks that the header From names a user. Answers 400 and returns false if it does not. PagerDuty
 * answers CODE_REQUESTER_MISSING without From, and CODE_REQUESTER_NOT_FOUND if From is not the
 * address of a user; its table of errors does not say so.
 */
bool routes_has_actor(struct call *call);

/*
 * Finds the route of a request and answers it. First refuses as PagerDuty does: 401 for a wrong
 * key, 400 for a missing or unknown From, 400 for a body that is not JSON, 404 for an unknown path,
 * 405 for another method.
 */
void routes_answer(struct call *call);

#endif
