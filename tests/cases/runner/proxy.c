/* SPDX-License-Identifier: Apache-2.0 */
#include "proxy.h"

#include "complaints.h"
#include "http_message.h"

#include <arpa/inet.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

enum { ASKED_MOST = 64 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static struct {
	const struct test_case *test;
	int server_port;
	SSL_CTX *tls; /* for the mode "tls" */
	char *asked[ASKED_MOST]; /* the HOST:PORT of each CONNECT */
	size_t count;
} proxy;

/* Complains if a secret passes through the proxy unencrypted. */
static void look_for_secrets(const char *bytes, size_t len)
{
	if (memmem(bytes, len, "SECRET-", strlen("SECRET-")))
		complain("the proxy could read a secret");
}

static int connect_to_server(void)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
	struct sockaddr_in address = {
		.sin_family = AF_INET,
		.sin_port = htons((in_port_t)proxy.server_port),
	};

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	if (fd >= 0 && connect(fd, (struct sockaddr *)&address, sizeof(address)) == 0)
		return fd;
	if (fd >= 0)
		(void)close(fd);
	return -1;
}

/* Passes on the bytes that were received. Returns false at the end. */
static bool pass(struct stream *from, struct stream *to)
{
	char part[16 << 10];
	ssize_t len = stream_read(from, part, sizeof(part));

	if (len <= 0)
		return false;
	look_for_secrets(part, (size_t)len);
	return stream_write(to, part, (size_t)len);
}

static void tunnel(struct stream *client)
{
	struct stream server = { .fd = connect_to_server() };
	struct pollfd polls[] = { { client->fd, POLLIN, 0 }, { server.fd, POLLIN, 0 } };
	bool open = server.fd >= 0 &&
		    stream_write(client, "HTTP/1.1 200 Connection established\r\n\r\n", 39);

	while (open && poll(polls, COUNT(polls), -1) > 0) {
		if (polls[0].revents)
			open = pass(client, &server);
		if (open && polls[1].revents)
			open = pass(&server, client);
	}
	if (server.fd >= 0)
		stream_close(&server);
}

static void note(const struct message *message)
{
	(void)pthread_mutex_lock(&lock);
	if (proxy.count < ASKED_MOST)
		proxy.asked[proxy.count++] = strdup(message->target);
	(void)pthread_mutex_unlock(&lock);
	for (size_t i = 0; i < message->count; i++) {
		const char *value = message->fields[i].value;

		look_for_secrets(value, strlen(value));
	}
	for (size_t i = 0; i < proxy.test->proxy_header.count; i++) {
		const char *line = text_string(&proxy.test->proxy_header.items[i].text);
		char *name = strndup(line, strcspn(line, ":"));
		const char *value = line + strlen(name) + strspn(line + strlen(name), ": ");
		const char *found = message_field(message, name);

		if (!found || strcmp(found, value) != 0)
			complain("line %u: the proxy's header %s\n  expected \"%s\"\n  found    "
				 "\"%s\"",
				proxy.test->proxy_header.items[i].line, name, value,
				found ? found : "");
		free(name);
	}
}

static void send_refusal(struct stream *client, const char *mode)
{
	static const char page[] = "<html><body><h1>Blocked</h1>Ask the help desk.</body></html>";
	struct text out = TEXT(TEXT_ANY);

	if (!strcmp(mode, "407"))
		(void)text_add(&out, "HTTP/1.1 407 Proxy Authentication Required\r\n"
				     "Proxy-Authenticate: Basic realm=\"test\"\r\n");
	else
		(void)text_add(&out, "HTTP/1.1 403 Forbidden\r\nContent-Type: text/html\r\n");
	(void)text_addf(
		&out, "Connection: close\r\nContent-Length: %zu\r\n\r\n%s", strlen(page), page);
	(void)stream_write(client, out.data, out.len);
}

static void serve(int fd)
{
	const char *mode = text_string(&proxy.test->proxy.text);
	struct text rest = TEXT(TEXT_ANY);
	bool secure = !strcmp(mode, "tls");
	struct stream client;
	struct message message;

	if (stream_open(&client, fd, secure ? proxy.tls : NULL) &&
		message_read(&client, &rest, &message)) {
		note(&message);
		if (strcmp(message.method, "CONNECT") != 0)
			complain("the proxy was asked in plain: %s %s", message.method,
				message.target);
		else if (secure || !strcmp(mode, "on"))
			tunnel(&client);
		else if (strcmp(mode, "close") != 0)
			send_refusal(&client, mode);
	}
	stream_close(&client);
}

bool proxy_open(
	struct listener *listener, const struct test_case *test, int server_port, SSL_CTX *tls)
{
	proxy.test = test;
	proxy.tls = tls;
	proxy.server_port = server_port;
	return listener_open(listener, test->proxy.given ? serve : NULL);
}

void proxy_conclude(void)
{
	const struct list *expected = &proxy.test->proxy_connect;

	for (size_t i = 0; expected->count && (i < expected->count || i < proxy.count); i++) {
		const char *right =
			i < expected->count ? text_string(&expected->items[i].text) : "nothing";
		const char *found = i < proxy.count ? proxy.asked[i] : "nothing";

		if (strcmp(right, found) != 0)
			complain("the proxy was asked for %s, expected %s", found, right);
	}
}
