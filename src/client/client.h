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

/* Lives on the stack of main; start it with client_open. */
struct client {
	struct config *config; /* borrowed */
	struct http *http;
	double end; /* on clock_now(): when the answer must be out at the latest; 0: no such moment */
	double try_timeout; /* seconds for one try */
	double retry_time; /* seconds for all tries of one call; 0: one try */
	struct credential credential; /* once a call to the REST API needed it */
	unsigned attempts; /* requests sent, of all calls */
	double started; /* on clock_now(): when the first of them was */

	/* PagerDuty may have heard a request that changes something, of all calls. */
	bool maybe_changed;

	/* The following are about the last call, if it failed. */
	/* PagerDuty may have carried it out: a try was neither unsent nor throttled. */
	bool maybe_heard;
	bool maybe_heard_before; /* the same of the tries before its last one */
	double retry_after; /* seconds that the last answer asked to wait; below 0: it did not */
	struct found found;
	unsigned findings; /* how many there were: numbers them */
};

/* end: on clock_now(), when the answer must be out; 0: no such moment. Opens no connection. */
bool client_open(
	struct client *client, struct config *config, double end, struct error *err) MUST_CHECK;

/*
 * Sends the request, again where its retry class and the budget allow, until PagerDuty answers.
 * paging is what is to be added to the query ("limit=100&offset=0"), or NULL.
 *
 * Time: one try may take `timeout`. All tries of one call, waits included, may take max_retry_time;
 * the first try may take its whole `timeout` even if max_retry_time is less. The runner's limit
 * bounds all calls together, that is all pages of a list. If it is over before a request could be
 * sent, nothing is sent and the call fails with ERROR_UNAVAILABLE. If a server asks for a longer
 * wait than there is time, the call fails at once.
 *
 * Credential: see credential.h. A minted token that PagerDuty answers with 401 is minted again,
 * once a call; that is no retry. The credential goes to no address but one below api_url.
 *
 * Success is a 2xx reply. If an earlier try may have reached PagerDuty (it was neither throttled
 * nor unsent), these refusals of a later try count as success too, because the earlier try did the
 * work: 404 to a DELETE; for a new incident with an incident_key, that one is open already, if that
 * incident was made since the call began; for an acknowledgement or a resolution, that it was done
 * already. The incident is then looked up, and the reply is as if the call had just made or changed
 * it. On failure *err holds what failed (for a reply, what reply_error sets), and client_found what
 * else is known. A signal (interrupt.h) ends the call with ERROR_UNAVAILABLE, also during a wait.
 */
bool client_call(struct client *client, const struct request *request, const char *paging,
	struct http_reply *reply, struct error *err) MUST_CHECK;

void client_done(struct client *client);

#endif
