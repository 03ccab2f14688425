/* SPDX-License-Identifier: Apache-2.0 */
#include "mock.h"

#include "complaints.h"
#include "http_message.h"
#include "listener.h"
#include "proxy.h"
#include "script.h"
#include "tls.h"

#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t ended = PTHREAD_COND_INITIALIZER;

static struct {
	const struct test_case *test;
	struct script script;
	SSL_CTX *tls;
	bool over;
	struct listener server, proxy, closed;
} mock;

static void stall(void)
{
	(void)pthread_mutex_lock(&lock);
	while (!mock.over)
		(void)pthread_cond_wait(&ended, &lock);
	(void)pthread_mutex_unlock(&lock);
}

/* Makes a handshake fail in ways that no certificate causes. Takes fd over if it returns true. */
static bool break_handshake(int fd)
{
	static const char plain[] = "HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n";
	const char *kind = value_string(&mock.test->tls, "");
	struct stream stream = { .fd = fd };
	char hello[4096];

	if (strcmp(kind, "dies-in-handshake") != 0 && strcmp(kind, "plain") != 0 &&
		strcmp(kind, "stalls-in-handshake") != 0)
		return false;
	(void)stream_read(&stream, hello, sizeof(hello));
	if (!strcmp(kind, "plain"))
		(void)stream_write(&stream, plain, strlen(plain));
	if (!strcmp(kind, "stalls-in-handshake"))
		stall();
	stream_close(&stream);
	return true;
}

static bool resets_connection(void)
{
	(void)pthread_mutex_lock(&lock);
	bool resets = script_resets_connection(&mock.script);
	(void)pthread_mutex_unlock(&lock);
	return resets;
}

static void serve(int fd)
{
	struct text rest = TEXT(TEXT_ANY);
	struct message message;
	struct stream stream = { .fd = fd };
	bool fresh = true;

	if (resets_connection()) {
		char first;

		/*
		 * Waits for the first byte: a reset before the client's first byte could look like
		 * a connection that was never made.
		 */
		(void)recv(fd, &first, sizeof(first), MSG_PEEK);
		stream_reset(&stream);
		return;
	}
	if (break_handshake(fd))
		return;
	if (!stream_open(&stream, fd, mock.tls)) {
		stream_cut(&stream);
		return;
	}
	while (message_read(&stream, &rest, &message)) {
		struct answer answer;

		(void)pthread_mutex_lock(&lock);
		script_take(&mock.script, &message, fresh, &answer);
		(void)pthread_mutex_unlock(&lock);
		fresh = false;
		if (!answer_send(&answer, &stream, stall))
			return;
	}
	stream_close(&stream);
}

static bool open_tls(const char *folder, struct text *why)
{
	const char *kind = text_string(&mock.test->tls.text);
	struct text path = TEXT(TEXT_ANY);

	if (!strcmp(kind, "dies-in-handshake") || !strcmp(kind, "plain") ||
		!strcmp(kind, "stalls-in-handshake"))
		kind = "valid";
	(void)text_addf(&path, "%s/ca.pem", folder);
	mock.tls = tls_context(kind, text_string(&path), why);
	return mock.tls;
}

bool mock_open(const struct test_case *test, const char *folder, struct mock_places *places,
	struct text *why)
{
	bool refuses = !strcmp(value_string(&test->fault, ""), "refuse");

	mock.test = test;
	if (test->fault.given && !refuses)
		return text_addf(why, "%s:%u: a case's own fault can only be refuse", test->path,
			       test->fault.line) &&
		       false;
	if (test->tls.given && !open_tls(folder, why))
		return false;
	if (!listener_open(&mock.server, refuses ? NULL : serve) ||
		!proxy_open(&mock.proxy, test, mock.server.port, mock.tls) ||
		!listener_open(&mock.closed, NULL))
		return text_add(why, "no port could be opened") && false;
	(void)snprintf(places->base, sizeof(places->base), "http%s://127.0.0.1:%d",
		test->tls.given ? "s" : "", mock.server.port);
	(void)snprintf(
		places->proxy, sizeof(places->proxy), "http://127.0.0.1:%d", mock.proxy.port);
	(void)snprintf(
		places->closed, sizeof(places->closed), "http://127.0.0.1:%d", mock.closed.port);
	return true;
}

bool mock_start(const struct test_case *test, struct bindings *bindings, struct text *why)
{
	if (!script_open(&mock.script, test, bindings, why))
		return false;
	if (!listener_start(&mock.server) || !listener_start(&mock.proxy))
		return text_add(why, "no thread could be started") && false;
	return true;
}

bool mock_was_asked(void)
{
	(void)pthread_mutex_lock(&lock);
	bool asked = mock.script.requests > 0;
	(void)pthread_mutex_unlock(&lock);
	return asked;
}

static void check_connections(void)
{
	const struct test_case *test = mock.test;
	bool silent = !test->expected_count && !test->list.count && !test->tls.given;
	long wanted = (long)value_number(&test->connections, silent ? 0 : -1);

	if (wanted >= 0 && wanted != (long)mock.server.connections)
		complain("%u connections were made, expected %ld", mock.server.connections, wanted);
}

void mock_stop(void)
{
	listener_stop(&mock.server);
	listener_stop(&mock.proxy);
	(void)pthread_mutex_lock(&lock);
	mock.over = true;
	(void)pthread_cond_broadcast(&ended);
	(void)pthread_mutex_unlock(&lock);
	if (!listener_wait_idle(5))
		complain("a connection did not end with the program");
	script_conclude(&mock.script);
	check_connections();
	proxy_conclude();
}
