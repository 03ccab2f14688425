/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/server.h"

#include "base/clock.h"
#include "webhook/call.h"
#include "webhook/connection.h"
#include "webhook/listen.h"

#include <stdlib.h>
#include <unistd.h>

enum {
	CONNECTIONS_MOST = 512, /* libmicrohttpd accepts no more */
	/*
	 * Beyond this number each new connection closes another one. There is no limit for each
	 * address: behind a reverse proxy all connections come from one.
	 */
	CONNECTIONS_WANTED = CONNECTIONS_MOST - 64,
	CONNECTION_MEMORY = 16 << 10, /* bytes for a header */
	TURN = 250 /* milliseconds */
};

struct server {
	struct call_shared shared;
	struct MHD_Daemon *daemon;
	int fd; /* the socket on which it listens; -1: closed */
	int events; /* libmicrohttpd's epoll descriptor */
	char address[LISTEN_ADDRESS];
	struct connection connections; /* head of the list */
	unsigned count; /* of connections */
	double swept; /* when late connections were closed last, on clock_coarse() */
};

static void on_connection(void *data, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode what)
{
	struct server *server = data;

	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		const union MHD_ConnectionInfo *info =
			MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);

		if (server->count++ >= CONNECTIONS_WANTED)
			connection_close_one(&server->connections);
		*context = connection_add(&server->connections, info->connect_fd);
		return;
	}
	server->count--;
	connection_free(*context);
	*context = NULL;
}

static bool start_daemon(struct server *server, struct error *err)
{
	server->fd = listen_open(server->shared.settings->listen, server->address, err);
	if (server->fd < 0)
		return false;
	server->daemon = MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL,
		call_take_part, &server->shared, MHD_OPTION_LISTEN_SOCKET, server->fd,
		MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MOST,
		MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)CONNECTION_MEMORY,
		MHD_OPTION_NOTIFY_COMPLETED, call_end, NULL, MHD_OPTION_NOTIFY_CONNECTION,
		on_connection, server, MHD_OPTION_END);
	const union MHD_DaemonInfo *info =
		server->daemon ? MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_EPOLL_FD)
			       : NULL;
	if (!info)
		return error_set(err, ERROR_INTERNAL, 0, "libmicrohttpd cannot be started");
	server->events = info->epoll_fd;
	return true;
}

struct server *server_open(const struct settings *settings, struct error *err)
{
	struct server *server = calloc(1, sizeof(*server));

	if (!server) {
		(void)error_memory(err);
		return NULL;
	}
	server->shared.settings = settings;
	server->fd = -1;
	connection_list_init(&server->connections);
	server->shared.gateway = gateway_open(settings, call_answer, err);
	if (server->shared.gateway && start_daemon(server, err))
		return server;
	server_free(server);
	return NULL;
}

const char *server_address(const struct server *server)
{
	return server->address;
}

/* Returns the milliseconds until libmicrohttpd must be called, at most TURN. */
static int compute_wait(const struct server *server)
{
	MHD_UNSIGNED_LONG_LONG wanted = TURN;

	if (MHD_get_timeout(server->daemon, &wanted) != MHD_YES || wanted > TURN)
		return TURN;
	return (int)wanted;
}

void server_run_once(struct server *server, int fd)
{
	const struct pollfd others[] = { { .fd = server->events }, { .fd = fd } };

	gateway_run(server->shared.gateway, others, COUNT(others), compute_wait(server));
	(void)MHD_run(server->daemon);
	if (clock_coarse() - server->swept < TURN / 1000.0)
		return;
	server->swept = clock_coarse();
	connection_close_late(&server->connections);
}

void server_close(struct server *server)
{
	/* Accept the connections that are waiting already. */
	(void)MHD_run(server->daemon);
	int fd = MHD_quiesce_daemon(server->daemon);

	server->shared.closing = true;
	server->fd = -1;
	if (fd >= 0)
		(void)close(fd);
}

unsigned server_busy(const struct server *server)
{
	return server->shared.busy;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	if (server->daemon)
		MHD_stop_daemon(server->daemon);
	else if (server->fd >= 0)
		(void)close(server->fd);
	gateway_free(server->shared.gateway);
	free(server);
}
