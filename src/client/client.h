/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Sends a request until it is answered or the time is over: credentials, retries, time limits,
 * debug lines.
 */
#ifndef CLIENT_H
#define CLIENT_H

#include "client/credential.h"
#include "client/found.h"
#include "config/config.h"
#include "http/http.h"
#include "request/request.h"

/* Lives on the stack. client_open() initialises it. */
struct client {
	struct config *config; /* borrowed */
	struct http *http;
	double end; /* when the answer must be printed at the latest, on clock_now(); 0: no limit */
	double try_timeout; /* seconds for one try */
	double retry_time; /* seconds for all tries of one call; 0: one try */
	struct credential credential; /* made when a call to the REST API first needs it */
	unsigned attempts; /* requests that were sent, in all calls */
	double started; /* when the first request was sent, on clock_now() */

	/* PagerDuty may have received a request that changes something, in any call. */
	bool maybe_changed;

	/* The members below are about the last call, if it failed. */
	/* PagerDuty may have carried the call out: a try was neither unsent nor throttled. */
	bool maybe_heard;
	bool maybe_heard_before; /* a try before the last one was neither unsent nor throttled */
	double retry_after; /* seconds that the last answer asked us to wait; below 0: it did not */
	struct found found;
	unsigned findings; /* how often found was set: the last one has this number */
};

/*
 * Initialises a client. end is when the answer must be printed, on clock_now(); 0: no limit. Opens
 * no connection.
 */
bool client_open(
	struct client *client, struct config *config, double end, struct error *err) MUST_CHECK;

/*
 * Sends the request until PagerDuty answers, as often as its retry class and the time allow. paging
 * is added to the query ("limit=100&offset=0"), or is NULL.
 *
 * Time: one try may take `timeout`. All tries of a call with their waits may take max_retry_time,
 * but the first try may always take its whole `timeout`. The runner's limit applies to all calls
 * together, for example to all pages of a list. If it is over before a request is sent, the call
 * fails with ERROR_UNAVAILABLE. If a server asks for a wait that is longer than the time left, the
 * call fails at once.
 *
 * Credential: see credential.h. If PagerDuty answers 401 to a token that this process requested,
 * another token is requested, once in a call; this does not count as a retry. The credential is
 * sent only to addresses below api_url.
 *
 * Success is a 2xx reply. If an earlier try may have reached PagerDuty (it was neither throttled
 * nor unsent), these refusals of a later try are successes too, because the earlier try did the
 * work: a 404 to a DELETE; a new incident is refused because an incident with its incident_key is
 * open, and that incident was created since the call began; an acknowledgement or a resolution was
 * done already. In the last two cases the incident is looked up, and the reply is as if the call
 * had just created or changed it.
 *
 * On failure *err says what failed (for a reply, as reply_error() sets it), and client_found() has
 * more details. A signal (interrupt.h) ends the call with ERROR_UNAVAILABLE, also during a wait.
 */
bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err) MUST_CHECK;

void client_done(struct client *client);

#endif
