/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/call.h"

#include "base/clock.h"
#include "base/log.h"
#include "webhook/connection.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	BODIES_MOST = 8 << 20, /* bytes of all bodies together */
	DRAIN_MOST = 8 << 20 /* bytes that are read and dropped of a body that is refused */
};

/* A request. */
struct call {
	struct call_shared *shared;
	struct MHD_Connection *connection;
	struct connection *peer;
	char method[16], path[64]; /* cut, for the log */
	bool posted; /* a POST to the path of webhooks */
	bool metrics; /* a GET of the metrics */
	struct text body;
	size_t came; /* bytes of the body that were received, kept or not */
	double started; /* when the request was complete, on clock_now() */
	enum outcome outcome;
	struct label label;
	struct text why;
};

static struct connection *find_connection(struct MHD_Connection *connection)
{
	const union MHD_ConnectionInfo *info =
		MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);

	return info ? info->socket_context : NULL;
}

static const char *header_of(struct call *call, const char *name)
{
	return MHD_lookup_connection_value(call->connection, MHD_HEADER_KIND, name);
}

static bool add_body(struct call *call, struct text *out)
{
	const struct outcome_row *row = outcome_row(call->outcome);

	if (call->metrics && call->outcome == OUTCOME_SHOWN)
		return metrics_add_text(gateway_metrics(call->shared->gateway),
			gateway_under_way(call->shared->gateway), call->shared->settings->queue,
			out);
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

/* Counts and logs a request, once. */
static void record_outcome(struct call *call)
{
	double seconds = call->started > 0 ? clock_now() - call->started : 0;

	metrics_count(gateway_metrics(call->shared->gateway), call->outcome, seconds);
	log_call(call, seconds);
}

static mhd_result queue_answer(struct call *call)
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
	if (call->shared->closing)
		(void)MHD_add_response_header(response, "Connection", "close");
	record_outcome(call);
	mhd_result result = MHD_queue_response(call->connection, row->status, response);
	MHD_destroy_response(response);
	/* The client gets a new time limit for reading the answer. */
	connection_restart(call->peer);
	return result;
}

void call_answer(void *request, enum outcome outcome, const char *why)
{
	struct call *call = request;

	call->outcome = outcome;
	(void)text_add(&call->why, why);
	MHD_resume_connection(call->connection);
}

/* Finds out what a request asks for, and sets its outcome if it is already known. */
static void route(struct call *call, const char *path, const char *method)
{
	bool reads = !strcmp(method, "GET") || !strcmp(method, "HEAD");

	call->metrics = !strcmp(path, "/metrics");
	if (call->metrics || !strcmp(path, "/health")) {
		call->outcome = reads ? OUTCOME_SHOWN : OUTCOME_NO_METHOD;
	} else if (strcmp(path, call->shared->settings->path) != 0) {
		call->outcome = OUTCOME_NO_PATH;
	} else {
		call->posted = true;
		if (strcmp(method, "POST") != 0)
			call->outcome = OUTCOME_NO_METHOD;
		else
			gateway_metrics(call->shared->gateway)->received++;
	}
}

/*
 * Returns whether the request can be refused before its body is sent: the body is too large, and
 * the client waits for "100 Continue".
 */
static bool refuse_early(struct call *call)
{
	const char *length = header_of(call, "Content-Length");
	unsigned long long announced = length ? strtoull(length, NULL, 10) : 0;

	if (announced > GATEWAY_BODY_MOST && call->outcome == OUTCOME_PENDING)
		call->outcome = OUTCOME_TOO_LARGE;
	return announced > DRAIN_MOST ||
	       (call->outcome != OUTCOME_PENDING && announced && header_of(call, "Expect"));
}

static mhd_result begin_call(struct call_shared *shared, struct MHD_Connection *connection,
	const char *path, const char *method, void **state)
{
	struct connection *peer = find_connection(connection);
	struct call *call = peer ? calloc(1, sizeof(*call)) : NULL;

	if (!call)
		return MHD_NO;
	call->shared = shared;
	call->connection = connection;
	call->peer = peer;
	call->body.limit = GATEWAY_BODY_MOST;
	call->why.limit = ERROR_TEXT;
	(void)snprintf(call->method, sizeof(call->method), "%s", method);
	(void)snprintf(call->path, sizeof(call->path), "%s", path);
	*state = call;
	shared->busy++;
	connection_extend(call->peer);
	route(call, path, method);
	return refuse_early(call) ? queue_answer(call) : MHD_YES;
}

static void drop_body(struct call *call)
{
	call->shared->held -= call->body.len;
	text_done(&call->body);
}

static bool append_bytes(struct call *call, const char *bytes, size_t len)
{
	struct call_shared *shared = call->shared;

	call->came += len;
	if (call->outcome == OUTCOME_PENDING && call->came > GATEWAY_BODY_MOST)
		call->outcome = OUTCOME_TOO_LARGE;
	else if (call->outcome == OUTCOME_PENDING && shared->held + len > BODIES_MOST)
		call->outcome = OUTCOME_BUSY;
	if (call->outcome != OUTCOME_PENDING) {
		drop_body(call);
		return call->came <= DRAIN_MOST;
	}
	shared->held += len;
	if (text_add_bytes(&call->body, bytes, len))
		return true;
	shared->held -= len;
	call->outcome = OUTCOME_FAILED;
	return true;
}

/* Handles a request that was received completely. */
static mhd_result handle_whole(struct call *call)
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
			gateway_handle(call->shared->gateway, &arrival, call, &call->label, &why);
		call->shared->held -= held;
		text_done(&call->body);
		(void)text_add(&call->why, why);
	}
	if (call->outcome != OUTCOME_PENDING)
		return queue_answer(call);
	connection_pause(call->peer);
	MHD_suspend_connection(call->connection);
	return MHD_YES;
}

mhd_result call_take_part(void *data, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state)
{
	struct call *call = *state;

	(void)version;
	if (!call)
		return begin_call(data, connection, path, method, state);
	if (*part_len) {
		size_t len = *part_len;

		*part_len = 0;
		return append_bytes(call, part, len) ? MHD_YES : MHD_NO;
	}
	return call->started > 0 ? queue_answer(call) : handle_whole(call);
}

void call_end(void *data, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason)
{
	struct call *call = *state;

	(void)data, (void)connection, (void)reason;
	if (!call)
		return;
	drop_body(call);
	text_done(&call->why);
	connection_restart(call->peer);
	call->shared->busy--;
	free(call);
	*state = NULL;
}
