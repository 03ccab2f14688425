/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The connections of the server, and the time limit of each for its request. libmicrohttpd itself
 * only limits the time without any data, so a client that sends a byte now and then could stay
 * forever.
 */
#ifndef WEBHOOK_CONNECTION_H
#define WEBHOOK_CONNECTION_H

#include "base/scope.h"

struct connection {
	struct connection *previous, *next;
	int fd;
	double due; /* when the request must be complete, on clock_coarse(); 0: no limit */
	/*
	 * Orders the connections that may be closed to make room, the lowest first: when the client's
	 * turn began, and after a header when the least time for the body ends. On clock_coarse().
	 */
	double rank;
};

/* Makes an empty list. head is not a connection itself. */
void connection_list_init(struct connection *head);

/* Adds a connection, whose time begins now. Returns NULL if memory runs out. */
struct connection *connection_add(struct connection *head, int fd) MUST_CHECK;

/* Starts the time limit again, for another request or for reading an answer. */
void connection_restart(struct connection *connection);

/* Extends the time limit for the body, after the header was received. */
void connection_extend(struct connection *connection);

/* Suspends the time limit while the client waits for our answer. */
void connection_pause(struct connection *connection);

/* Shuts the connections down whose time is over. The server then finds them closed. */
void connection_close_late(struct connection *head);

/*
 * Shuts down the connection that has sent no whole request for longest, to make room for a new one.
 * For this, the least time for the body of a request counts as not yet waited. A request that was
 * received completely is not cut off.
 */
void connection_close_one(struct connection *head);

/* Takes NULL. */
void connection_free(struct connection *connection);

#endif
