/* SPDX-License-Identifier: Apache-2.0 */
/* Many HTTP exchanges at a time in one thread. They share their connections. */
#ifndef HTTP_MANY_H
#define HTTP_MANY_H

#include "http/http.h"

#include <poll.h>

struct http_many;

/*
 * Called by http_many_run() once for each exchange that was started. ok and err are as from
 * http_send(). reply is borrowed.
 */
typedef void http_many_done(void *data, bool ok, struct http_reply *reply, struct error *err);

/*
 * All exchanges use the same options, whose texts must stay valid. limit is the largest size of a
 * reply in bytes. Returns NULL with *err set as http_open() does.
 */
struct http_many *http_many_open(
	const struct http_options *options, size_t limit, struct error *err) MUST_CHECK;

/*
 * Starts an exchange. The request is copied, but its texts must live until done is called. If this
 * returns false with *err set, done is not called.
 */
bool http_many_start(struct http_many *many, const struct http_request *request,
	http_many_done *done, void *data, struct error *err) MUST_CHECK;

/* Returns the number of exchanges that are not done. */
unsigned http_many_count(const struct http_many *many);

/*
 * Waits until an exchange can continue, or one of others can be read (.fd, .events = POLLIN), for
 * at most `wait` milliseconds. Then continues the exchanges.
 */
void http_many_run(struct http_many *many, const struct pollfd *others, unsigned count, int wait);

/* Abandons all exchanges without calling done, and frees everything. Takes NULL. */
void http_many_free(struct http_many *many);

#endif
