/* SPDX-License-Identifier: Apache-2.0 */
#include "load.h"

#include "webhook/mhd_result.h"

#include <netinet/in.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 512 }; /* bytes of a body that are inspected */

static struct MHD_Daemon *daemon_;
static atomic_uint *taken;
static unsigned events;

struct call {
	char head[HEAD];
	size_t len;
	int event; /* -1: none */
};

static mhd_result answer(struct MHD_Connection *connection, struct call *call)
{
	static const char text[] = "{}";
	const char *key = MHD_lookup_connection_value(connection, MHD_HEADER_KIND, "St2-Api-Key");
	const char *id = strstr(call->head, "\"id\":\"load-");
	unsigned event = id ? (unsigned)strtoul(id + 11, NULL, 10) : events;
	bool good = key && !strcmp(key, LOAD_KEY) && event < events;

	call->event = good ? (int)event : -1;
	struct MHD_Response *response = MHD_create_response_from_buffer(
		sizeof(text) - 1, (void *)(unsigned long)text, MHD_RESPMEM_PERSISTENT);
	mhd_result result = MHD_queue_response(connection, good ? 202 : 400, response);
	MHD_destroy_response(response);
	return result;
}

static mhd_result take_part(void *data, struct MHD_Connection *connection, const char *path,
	const char *method, const char *version, const char *part, size_t *part_len, void **state)
{
	struct call *call = *state;

	(void)data, (void)path, (void)method, (void)version;
	if (!call) {
		*state = call = calloc(1, sizeof(*call));
		if (call)
			call->event = -1;
		return call ? MHD_YES : MHD_NO;
	}
	if (!*part_len)
		return answer(connection, call);
	size_t room = HEAD - 1 - call->len;
	size_t len = *part_len < room ? *part_len : room;
	memcpy(call->head + call->len, part, len);
	call->len += len;
	*part_len = 0;
	return MHD_YES;
}

static void end_call(void *data, struct MHD_Connection *connection, void **state,
	enum MHD_RequestTerminationCode reason)
{
	struct call *call = *state;

	(void)data, (void)connection;
	if (call && call->event >= 0 && reason == MHD_REQUEST_TERMINATED_COMPLETED_OK)
		atomic_fetch_add(&taken[call->event], 1);
	free(call);
	*state = NULL;
}

unsigned stub_start(unsigned port, unsigned count)
{
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((unsigned short)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) },
	};

	if (!port) {
		free(taken);
		taken = calloc(count, sizeof(*taken));
	}
	events = count;
	daemon_ = MHD_start_daemon(MHD_USE_EPOLL_INTERNAL_THREAD, 0, NULL, NULL, take_part, NULL,
		MHD_OPTION_SOCK_ADDR, &address, MHD_OPTION_LISTENING_ADDRESS_REUSE, 1U,
		MHD_OPTION_NOTIFY_COMPLETED, end_call, NULL, MHD_OPTION_END);
	return daemon_ && taken ? MHD_get_daemon_info(daemon_, MHD_DAEMON_INFO_BIND_PORT)->port : 0;
}

void stub_kill(void)
{
	MHD_stop_daemon(daemon_);
	daemon_ = NULL;
}

unsigned stub_taken(unsigned event)
{
	return atomic_load(&taken[event]);
}
