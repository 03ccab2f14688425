/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/server.h"

#include "base/clock.h"
#include "base/log.h"
#include "webhook/gateway.h"
#include "webhook/listen.h"
#include "webhook/visitor.h"

#include <microhttpd.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Before 0.9.71 the handlers return an int. */
#if MHD_VERSION >= 0x00097002
typedef enum MHD_Result handled;
#else
typedef int handled;
#endif

enum {
	CONNECTIONS_MOST = 512,
	CONNECTION_MEMORY = 16 << 10, /* bytes for a header */
	BODIES_MOST = 8 << 20, /* bytes of all bodies together */
	DRAIN_MOST = 1 << 20, /* bytes that are read of a body which is not wanted */
	TURN = 250 /* milliseconds */
};

struct server {
	const struct settings *settings;
	struct gateway *gateway;
	struct MHD_Daemon *daemon;
	int fd; /* that it listens on; -1: no longer */
	int events; /* libmicrohttpd's epoll */
	char address[LISTEN_ADDRESS];
	struct visitor visitors; /* head of the list */
	double swept; /* on clock_coarse(), when late ones were looked for */
	unsigned busy; /* requests under way */
	size_t held; /* bytes of their bodies */
	bool closing;
};

/* One request. */
struct call {
	struct server *server;
	struct MHD_Connection *connection;
	struct visitor *visitor;
	char method[16], path[64]; /* cut, for the log */
	bool posted; /* to the path of webhooks */
	bool metrics; /* asks for them */
	struct text body;
	size_t came; /* bytes of the body, kept or not */
	double started; /* on clock_now(), when all of it was there */
	enum outcome outcome;
	struct label label;
	struct text why;
};

static struct visitor *visitor_of(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return info ? info->socket_context : NULL;
}

static const char *header_of(struct call *call, const char *name)
{
	return MHD_lookup_connection_value(call->connection, MHD_HEADER_KIND, name);
}

/* ---- answering ---- */

static bool add_body(struct call *call, struct text *out)
{
	const struct outcome_row *row = outcome_row(call->outcome);

	if (call->metrics && call->outcome == OUTCOME_SHOWN)
		return metrics_add_text(gateway_metrics(call->server->gateway),
			gateway_under_way(call->server->gateway), call->server->settings->queue, out);
	return text_addf(out, "{\"%s\":\"%s\"}\n", row->status < 300 ? "status" : "error",
		call->outcome == OUTCOME_SHOWN ? "ok" : row->reason);
}

static void log_call(const struct call *call, double seconds)
{
	const struct outcome_row *row = outcome_row(call->outcome);

	log_line("%s %s %u %s%s%s%s%s %.0f ms%s%s", call->method, call->path, row->status,
		row->reason, *call->label.type ? " " : "", call->label.type,
		*call->label.id ? " " : "", call->label.id, seconds * 1000,
		call->why.len ? ": " : "", text_string(&call->why));
}

/* What is counted of a request, once. */
static void close_books(struct call *call)
{
	double seconds = call->started > 0 ? clock_now() - call->started : 0;

	metrics_count(gateway_metrics(call->server->gateway), call->outcome, seconds);
	log_call(call, seconds);
}

static handled queue_answer(struct call *call)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);
	const struct outcome_row *row = outcome_row(call->outcome);

	if (!add_body(call, &body))
		return MHD_NO;
	struct MHD_Response *response =
		MHD_create_response_from_buffer(body.len, body.data, MHD_RESPMEM_MUST_COPY);
	if (!response)
		return MHD_NO;
	(void)MHD_add_response_header(response, "Content-Type",
		call->metrics && call->outcome == OUTCOME_SHOWN ? "text/plain; version=0.0.4"
								: "application/json");
	if (row->status == 405)
		(void)MHD_add_response_header(
			response, "Allow", call->posted ? "POST" : "GET, HEAD");
	if (call->server->closing)
		(void)MHD_add_response_header(response, "Connection", "close");
	close_books(call);
	handled result = MHD_queue_response(call->connection, row->status, response);
	MHD_destroy_response(response);
	/* It may take its time to read the answer, but not more. */
	visitor_again(call->visitor);
	return result;
}

