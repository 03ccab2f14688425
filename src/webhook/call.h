/* SPDX-License-Identifier: Apache-2.0 */
/* Handles one request to the server: the callbacks of libmicrohttpd. */
#ifndef WEBHOOK_CALL_H
#define WEBHOOK_CALL_H

#include "webhook/gateway.h"
#include "webhook/mhd_result.h"
#include "webhook/settings.h"

/* The state that all requests share. */
struct call_shared {
	const struct settings *settings;
	struct gateway *gateway;
	unsigned busy; /* requests that are not answered yet */
	size_t held; /* bytes of their bodies */
	bool closing; /* each connection is closed after its request */
};

/*
 * libmicrohttpd calls this once with the header, then with each part of the body, then without a
 * part, and again after the connection was suspended. data is a struct call_shared. The context of
 * libmicrohttpd's connection is our struct connection.
 */
mhd_result call_take_part(void *data, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state);

/* libmicrohttpd calls this when the request is over, whether it was answered or not. */
void call_end(void *data, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason);

/* Answers a request that was pending, after StackStorm answered or took too long. */
void call_answer(void *request, enum outcome outcome, const char *why);

#endif
