/* SPDX-License-Identifier: Apache-2.0 */
/*
 * pagerduty-sandbox: a small PagerDuty in memory, on this machine's own address, to try the pack without an account.
 *
 *     pagerduty-sandbox [--port N] [--config-out FILE] [--quiet]
 *
 * Prints its base URL on the first line, writes a configuration for it to FILE, and serves until SIGTERM or SIGINT.
 */
#include "call.h"
#include "json.h"
#include "routes.h"
#include "store.h"
#include "text.h"

#include <microhttpd.h>

#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { BODY_MOST = 4 << 20, PORT_MOST = 65535 }; /* bytes */

static bool quiet;

static enum MHD_Result add_query(
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

static enum MHD_Result send_reply(struct MHD_Connection *connection, const struct call *call)
{
	char *text = strdup(
		call->reply ? json_object_to_json_string_ext(call->reply,
				      JSON_C_TO_STRING_PLAIN | JSON_C_TO_STRING_NOSLASHESCAPE)
			    : "");
	struct MHD_Response *response = MHD_create_response_from_buffer(
		text ? strlen(text) : 0, text, MHD_RESPMEM_MUST_FREE);
	static unsigned long requests;
	char id[32];

	(void)snprintf(id, sizeof(id), "sandbox-%lu", ++requests);
	(void)MHD_add_response_header(response, "X-Request-Id", id);
	(void)MHD_add_response_header(response, "ratelimit-limit", "960");
	(void)MHD_add_response_header(response, "ratelimit-remaining", "959");
	(void)MHD_add_response_header(response, "ratelimit-reset", "60");
	if (call->reply)
		(void)MHD_add_response_header(response, "Content-Type", "application/json");
	enum MHD_Result result = MHD_queue_response(connection, (unsigned)call->status, response);
	MHD_destroy_response(response);
	return result;
}

static enum MHD_Result answer_request(struct MHD_Connection *connection, const char *path,
	const char *method, const struct text *body)
{
	struct call call = { .method = method, .path = path, .query = json_object_new_object() };
	struct error err = { 0 };

	call.authorization =
		MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "Authorization");
	call.from = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "From");
	(void)MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND, add_query, call.query);
	if (body->failed)
		call_refuse(&call, 413, 2001, "Content Too Large", NULL);
	call.bad_body = body->len && !json_read(text_string(body), body->len, JSON_DEPTH_PARAMETERS,
					     "the body", ERROR_USAGE, &call.body, &err);
	if (!call.status)
		routes_answer(&call);
	enum MHD_Result result = send_reply(connection, &call);
	if (!quiet)
		(void)fprintf(stderr, "%s %s %ld\n", method, path, call.status);
	json_object_put(call.query);
	json_object_put(call.body);
	json_object_put(call.reply);
	return result;
}

/* libmicrohttpd calls this once with the headers, then with each part of the body, then without any. */
static enum MHD_Result take_part(void *nothing, struct MHD_Connection *connection, const char *path,
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

static void fail(const char *what, const char *why)
{
	(void)fprintf(stderr, "pagerduty-sandbox: %s: %s\n", what, why);
	exit(EXIT_FAILURE);
}

static void write_config(const char *name, unsigned port)
{
	FILE *file = fopen(name, "w");

	if (!file)
		fail(name, strerror(errno));
	(void)fprintf(file,
		"---\n# For the sandbox: nothing here is secret.\napi_key: \"%s\"\nservice_key: "
		"\"%s\"\nrouting_key: \"%s\"\n"
		"from_email: \"%s\"\napi_url: \"http://127.0.0.1:%u\"\nevents_url: "
		"\"http://127.0.0.1:%u\"\n",
		SANDBOX_API_KEY, SANDBOX_KEY, SANDBOX_KEY, SANDBOX_USER, port, port);
	if (fclose(file))
		fail(name, strerror(errno));
}

struct options {
	long port;
	const char *config;
};

static struct options read_options(int argc, char **argv)
{
	static const struct option names[] = {
		{ "config-out", required_argument, NULL, 'c' },
		{ "port", required_argument, NULL, 'p' },
		{ "quiet", no_argument, NULL, 'q' },
		{ 0 },
	};
	struct options options = { 0 };
	char *end = NULL;
	int option;

	while ((option = getopt_long(argc, argv, "", names, NULL)) != -1) {
		if (option == 'c')
			options.config = optarg;
		else if (option == 'p')
			options.port = strtol(optarg, &end, 10);
		else if (option == 'q')
			quiet = true;
		else
			exit(2);
		if (option == 'p' && (*end || options.port < 0 || options.port > PORT_MOST))
			fail(optarg, "not a port");
	}
	return options;
}

int main(int argc, char **argv)
{
	const struct options options = read_options(argc, argv);
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((uint16_t)options.port),
		.sin_addr = { htonl(INADDR_LOOPBACK) },
	};
	sigset_t ends;
	int number;

	(void)sigemptyset(&ends);
	(void)sigaddset(&ends, SIGTERM);
	(void)sigaddset(&ends, SIGINT);
	/* Before the server's thread starts, so that it is not the one to be ended. */
	(void)pthread_sigmask(SIG_BLOCK, &ends, NULL);
	store_open();
	struct MHD_Daemon *daemon = MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD, 0, NULL, NULL,
		take_part, NULL, MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_NOTIFY_COMPLETED,
		end_request, NULL, MHD_OPTION_END);
	if (!daemon)
		fail("cannot listen", strerror(errno));
	unsigned port = MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port;
	if (options.config)
		write_config(options.config, port);
	(void)printf("http://127.0.0.1:%u\n", port);
	(void)fflush(stdout);
	(void)sigwait(&ends, &number);
	MHD_stop_daemon(daemon);
	store_close();
	return 0;
}
