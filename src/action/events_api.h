/* SPDX-License-Identifier: Apache-2.0 */
/* The addresses that events go to, and the kind of integration key that each takes. */
#ifndef ACTION_EVENTS_API_H
#define ACTION_EVENTS_API_H

struct events_api {
	const char *name; /* as the event queue stores it: "v1", "v2", "change" */
	int version; /* of the Events API: 1 or 2. An integration key is for one of them. */
	/* The action that people know it by. Its row says how a kept event is sent. */
	const char *action;
	/* The member of the body that says what the event is; NULL: it is a change. */
	const char *verb;
	const char
		*key; /* the member of the body, and the parameter, that is the integration key */
};

/* All of them, ended by NULL: operations/events_api.c. */
extern const struct events_api *const events_apis[];

#endif
