/* SPDX-License-Identifier: Apache-2.0 */
/* The three addresses that events go to. */
#ifndef QUEUE_API_H
#define QUEUE_API_H

#include "action/operation.h"

struct queue_api {
	const char *name; /* as it is stored: "v1", "v2", "change" */
	const char *path; /* below events_url */
	/* An action whose row says how such an event is sent, and what PagerDuty answers. */
	const char *action;
	/* The member of the body that says what the event is; NULL: it is a change. */
	const char *verb;
	const char *key_member; /* of the body: the integration key */
};

/* By the path of a request's row, or by name; NULL when there is none. */
const struct queue_api *queue_api_of(const struct operation *operation);
const struct queue_api *queue_api_named(const char *name);

#endif
