/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The connections of the server, and the time each has for its request. libmicrohttpd's own limit
 * is one of silence: who sends a byte now and then would stay for good.
 */
#ifndef WEBHOOK_VISITOR_H
#define WEBHOOK_VISITOR_H

#include "base/scope.h"

struct visitor {
	struct visitor *previous, *next;
	int fd;
	double due; /* on clock_coarse(), when its request must be there; 0: the answer is ours to give */
};

/* Makes a list empty: its head, which is none itself. */
void visitor_list(struct visitor *head);

/* A new one, in the list; it may take its time from now on. NULL without memory. */
struct visitor *visitor_add(struct visitor *head, int fd) MUST_CHECK;

/* Gives it the time again, for a further request or for reading an answer. */
void visitor_again(struct visitor *visitor);

/* The header is there: a body that follows at once has time enough. */
void visitor_go_on(struct visitor *visitor);

/* It waits for us: no time runs. */
void visitor_hold(struct visitor *visitor);

/* Ends the connections whose time is over: the server finds them closed. */
void visitor_end_late(struct visitor *head);

/* Takes NULL. */
void visitor_free(struct visitor *visitor);

#endif
