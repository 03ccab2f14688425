/* SPDX-License-Identifier: Apache-2.0 */
/* The three APIs of PagerDuty that take events. */
#ifndef QUEUE_API_H
#define QUEUE_API_H

#include "action/operation.h"

struct queue_api {
	const char *name; /* as it is stored: "v1", "v2", "change" */
	const char *path; /* below events_url */
	/* An action whose row says how such an event is sent, and how the reply is read. */
	const char *action;
	/*
	 * The member of the body that says "trigger", "acknowledge" or "resolve". NULL for changes.
	 */
	const char *verb;
	const char *key_member; /* the member of the body that holds the integration key */
};

/* Find an API by the path of an action's row, or by its name. Return NULL if there is none. */
const struct queue_api *queue_api_of(const struct operation *operation);
const struct queue_api *queue_api_named(const char *name);

#endif
