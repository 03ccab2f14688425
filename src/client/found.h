/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Details about a failed call that are not in the error: status, request id, number of requests,
 * and whether it may have been carried out.
 */
#ifndef CLIENT_FOUND_H
#define CLIENT_FOUND_H

#include "base/error.h"
#include "http/http.h"

struct client;

struct found {
	/* errors about this call have the same number (error.h, about); 0: nothing is known */
	unsigned number;
	long status; /* HTTP status of the answer; 0: there was none */
	char request_id[64]; /* X-Request-Id, for which PagerDuty's support asks; "": none */
	bool foreign; /* the answer was a web page, so it did not come from PagerDuty */
	unsigned attempts; /* requests that were sent, in all calls */
	double elapsed; /* seconds since the first request, including waits */
};

/*
 * Returns the details of the call that an error is about: the last call, if the error came from it.
 * Otherwise all members are 0. Never returns NULL. Valid until the next call.
 */
const struct found *client_found(const struct client *client, const struct error *err);

/* Makes an error refer to the details of an earlier call, of which the caller has kept a copy. */
void client_take_found(struct client *client, const struct found *found, struct error *err);

/*
 * Completes an error about a reply of any status, which was refused or cannot be used:
 * client_found() then returns the reply's status and request id, the number of requests and their
 * time. Always returns false.
 */
bool client_refuse_reply(struct client *client, const struct http_reply *reply, struct error *err);

/* Makes client_found() return the number of requests and their time. */
void client_add_effort(struct client *client, struct error *err);

/* Returns whether PagerDuty may have carried out the last call, which failed with this error. */
bool client_maybe_done(const struct client *client, const struct error *failure);

#endif
