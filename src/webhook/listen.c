/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netdb.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { WAITING_MOST = 512 }; /* connections that the kernel queues until they are accepted */

/* Parses an address such as "[::1]:9120". Returns NULL if it is not numeric. */
static struct addrinfo *parse_address(const char *address)
{
	const struct addrinfo hints = {
		.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE,
		.ai_family = AF_UNSPEC,
		.ai_socktype = SOCK_STREAM,
	};
	const char *colon = strrchr(address, ':');
	char host[LISTEN_ADDRESS];
	struct addrinfo *found = NULL;
	size_t len = colon ? (size_t)(colon - address) : 0;

	if (len > 1 && *address == '[') {
		address++;
		len -= 2;
	}
	if (!len || len >= sizeof(host))
		return NULL;
	memcpy(host, address, len);
	host[len] = '\0';
	return getaddrinfo(host, colon + 1, &hints, &found) ? NULL : found;
}

static bool print_address(int fd, char out[LISTEN_ADDRESS])
{
	struct sockaddr_storage bound = { 0 };
	socklen_t len = sizeof(bound);
	char host[INET6_ADDRSTRLEN + 1], port[8];

	if (getsockname(fd, (struct sockaddr *)&bound, &len) ||
		getnameinfo((struct sockaddr *)&bound, len, host, sizeof(host), port, sizeof(port),
			NI_NUMERICHOST | NI_NUMERICSERV))
		return false;
	(void)snprintf(
		out, LISTEN_ADDRESS, bound.ss_family == AF_INET6 ? "[%s]:%s" : "%s:%s", host, port);
	return true;
}

static bool start_listening(int fd, const struct addrinfo *where, char out[LISTEN_ADDRESS])
{
	const int on = 1;

	return fd >= 0 && !setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on)) &&
	       !bind(fd, where->ai_addr, where->ai_addrlen) && !listen(fd, WAITING_MOST) &&
	       print_address(fd, out);
}

int listen_open(const char *address, char out_address[LISTEN_ADDRESS], struct error *err)
{
	struct addrinfo *where = parse_address(address);

	if (!where) {
		(void)error_set(err, ERROR_CONFIG, 0,
			"webhook.listen: %s is not a numeric address and port", address);
		return -1;
	}
	int fd = socket(where->ai_family, where->ai_socktype | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	bool ok = start_listening(fd, where, out_address);
	int reason = errno;
	freeaddrinfo(where);
	if (ok)
		return fd;
	if (fd >= 0)
		(void)close(fd);
	(void)error_set(err, reason == EADDRNOTAVAIL ? ERROR_CONFIG : ERROR_UNAVAILABLE, 0,
		"port %s cannot be listened on (webhook.listen is %s): %s",
		strrchr(address, ':') + 1, address,
		reason == EADDRINUSE ? "another process has it" : strerror(reason));
	return -1;
}