/* StackStorm has answered, or takes too long. */
static void answer(void *request, enum outcome outcome, const char *why)
{
	struct call *call = request;

	call->outcome = outcome;
	(void)text_add(&call->why, why);
	MHD_resume_connection(call->connection);
}

/* ---- receiving ---- */

/* What a request asks for. An outcome that is known already stands at once. */
static void route(struct call *call, const char *path, const char *method)
{
	bool reads = !strcmp(method, "GET") || !strcmp(method, "HEAD");

	call->metrics = !strcmp(path, "/metrics");
	if (call->metrics || !strcmp(path, "/health")) {
		call->outcome = reads ? OUTCOME_SHOWN : OUTCOME_NO_METHOD;
	} else if (strcmp(path, call->server->settings->path) != 0) {
		call->outcome = OUTCOME_NO_PATH;
	} else {
		call->posted = true;
		if (strcmp(method, "POST") != 0)
			call->outcome = OUTCOME_NO_METHOD;
		else
			gateway_metrics(call->server->gateway)->received++;
	}
}

/* Whether the body that is announced need not come: it is too large, and the client asks before it sends. */
static bool refuse_early(struct call *call)
{
	const char *length = header_of(call, "Content-Length");
	unsigned long long announced = length ? strtoull(length, NULL, 10) : 0;

	if (announced > GATEWAY_BODY_MOST && call->outcome == OUTCOME_PENDING)
		call->outcome = OUTCOME_TOO_LARGE;
	return announced > DRAIN_MOST ||
	       (call->outcome != OUTCOME_PENDING && announced && header_of(call, "Expect"));
}

static handled begin(struct server *server, struct MHD_Connection *connection, const char *path,
	const char *method, void **state)
{
	struct visitor *visitor = visitor_of(connection);
	struct call *call = visitor ? calloc(1, sizeof(*call)) : NULL;

	if (!call)
		return MHD_NO;
	call->server = server;
	call->connection = connection;
	call->visitor = visitor;
	call->body.limit = GATEWAY_BODY_MOST;
	call->why.limit = ERROR_TEXT;
	(void)snprintf(call->method, sizeof(call->method), "%s", method);
	(void)snprintf(call->path, sizeof(call->path), "%s", path);
	*state = call;
	server->busy++;
	visitor_go_on(call->visitor);
	route(call, path, method);
	return refuse_early(call) ? queue_answer(call) : MHD_YES;
}

static void drop_body(struct call *call)
{
	call->server->held -= call->body.len;
	text_done(&call->body);
}

static bool take_bytes(struct call *call, const char *bytes, size_t len)
{
	struct server *server = call->server;

	call->came += len;
	if (call->outcome == OUTCOME_PENDING && call->came > GATEWAY_BODY_MOST)
		call->outcome = OUTCOME_TOO_LARGE;
	else if (call->outcome == OUTCOME_PENDING && server->held + len > BODIES_MOST)
		call->outcome = OUTCOME_BUSY;
	if (call->outcome != OUTCOME_PENDING) {
		drop_body(call);
		return call->came <= DRAIN_MOST;
	}
	server->held += len;
	if (text_add_bytes(&call->body, bytes, len))
		return true;
	server->held -= len;
	call->outcome = OUTCOME_FAILED;
	return true;
}

/* All of the request is there. */
static handled take_whole(struct call *call)
{
	const char *why = "";

	call->started = clock_now();
	if (call->outcome == OUTCOME_PENDING) {
		const struct arrival arrival = {
			.webhook_id = header_of(call, "X-Webhook-Id"),
			.signature = header_of(call, "X-PagerDuty-Signature"),
			.body = &call->body,
		};

		size_t held = call->body.len;
		call->outcome =
			gateway_take(call->server->gateway, &arrival, call, &call->label, &why);
		call->server->held -= held;
		text_done(&call->body);
		(void)text_add(&call->why, why);
	}
	if (call->outcome != OUTCOME_PENDING)
		return queue_answer(call);
	visitor_hold(call->visitor);
	MHD_suspend_connection(call->connection);
	return MHD_YES;
}

