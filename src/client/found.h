/* SPDX-License-Identifier: Apache-2.0 */
/* What the exchanges of a call that failed found, beside the error that says what failed. */
#ifndef CLIENT_FOUND_H
#define CLIENT_FOUND_H

#include "base/error.h"
#include "http/http.h"

struct client;

struct found {
	unsigned number; /* errors about it have the same (error.h, about); 0: nothing was found */
	long status; /* HTTP status of the answer; 0: there was none */
	char request_id[64]; /* X-Request-Id, which PagerDuty's support asks for; "": none */
	unsigned attempts; /* requests sent, of all calls */
	double elapsed; /* seconds since the first of them, waits included */
};

/*
 * What the exchanges found that the error is about: that of the last call, if the error came from
 * it. Else all is 0. Never NULL; valid until the next call.
 */
const struct found *client_found(const struct client *client, const struct error *err);

/* Makes the error be about what was found by an earlier call; the caller has kept a copy of it. */
void client_take_found(struct client *client, const struct found *found, struct error *err);

/*
 * Completes the error if PagerDuty answered 2xx and the reply cannot be used: client_found then
 * tells of that reply. Always returns false.
 */
bool client_refuse_reply(struct client *client, const struct http_reply *reply, struct error *err);

/* Makes client_found tell how many requests there were, and how long they took. */
void client_add_effort(struct client *client, struct error *err);

#endif
