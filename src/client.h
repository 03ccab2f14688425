/* SPDX-License-Identifier: Apache-2.0 */
/* Sends requests until they are answered or the time is up: credentials, retries, budget, debug lines. */
#ifndef CLIENT_H
#define CLIENT_H

#include "config.h"
#include "http.h"
#include "request.h"

/* Lives on the stack of main; start it with client_open. */
struct client {
	struct config *config;   /* borrowed */
	struct http *http;
	double end;              /* on the monotonic clock, in seconds: when the answer must be out at the latest */
	double runner_timeout;   /* ST2_PAGERDUTY_TIMEOUT in seconds; 0: none. Named in the sentence when it ends the tries */
	struct text credential;  /* the Authorization header, once known; wiped by client_done */
	unsigned attempts;       /* requests sent, of all calls */
	double started;
};

/* Seconds on the monotonic clock. */
double client_clock(void);

/*
 * started: client_clock() when the program began. runner_timeout: see struct client. Opens no connection.
 */
bool client_open(struct client *client, struct config *config, double started, double runner_timeout,
	struct error *err) MUST_CHECK;

/*
 * Sends the request, again where its retry class and the budget allow, until PagerDuty answers. paging is what is to be
 * added to the query ("limit=100&offset=0"), or NULL.
 * Success is a 2xx reply, or 404 to a DELETE that was tried before. Else *err holds all that is known (status,
 * pagerduty_code, request_id, retryable, attempts, elapsed, problems), from reply_error for a reply.
 */
bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err) MUST_CHECK;

void client_done(struct client *client);

#endif
