/* SPDX-License-Identifier: Apache-2.0 */
/* The HTTP side of the gateway: server.c and the files it is made of alone know libmicrohttpd. */
#ifndef WEBHOOK_SERVER_H
#define WEBHOOK_SERVER_H

#include "base/error.h"
#include "webhook/settings.h"

struct server;

/* Listens and serves from the first server_turn on. settings are borrowed. NULL with *err set. */
struct server *server_open(const struct settings *settings, struct error *err) MUST_CHECK;

/* Where it listens: "127.0.0.1:9120". */
const char *server_address(const struct server *server);

/* Waits, a quarter of a second at most, for what comes on any connection or on fd, and goes on with it. */
void server_turn(struct server *server, int fd);

/* Takes no further connections; the requests under way go on. */
void server_close(struct server *server);

/* How many requests are under way. */
unsigned server_busy(const struct server *server);

/* Ends what is still under way. Takes NULL. */
void server_free(struct server *server);

#endif
