/* SPDX-License-Identifier: Apache-2.0 */
/* One call of the client: a request, its tries and their time limits. Only client.c uses this. */
#ifndef CLIENT_CALL_H
#define CLIENT_CALL_H

#include "client/client.h"
#include "client/retry.h"

/* Lives on the stack. call_prepare() initialises it, also when it fails. */
struct call {
	const struct request *request; /* borrowed */
	struct text url; /* the URL with its query */
	struct text body; /* empty: none */
	struct attempt attempt; /* the last try */
	double began; /* on clock_now() */
	/* an earlier try was made; a try that got a 401 for an old token does not count */
	bool repeated;
	bool maybe_done; /* an earlier try may have been carried out, and its answer was lost */
	bool minted_again; /* after a 401 another token was requested, which is done once */
	struct retry next; /* what to do after the last try */
	bool stopped; /* a signal prevented another try */
};

/*
 * Makes the address and the body of a call that began at this time on clock_now(). paging is added
 * to the query; NULL: nothing. Fails only if memory runs out. In any case, release it with
 * call_done().
 */
bool call_prepare(struct call *call, const struct request *request, const char *paging,
	double began, struct error *err) MUST_CHECK;

/*
 * Sends until there is a final answer, of whatever status. Returns false with *err set if there is
 * none; call->attempt and call->next then say how the last try ended and why there is no other.
 */
bool call_send(struct call *call, struct client *client, struct http_reply *reply,
	struct error *err) MUST_CHECK;

/* Returns whether the last try was answered with success; see client_call(). */
bool call_is_success(const struct call *call);

void call_done(struct call *call);

#endif
