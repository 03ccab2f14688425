/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A server for measuring: answers on loopback as PagerDuty would, from memory, as fast as it can.
 *
 *     server [CERTIFICATE KEY]
 *
 * Prints its base URL on the first line and serves until stdin ends. Below the base URL:
 *     GET /COUNT/incidents?limit=&offset=   a page of a list of COUNT records of 4 kB
 *     GET, PUT /COUNT/incidents/ID          one record
 *     POST /COUNT/incidents                 one record, 201
 *     PUT /COUNT/incidents                  a record of each id in the body, such as "Q0000001"
 *     GET /COUNT/priorities                 none
 *     POST /COUNT/v2/enqueue                an event that is taken, 201
 */
#include "webhook/mhd_result.h"

#include <arpa/inet.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { RECORD = 4096, PAGE_MOST = 100, BATCH_MOST = 250, FILE_MOST = 64 << 10 };

/* Makes a record of exactly RECORD bytes, with as many short members as a real record. */
static size_t add_record(char *out, unsigned long number)
{
	size_t len = (size_t)sprintf(out,
		"{\"id\":\"Q%07lu\",\"type\":\"incident\",\"incident_number\":%lu,\"status\":"
		"\"acknowledged\",\"members\":[",
		number, number);

	while (len < RECORD - 80)
		len += (size_t)sprintf(out + len,
			"{\"id\":\"P%05zu\",\"type\":\"user_reference\",\"summary\":null},", len);
	len += (size_t)sprintf(out + len, "null],\"title\":\"");
	memset(out + len, 'x', RECORD - 2 - len);
	memcpy(out + RECORD - 2, "\"}", 2);
	return RECORD;
}

static size_t add_page(char *out, unsigned long count, unsigned long limit, unsigned long offset)
{
	unsigned long end = offset + limit < count ? offset + limit : count;
	size_t len = (size_t)sprintf(out, "{\"incidents\":[");

	for (unsigned long i = offset; i < end; i++) {
		if (i > offset)
			out[len++] = ',';
		len += add_record(out + len, i);
	}
	return len + (size_t)sprintf(out + len,
			     "],\"limit\":%lu,\"offset\":%lu,\"total\":null,\"more\":%s}", limit,
			     offset, end < count ? "true" : "false");
}

/* Adds the records that a body names. */
static size_t add_named(char *out, const char *sent)
{
	static const char before[] = "\"Q";
	size_t len = (size_t)sprintf(out, "{\"incidents\":[");
	unsigned count = 0;

	while (count < BATCH_MOST && (sent = strstr(sent, before))) {
		sent += sizeof(before) - 1;
		if (count++)
			out[len++] = ',';
		len += add_record(out + len, strtoul(sent, NULL, 10));
	}
	return len + (size_t)sprintf(out + len, "]}");
}

static unsigned long argument(
	struct MHD_Connection *connection, const char *name, unsigned long otherwise)
{
	const char *value = MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name);

	return value ? strtoul(value, NULL, 10) : otherwise;
}

static mhd_result answer(void *nothing, struct MHD_Connection *connection, const char *url,
	const char *method, const char *version, const char *upload, size_t *upload_len,
	void **state)
{
	static char body[(RECORD + 1) * BATCH_MOST + 1024], sent[FILE_MOST];
	static size_t sent_len;
	const char *slash = strchr(url + 1, '/');
	bool list = slash && !strcmp(slash, "/incidents");
	bool post = !strcmp(method, "POST");
	size_t len;

	(void)nothing, (void)version;
	/* The first call has only the header, and each later call a part of the body. */
	if (!*state) {
		*state = sent;
		sent_len = 0;
		return MHD_YES;
	}
	if (*upload_len) {
		size_t more = *upload_len < sizeof(sent) - 1 - sent_len
				      ? *upload_len
				      : sizeof(sent) - 1 - sent_len;

		memcpy(sent + sent_len, upload, more);
		sent_len += more;
		*upload_len = 0;
		return MHD_YES;
	}
	sent[sent_len] = '\0';
	if (list && !strcmp(method, "PUT")) {
		len = add_named(body, sent);
	} else if (list && !post) {
		unsigned long limit = argument(connection, "limit", 25);

		len = add_page(body, strtoul(url + 1, NULL, 10),
			limit > PAGE_MOST ? PAGE_MOST : limit, argument(connection, "offset", 0));
	} else if (slash && !strcmp(slash, "/priorities")) {
		len = (size_t)sprintf(body, "{\"priorities\":[],\"more\":false}");
	} else if (slash && !strcmp(slash, "/v2/enqueue")) {
		len = (size_t)sprintf(body, "{\"status\":\"success\",\"message\":\"taken\"}");
	} else {
		len = (size_t)sprintf(body, "{\"incident\":");
		len += add_record(body + len, 1);
		body[len++] = '}';
	}
	struct MHD_Response *response =
		MHD_create_response_from_buffer(len, body, MHD_RESPMEM_MUST_COPY);
	(void)MHD_add_response_header(response, "Content-Type", "application/json");
	mhd_result result = MHD_queue_response(connection, post ? 201 : 200, response);
	MHD_destroy_response(response);
	return result;
}

static char *read_file(const char *name)
{
	char *text = calloc(1, FILE_MOST + 1);
	FILE *file = fopen(name, "r");

	if (!file || !text || !fread(text, 1, FILE_MOST, file)) {
		perror(name);
		exit(EXIT_FAILURE);
	}
	(void)fclose(file);
	return text;
}

int main(int argc, char **argv)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	bool tls = argc == 3;
	const struct MHD_OptionItem options[] = {
		{ MHD_OPTION_SOCK_ADDR, 0, &address },
		{ tls ? MHD_OPTION_HTTPS_MEM_CERT : MHD_OPTION_END, 0,
			tls ? read_file(argv[1]) : NULL },
		{ tls ? MHD_OPTION_HTTPS_MEM_KEY : MHD_OPTION_END, 0,
			tls ? read_file(argv[2]) : NULL },
		{ MHD_OPTION_END, 0, NULL },
	};
	struct MHD_Daemon *daemon =
		MHD_start_daemon(MHD_USE_INTERNAL_POLLING_THREAD | (tls ? MHD_USE_TLS : 0), 0, NULL,
			NULL, answer, NULL, MHD_OPTION_ARRAY, options, MHD_OPTION_END);
	char byte;

	if (!daemon)
		return EXIT_FAILURE;
	(void)printf("%s://127.0.0.1:%u\n", tls ? "https" : "http",
		(unsigned)MHD_get_daemon_info(daemon, MHD_DAEMON_INFO_BIND_PORT)->port);
	(void)fflush(stdout);
	while (read(STDIN_FILENO, &byte, 1) > 0)
		;
	MHD_stop_daemon(daemon);
	return 0;
}
