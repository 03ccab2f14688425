/* SPDX-License-Identifier: Apache-2.0 */
/* A listening socket on loopback, and a thread for each connection to it. */
#ifndef LISTENER_H
#define LISTENER_H

#include "base/scope.h"

#include <pthread.h>
#include <stdbool.h>

struct listener {
	int fd;
	int port;
	int wake[2]; /* a pipe; closing [1] ends it */
	void (*serve)(int fd); /* takes fd over; runs in a thread of its own */
	unsigned connections; /* taken so far */
	pthread_t thread;
};

/* Opens a free port on 127.0.0.1. With serve NULL nothing listens there: connections are refused. */
bool listener_open(struct listener *listener, void (*serve)(int fd)) MUST_CHECK;

/* Starts to take connections. */
bool listener_start(struct listener *listener) MUST_CHECK;

/* Takes what is still waiting, and waits for the thread to end. */
void listener_stop(struct listener *listener);

/* Waits, at most so many seconds, until all connections of all listeners are done with. */
bool listener_wait_idle(double seconds) MUST_CHECK;

#endif
