/* SPDX-License-Identifier: Apache-2.0 */
/* One request to the server, as libmicrohttpd tells of it: what it asks for, its body, its answer. */
#ifndef WEBHOOK_CALL_H
#define WEBHOOK_CALL_H

#include "webhook/gateway.h"
#include "webhook/settings.h"

#include <microhttpd.h>

/* Before 0.9.71 the handlers return an int. */
#if MHD_VERSION >= 0x00097002
typedef enum MHD_Result handled;
#else
typedef int handled;
#endif

/* What all requests share. */
struct call_shared {
	const struct settings *settings;
	struct gateway *gateway;
	unsigned busy; /* requests under way */
	size_t held; /* bytes of their bodies */
	bool closing; /* no further requests are taken on a connection */
};

/*
 * libmicrohttpd calls this once with the header, then with each part of the body, then without
 * any; and again after it was suspended. data is a struct call_shared; the connection's context is
 * its struct visitor.
 */
handled call_take_part(void *data, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state);

/* And this when the request is over, however it ended. */
void call_end(void *data, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason);

/* StackStorm has answered a request that was left pending, or takes too long. */
void call_answer(void *request, enum outcome outcome, const char *why);

#endif
