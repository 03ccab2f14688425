/* SPDX-License-Identifier: Apache-2.0 */
/* Many HTTP exchanges at once, in one thread. Those that are done leave their connections to the next. */
#ifndef HTTP_MANY_H
#define HTTP_MANY_H

#include "http/http.h"

#include <poll.h>

struct http_many;

/*
 * Called once for each exchange that was started, from http_many_run: ok and err as http_send
 * returns them. reply is lent.
 */
typedef void http_many_done(void *data, bool ok, struct http_reply *reply, struct error *err);

/*
 * All exchanges use the same options; their texts must stay valid. limit: the most bytes of a
 * reply. NULL with *err set as http_open.
 */
struct http_many *http_many_open(
	const struct http_options *options, size_t limit, struct error *err) MUST_CHECK;

/*
 * Starts an exchange. The texts of the request must stay until done was called; the request
 * itself is copied. False with *err set: then done is not called.
 */
bool http_many_start(struct http_many *many, const struct http_request *request,
	http_many_done *done, void *data, struct error *err) MUST_CHECK;

/* How many are under way. */
unsigned http_many_count(const struct http_many *many);

/*
 * Waits until an exchange can go on, or something is to be read from one of the others (.fd,
 * .events = POLLIN), at most so many milliseconds; then lets the exchanges go on.
 */
void http_many_run(struct http_many *many, const struct pollfd *others, unsigned count, int wait);

/* Gives up what is under way, without a call of done. Takes NULL. */
void http_many_free(struct http_many *many);

#endif
