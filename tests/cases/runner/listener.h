/* SPDX-License-Identifier: Apache-2.0 */
/* Listens on loopback, and serves each connection in a thread. */
#ifndef LISTENER_H
#define LISTENER_H

#include "base/scope.h"

#include <pthread.h>
#include <stdbool.h>

struct listener {
	int fd;
	int port;
	int wake[2]; /* a pipe; closing [1] ends it */
	void (*serve)(int fd); /* takes fd over; runs in a thread */
	unsigned connections; /* accepted until now */
	pthread_t thread;
};

/*
 * Opens a free port on 127.0.0.1. If serve is NULL, nothing listens there, and connections are
 * refused.
 */
bool listener_open(struct listener *listener, void (*serve)(int fd)) MUST_CHECK;

/* Starts to accept connections. */
bool listener_start(struct listener *listener) MUST_CHECK;

/* Accepts waiting connections, and waits for the thread to end. */
void listener_stop(struct listener *listener);

/* Waits until all connections of all listeners are closed, for at most so many seconds. */
bool listener_wait_idle(double seconds) MUST_CHECK;

#endif