/*
 * libmicrohttpd calls this once with the header, then with each part of the body, then without
 * any; and again after it was suspended.
 */
static handled take_part(void *data, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state)
{
	struct call *call = *state;

	(void)version;
	if (!call)
		return begin(data, connection, path, method, state);
	if (*part_len) {
		size_t len = *part_len;

		*part_len = 0;
		return take_bytes(call, part, len) ? MHD_YES : MHD_NO;
	}
	return call->started > 0 ? queue_answer(call) : take_whole(call);
}

static void end_call(void *data, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason)
{
	struct call *call = *state;

	(void)data, (void)connection, (void)reason;
	if (!call)
		return;
	drop_body(call);
	text_done(&call->why);
	visitor_again(call->visitor);
	call->server->busy--;
	free(call);
	*state = NULL;
}

static void meet(void *data, struct MHD_Connection *connection, void **context,
	enum MHD_ConnectionNotificationCode what)
{
	struct server *server = data;

	if (what == MHD_CONNECTION_NOTIFY_STARTED) {
		const union MHD_ConnectionInfo *info =
			MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);

		*context = visitor_add(&server->visitors, info->connect_fd);
		return;
	}
	visitor_free(*context);
	*context = NULL;
}

/* ---- the server ---- */

static bool start(struct server *server, struct error *err)
{
	server->fd = listen_open(server->settings->listen, server->address, err);
	if (server->fd < 0)
		return false;
	server->daemon =
		MHD_start_daemon(MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME, 0, NULL, NULL, take_part,
			server, MHD_OPTION_LISTEN_SOCKET, server->fd, MHD_OPTION_CONNECTION_LIMIT,
			(unsigned)CONNECTIONS_MOST, MHD_OPTION_CONNECTION_MEMORY_LIMIT,
			(size_t)CONNECTION_MEMORY, MHD_OPTION_NOTIFY_COMPLETED, end_call, NULL,
			MHD_OPTION_NOTIFY_CONNECTION, meet, server, MHD_OPTION_END);
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
	server->settings = settings;
	server->fd = -1;
	visitor_list(&server->visitors);
	server->gateway = gateway_open(settings, answer, err);
	if (server->gateway && start(server, err))
		return server;
	server_free(server);
	return NULL;
}

const char *server_address(const struct server *server)
{
	return server->address;
}

/* Milliseconds until libmicrohttpd wants to be called, at most a turn. */
static int next_wait(const struct server *server)
{
	MHD_UNSIGNED_LONG_LONG wanted = TURN;

	if (MHD_get_timeout(server->daemon, &wanted) != MHD_YES || wanted > TURN)
		return TURN;
	return (int)wanted;
}

void server_turn(struct server *server, int fd)
{
	const struct pollfd others[] = { { .fd = server->events }, { .fd = fd } };

	gateway_run(server->gateway, others, COUNT(others), next_wait(server));
	(void)MHD_run(server->daemon);
	if (clock_coarse() - server->swept < TURN / 1000.0)
		return;
	server->swept = clock_coarse();
	visitor_end_late(&server->visitors);
}

void server_close(struct server *server)
{
	/* Those that are waiting to be taken still are. */
	(void)MHD_run(server->daemon);
	int fd = MHD_quiesce_daemon(server->daemon);

	server->closing = true;
	server->fd = -1;
	if (fd >= 0)
		(void)close(fd);
}

unsigned server_busy(const struct server *server)
{
	return server->busy;
}

void server_free(struct server *server)
{
	if (!server)
		return;
	if (server->daemon)
		MHD_stop_daemon(server->daemon);
	else if (server->fd >= 0)
		(void)close(server->fd);
	gateway_free(server->gateway);
	free(server);
}
