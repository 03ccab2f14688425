/* SPDX-License-Identifier: Apache-2.0 */
#include "server.h"

#include "action/code.h"
#include "base/text.h"
#include "call.h"
#include "routes.h"
#include "webhook/mhd_result.h"
#include "json/json.h"
#include "json/read.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BODY_MOST = 4 << 20 }; /* bytes */

static struct MHD_Daemon *daemon_;
static bool quiet;

static mhd_result add_query(
	void *data, enum MHD_ValueKind kind, const char *name, const char *value)
{
	struct json_object *query = data, *values;
	size_t len = strlen(name);
	char bare[128];

	(void)kind;
	if (len > 2 && !strcmp(name + len - 2, "[]"))
		len -= 2;
	(void)snprintf(bare, sizeof(bare), "%.*s", (int)len, name);
	values = json_member(query, bare);
	if (!values) {
		values = json_object_new_array();
		json_object_object_add(query, bare, values);
	}
	json_object_array_add(values, json_object_new_string(value ? value : ""));
	return MHD_YES;
}

static mhd_result send_reply(struct MHD_Connection *connection, const struct call *call)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);

	if (call->reply && !json_print(&body, call->reply))
		return MHD_NO;
	struct MHD_Response *response =
		MHD_create_response_from_buffer(body.len, body.data, MHD_RESPMEM_MUST_COPY);
	static unsigned long requests;
	char id[32];

	(void)snprintf(id, sizeof(id), "sandbox-%lu", ++requests);
	(void)MHD_add_response_header(response, "X-Request-Id", id);
	(void)MHD_add_response_header(response, "ratelimit-limit", "960");
	(void)MHD_add_response_header(response, "ratelimit-remaining", "959");
	(void)MHD_add_response_header(response, "ratelimit-reset", "60");
	if (call->reply)
		(void)MHD_add_response_header(response, "Content-Type", "application/json");
	mhd_result result = MHD_queue_response(connection, (unsigned)call->status, response);
	MHD_destroy_response(response);
	return result;
}

static mhd_result answer_request(struct MHD_Connection *connection, const char *path,
	const char *method, const struct text *body)
{
	struct call call = { .method = method, .path = path, .query = json_object_new_object() };
	struct error err = { 0 };

	call.authorization =
		MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization");
	call.from = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "From");
	(void)MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_query, call.query);
	if (body->failed)
		call_refuse(&call, 413, CODE_INVALID_INPUT, "The body is larger than 4 MiB", NULL);
	call.bad_body =
		body->len && (!json_read(text_string(body), body->len, JSON_DEPTH_PARAMETERS,
				      "the body", ERROR_USAGE, &call.body, &err) ||
				     !json_object_is_type(call.body, json_type_object));
	if (!call.status)
		routes_answer(&call);
	mhd_result result = send_reply(connection, &call);
	if (!quiet)
		(void)fprintf(stderr, "%s %s %ld\n", method, path, call.status);
	json_object_put(call.query);
	json_object_put(call.body);
	json_object_put(call.reply);
	return result;
}

/*
 * libmicrohttpd calls this once with the headers, then with each part of the body, then without
 * any.
 */
static mhd_result take_part(void *nothing, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state)
{
	struct text *body = *state;

	(void)nothing, (void)version;
	if (!body) {
		body = calloc(1, sizeof(*body));
		if (!body)
			return MHD_NO;
		body->limit = BODY_MOST;
		*state = body;
		return MHD_YES;
	}
	if (*part_len) {
		(void)text_add_bytes(body, part, *part_len);
		*part_len = 0;
		return MHD_YES;
	}
	return answer_request(connection, path, method, body);
}

static void end_request(void *nothing, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason)
{
	struct text *body = *state;

	(void)nothing, (void)connection, (void)reason;
	if (body)
		text_done(body);
	free(body);
}

bool server_open(unsigned short port, bool is_quiet, unsigned *out_port)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons(port),
		.sin_addr = { htonl(INADDR_LOOPBACK) },
	};

	quiet = is_quiet;
	daemon_ = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL, take_part, NULL,
		MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_NOTIFY_COMPLETED, end_request, NULL,
		MHD_OPTION_END);
	if (!daemon_)
		return false;
	*out_port = MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port;
	return true;
}

void server_close(void)
{
	MHD_stop_daemon(daemon_);
}
