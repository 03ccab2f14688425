/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP server of the gateway. Only server.c and call.c know libmicrohttpd. */
#ifndef WEBHOOK_SERVER_H
#define WEBHOOK_SERVER_H

#include "base/error.h"
#include "webhook/settings.h"

struct server;

/*
 * Listens. Requests are served by server_run_once(). settings are borrowed. Returns NULL with *err
 * set on failure.
 */
struct server *server_open(const struct settings *settings, struct error *err) MUST_CHECK;

/* Returns the address on which the server listens: "127.0.0.1:9120". */
const char *server_address(const struct server *server);

/* Waits for any connection or for fd, at most a quarter of a second, and handles what has come. */
void server_run_once(struct server *server, int fd);

/* Accepts no further connections. Requests that are not answered yet go on. */
void server_close(struct server *server);

/* Returns the number of requests that are not answered yet. */
unsigned server_busy(const struct server *server);

/* Closes all connections and frees the server. Takes NULL. */
void server_free(struct server *server);

#endif
