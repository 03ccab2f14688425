/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Tests single and parallel exchanges with a small server in a thread, which answers with given
 * bytes.
 */
#include "unit.h"

#include "base/interrupt.h"
#include "http/http.h"
#include "http/many.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netdb.h>
#include <poll.h>
#include <pthread.h>
#include <stdatomic.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { REQUEST_MOST = 4 << 20, SILENCE = 20 /* seconds */ };

static struct server {
	int listener;
	pthread_t thread;
	int port;
	const char *answer; /* the answer to each request; NULL: the connection is closed instead */
	bool deaf; /* the connection is closed before anything is read */
	bool silent; /* the request is read, and not answered */
	_Atomic int connections;
	_Atomic int requests;
	char *request; /* the last request */
} server;

static _Atomic bool over; /* the tests have ended */

/*
 * With -DLIBRARY_VERSION the library claims to be an older version, so that the code for that
 * version is tested. The program's code calls this function.
 */
#ifdef LIBRARY_VERSION
curl_version_info_data *curl_version_info(CURLversion version)
{
	static curl_version_info_data info = { .age = CURLVERSION_FIRST,
		.version = "7.61.1",
		.version_num = LIBRARY_VERSION,
		.ssl_version = "OpenSSL/1.1.1" };

	(void)version;
	return &info;
}
#endif

static void pause_for(long milliseconds)
{
	(void)nanosleep(&(struct timespec){ 0, milliseconds * 1000000 }, NULL);
}

/*
 * Simulates a name server that does not answer. libcurl calls this function, because the program's
 * symbols come first.
 */
__attribute__((visibility("default"))) int getaddrinfo(
	const char *name, const char *service, const struct addrinfo *hints, struct addrinfo **out)
{
	(void)name, (void)service, (void)hints, (void)out;
	for (int i = 0; i < SILENCE * 100 && !over; i++)
		pause_for(10);
	return EAI_AGAIN;
}

static bool stops_at_send; /* a signal comes as soon as libcurl has written something */

/* libcurl calls this function, as it calls the one above. */
__attribute__((visibility("default"))) ssize_t send(
	int connection, const void *bytes, size_t len, int flags)
{
	ssize_t sent = sendto(connection, bytes, len, flags, NULL, 0);

	if (stops_at_send)
		interrupt();
	return sent;
}

/* Reads a whole request: its header, and a body of the length in it. */
static bool read_request(int connection)
{
	size_t len = 0;

	for (;;) {
		ssize_t got = read(connection, server.request + len, REQUEST_MOST - len);

		if (got <= 0)
			return false;
		len += (size_t)got;
		server.request[len] = '\0';
		const char *end = strstr(server.request, "\r\n\r\n");
		const char *length = strcasestr(server.request, "\r\nContent-Length:");
		size_t body = length ? strtoul(length + 17, NULL, 10) : 0;

		if (end && len >= (size_t)(end + 4 - server.request) + body)
			return true;
	}
}

static void *serve(void *data)
{
	int connection = *(int *)data;

	free(data);
	while (!server.deaf && read_request(connection)) {
		server.requests++;
		if (server.silent)
			(void)poll(&(struct pollfd){ .fd = connection, .events = POLLIN }, 1,
				SILENCE * 1000);
		if (server.silent || !server.answer)
			break;
		(void)sendto(
			connection, server.answer, strlen(server.answer), MSG_NOSIGNAL, NULL, 0);
		if (strcasestr(server.answer, "Connection: close"))
			break;
	}
	(void)close(connection);
	return NULL;
}

/* A connection that is kept alive keeps its thread. */
static void *run_server(void *nothing)
{
	(void)nothing;
	for (;;) {
		int *connection = malloc(sizeof(*connection));
		pthread_t thread;

		if (!connection || (*connection = accept(server.listener, NULL, NULL)) < 0) {
			free(connection);
			return NULL;
		}
		/*
		 * Count before the answer is sent, because the test may read the number after it
		 * has the answer.
		 */
		server.connections++;
		if (pthread_create(&thread, NULL, serve, connection)) {
			free(connection);
			return NULL;
		}
		(void)pthread_detach(thread);
	}
}

static struct http *http;
static struct http_reply reply = HTTP_REPLY;

static int start(void **state)
{
	static const struct http_options options = { .connect_timeout = 2 };
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	struct error err = { 0 };

	(void)state;
	server.request = calloc(1, REQUEST_MOST + 1);
	server.listener = socket(AF_INET, SOCK_STREAM, 0);
	if (!server.request || server.listener < 0 ||
		bind(server.listener, (struct sockaddr *)&address, len) ||
		getsockname(server.listener, (struct sockaddr *)&address, &len) ||
		listen(server.listener, 8) ||
		pthread_create(&server.thread, NULL, run_server, NULL))
		return -1;
	server.port = ntohs(address.sin_port);
	http = http_open(&options, &err);
	return http ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	http_free(http);
	http_reply_done(&reply);
	over = true;
	(void)shutdown(server.listener, SHUT_RDWR);
	(void)pthread_join(server.thread, NULL);
	/*
	 * Waits until threads that cannot be joined, such as libcurl's, have ended, before memory
	 * is counted.
	 */
	pause_for(500);
	free(server.request);
	return 0;
}

/* Resets the server before each test. */
static int reset(void **state)
{
	(void)state;
	server.answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
	server.deaf = server.silent = false;
	server.connections = server.requests = 0;
	return 0;
}

static const char *url_of(const char *scheme)
{
	static char url[64];

	(void)snprintf(url, sizeof(url), "%s://127.0.0.1:%d/x", scheme, server.port);
	return url;
}

static bool send_request(const char *method, const char *url, const char *body, struct error *err)
{
	static const char *const headers[] = { "Accept: application/json",
		"Authorization: Token token=0123456789", NULL };
	const struct http_request request = {
		.method = method,
		.url = url,
		.headers = headers,
		.body = body,
		.body_len = body ? strlen(body) : 0,
		.timeout = 2,
	};

	*err = (struct error){ 0 };
	return http_send(http, &request, &reply, err);
}

static void test_reply(void **state)
{
	struct error err;

	(void)state;
	server.answer =
		"HTTP/1.1 404 Not Found\r\nX-REQUEST-ID:  r-1 \r\ncontent-type: text/html\r\n"
		"Content-Length: 5\r\n\r\nhello";
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(reply.status, 404);
	assert_string_equal(reply.request_id, "r-1");
	assert_string_equal(reply.content_type, "text/html");
	assert_string_equal(text_string(&reply.body), "hello");
	assert_true(reply.retry_after < 0);
	/* Nothing of one reply is left in the next. */
	(void)reset(NULL);
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_string_equal(reply.request_id, "");
	assert_string_equal(text_string(&reply.body), "{}");
}

static void test_request(void **state)
{
	struct error err;

	(void)state;
	assert_true(send_request("PUT", url_of("http"), "{\"a\":1}", &err));
	assert_ptr_equal(strstr(server.request, "PUT /x HTTP/1.1\r\n"), server.request);
	assert_non_null(strstr(server.request, "\r\nUser-Agent: " USER_AGENT "\r\n"));
	assert_non_null(strstr(server.request, "\r\nAuthorization: Token token=0123456789\r\n"));
	assert_non_null(strstr(server.request, "\r\nContent-Length: 7\r\n"));
	assert_non_null(strstr(server.request, "\r\n\r\n{\"a\":1}"));
	assert_null(strcasestr(server.request, "\r\nContent-Type:"));
	assert_null(strcasestr(server.request, "\r\nAccept-Encoding:"));
}

/* The body of an earlier request is not sent again. POST and PUT without a body say so. */
static void test_request_without_body(void **state)
{
	static const struct {
		const char *method;
		bool length;
	} rows[] = { { "POST", true }, { "PUT", true }, { "DELETE", false }, { "GET", false } };
	struct error err;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_true(send_request("POST", url_of("http"), "{\"old\":1}", &err));
		assert_true(send_request(rows[i].method, url_of("http"), NULL, &err));
		assert_ptr_equal(strstr(server.request, rows[i].method), server.request);
		assert_int_equal(
			!!strstr(server.request, "\r\nContent-Length: 0\r\n"), rows[i].length);
		assert_null(strstr(server.request, "old"));
	}
}

/* libcurl would first ask for permission (Expect: 100-continue) and wait a second for it. */
static void test_large_body_is_sent_at_once(void **state)
{
	struct error err;
	char *body = malloc((2 << 20) + 1);

	(void)state;
	assert_non_null(body);
	memset(body, 'x', 2 << 20);
	body[2 << 20] = '\0';
	assert_true(send_request("POST", url_of("http"), body, &err));
	assert_null(strcasestr(server.request, "\r\nExpect:"));
	free(body);
}

static void test_delays(void **state)
{
	static const struct {
		const char *fields;
		double least, most; /* -1: none */
	} rows[] = {
		{ "429 x\r\nRetry-After: 7", 7, 7 },
		{ "429 x\r\nretry-after:7.5", 7.5, 7.5 },
		{ "429 x\r\nRetry-After: 9\r\nratelimit-reset: 3", 3, 3 },
		{ "429 x\r\nratelimit-reset: 0", 0, 0 },
		{ "429 x\r\nratelimit-remaining: 5\r\nratelimit-reset: 3", 3, 3 },
		{ "503 x\r\nratelimit-reset: 3", 3, 3 },
		{ "503 x\r\nratelimit-remaining: 0\r\nratelimit-reset: 3", 3, 3 },
		{ "503 x\r\nratelimit-remaining: 5\r\nratelimit-reset: 3", -1, -1 },
		{ "503 x\r\nratelimit-remaining: 5\r\nratelimit-reset: 3\r\nRetry-After: 2", 2, 2 },
		{ "429 x\r\nratelimit-reset: soon\r\nRetry-After: 2", 2, 2 },
		{ "429 x\r\nratelimit-reset: 999999\r\nRetry-After: 2", 2, 2 },
		{ "429 x\r\nRetry-After: 86400", 86400, 86400 },
		{ "429 x\r\nRetry-After: 86401", -1, -1 },
		{ "429 x\r\nRetry-After: -1", -1, -1 },
		{ "429 x\r\nRetry-After:", -1, -1 },
		{ "429 x\r\nRetry-After: .", 0, 0 },
		{ "429 x\r\nRetry-After: nan", -1, -1 },
		{ "429 x\r\nRetry-After: inf", -1, -1 },
		{ "429 x\r\nRetry-After: 0x10", -1, -1 },
		{ "429 x\r\nRetry-After: 5 apples", -1, -1 },
		{ "429 x\r\nRetry-After: Thu, 01 Jan 1970 00:00:00 GMT", -1, -1 },
		{ "429 x\r\nRetry-After: Fri, 01 Jan 2999 00:00:00 GMT", -1, -1 },
	};
	struct error err;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char answer[512];

		(void)snprintf(answer, sizeof(answer), "HTTP/1.1 %s\r\nContent-Length: 0\r\n\r\n",
			rows[i].fields);
		server.answer = answer;
		assert_true(send_request("GET", url_of("http"), NULL, &err));
		if (reply.retry_after < rows[i].least || reply.retry_after > rows[i].most)
			fail_msg("%s: %f", rows[i].fields, reply.retry_after);
	}
}

static void test_delay_until_a_date(void **state)
{
	static const int offsets[] = { 60, -60 };
	char answer[256], date[64];
	struct error err;

	(void)state;
	for (size_t i = 0; i < COUNT(offsets); i++) {
		time_t then = time(NULL) + offsets[i];
		struct tm parts;

		assert_int_not_equal(strftime(date, sizeof(date), "%a, %d %b %Y %H:%M:%S GMT",
					     gmtime_r(&then, &parts)),
			0);
		(void)snprintf(answer, sizeof(answer),
			"HTTP/1.1 503 x\r\nRetry-After: %s\r\nContent-Length: 0\r\n\r\n", date);
		server.answer = answer;
		assert_true(send_request("GET", url_of("http"), NULL, &err));
		/* A time that has just passed means now. */
		assert_true(offsets[i] < 0 ? reply.retry_after == 0
					   : reply.retry_after > 57 && reply.retry_after <= 60);
	}
}

static void test_redirect_is_not_followed(void **state)
{
	struct error err;

	(void)state;
	server.answer = "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1/elsewhere\r\n"
			"Content-Length: 0\r\n\r\n";
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(reply.status, 302);
	assert_string_equal(reply.location, "http://127.0.0.1/elsewhere");
	assert_int_equal(server.requests, 1);
}

static void test_too_large(void **state)
{
	struct error err;

	(void)state;
	server.answer = "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n0123456789";
	reply.body.limit = 9;
	assert_false(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(err.kind, ERROR_REPLY);
	assert_true(reply.hopeless);
	reply.body.limit = 10;
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(reply.body.len, 10);
	reply.body.limit = HTTP_BODY_MOST;
}

/* Returns whether a request may have been received: this decides whether it may be sent again. */
static void test_unsent(void **state)
{
	struct error err;

	(void)state;
	server.answer = NULL;
	assert_false(send_request("POST", url_of("http"), "{}", &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_false(reply.unsent);
	assert_false(reply.hopeless);
	assert_int_equal(server.requests, 1);

	/* The server does not use TLS: a failed handshake means that the request was not sent. */
	server.deaf = true;
	assert_false(send_request("POST", url_of("https"), "{}", &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_true(reply.unsent);

	/* Nobody listens: a test never gets port 1. */
	assert_false(send_request("POST", "http://127.0.0.1:1/x", "{}", &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_true(reply.unsent);
	assert_false(reply.hopeless);
}

/*
 * After a request was sent, a later failure still says that nothing of the next request was sent.
 */
static void test_unsent_is_of_this_exchange(void **state)
{
	struct error err;

	(void)state;
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_false(send_request("GET", "http://127.0.0.1:1/x", NULL, &err));
	assert_true(reply.unsent);
	assert_int_equal(reply.status, 0);
}

/* Answers one request. Reads the next one of the same connection, and leaves without an answer. */
static void *answer_and_leave(void *data)
{
	static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}";
	int listener = *(int *)data;
	int connection = accept(listener, NULL, NULL);

	if (read_request(connection)) {
		(void)sendto(connection, answer, strlen(answer), MSG_NOSIGNAL, NULL, 0);
		(void)read_request(connection);
	}
	(void)close(listener);
	(void)close(connection);
	return NULL;
}

/*
 * libcurl sends a request again over a new connection if a kept-alive one was closed. If nobody
 * listens any more, the first copy may have been carried out nevertheless. The handle is a new one:
 * libcurl keeps one connection, and of two that were used in the same millisecond it may close the
 * later one.
 */
static void test_unsent_is_of_both_copies(void **state)
{
	static const struct http_options options = { .connect_timeout = 2 };
	struct http *const usual = http;
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_addr.s_addr = htonl(INADDR_LOOPBACK) };
	socklen_t len = sizeof(address);
	int listener = socket(AF_INET, SOCK_STREAM, 0);
	char url[64];
	pthread_t thread;
	struct error err;

	(void)state;
	http = http_open(&options, &err);
	assert_non_null(http);
	assert_int_equal(bind(listener, (struct sockaddr *)&address, len), 0);
	assert_int_equal(getsockname(listener, (struct sockaddr *)&address, &len), 0);
	assert_int_equal(listen(listener, 1), 0);
	assert_int_equal(pthread_create(&thread, NULL, answer_and_leave, &listener), 0);
	(void)snprintf(url, sizeof(url), "http://127.0.0.1:%d/x", ntohs(address.sin_port));
	assert_true(send_request("GET", url, NULL, &err));
	assert_false(send_request("GET", url, NULL, &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_false(reply.unsent);
	assert_int_equal(pthread_join(thread, NULL), 0);
	http_free(http);
	http = usual;
}

static void test_half_a_reply_is_none(void **state)
{
	struct error err;

	(void)state;
	server.answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 10\r\n\r\n{\"a\"";
	assert_false(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_int_equal(reply.status, 0);
	assert_false(reply.unsent);
}

static void test_plain_http_is_for_loopback(void **state)
{
	struct error err;

	(void)state;
	assert_false(send_request("GET", "http://192.0.2.1/x", NULL, &err));
	assert_int_equal(err.kind, ERROR_INTERNAL);
	assert_true(reply.unsent);
	assert_true(reply.hopeless);
}

static void test_fresh_connections(void **state)
{
	struct error err = { 0 };
	struct http_request request = { .method = "POST",
		.url = url_of("http"),
		.headers = (const char *const[]){ NULL },
		.timeout = 2 };

	(void)state;
	/* A connection of an earlier test may still be open. */
	server.answer = "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
	assert_true(http_send(http, &request, &reply, &err));
	(void)reset(NULL);
	assert_true(http_send(http, &request, &reply, &err));
	assert_true(http_send(http, &request, &reply, &err));
	assert_int_equal(server.connections, 1);
	request.fresh = true;
	assert_true(http_send(http, &request, &reply, &err));
	assert_int_equal(server.connections, 2);
	assert_int_equal(server.requests, 3);
}

static double seconds_since(const struct timespec *before)
{
	struct timespec now;

	(void)clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)(now.tv_sec - before->tv_sec) +
	       (double)(now.tv_nsec - before->tv_nsec) / 1e9;
}

/* Otherwise libcurl waits for the thread that asks the name server, long after the time is over. */
static void test_silent_name_server(void **state)
{
	struct timespec before;
	struct error err;

	(void)state;
	(void)clock_gettime(CLOCK_MONOTONIC, &before);
	assert_false(send_request("GET", "https://name.invalid/x", NULL, &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_true(reply.unsent);
	assert_true(seconds_since(&before) < SILENCE / 2.0);
	/* The next request is sent. */
	assert_true(send_request("GET", url_of("http"), NULL, &err));
	assert_string_equal(text_string(&reply.body), "{}");
}

struct outcome {
	bool told;
	bool ok;
	struct error err;
};

static void take_outcome(void *data, bool ok, struct http_reply *reply_, struct error *err)
{
	struct outcome *outcome = data;

	(void)reply_;
	assert_false(outcome->told);
	*outcome = (struct outcome){ .told = true, .ok = ok, .err = *err };
}

/* Neither another exchange nor closing waits for a name server that does not answer. */
static void test_silent_name_server_among_many(void **state)
{
	static const struct http_options options = { .connect_timeout = 1 };
	struct http_request lost = { .method = "POST",
		.url = "https://name.invalid/x",
		.headers = (const char *const[]){ NULL },
		.body = "{}",
		.body_len = 2,
		.timeout = 2 };
	struct http_request sent = lost;
	struct outcome outcomes[3] = { 0 };
	struct timespec before;
	struct error err = { 0 };

	(void)state;
	sent.url = url_of("http");
	(void)clock_gettime(CLOCK_MONOTONIC, &before);
	struct http_many *many = http_many_open(&options, 100, &err);
	assert_non_null(many);
	assert_true(http_many_start(many, &lost, take_outcome, &outcomes[0], &err));
	while (!outcomes[0].told)
		http_many_run(many, NULL, 0, 100);
	assert_false(outcomes[0].ok);
	assert_int_equal(outcomes[0].err.kind, ERROR_TRANSPORT);
	assert_int_equal(http_many_count(many), 0);
	assert_true(http_many_start(many, &lost, take_outcome, &outcomes[1], &err));
	assert_true(http_many_start(many, &sent, take_outcome, &outcomes[2], &err));
	while (!outcomes[2].told)
		http_many_run(many, NULL, 0, 100);
	assert_true(outcomes[2].ok);
	assert_false(outcomes[1].told);
	assert_int_equal(http_many_count(many), 1);
	http_many_free(many);
	assert_true(seconds_since(&before) < SILENCE / 2.0);
}

static void test_silence(void **state)
{
	struct error err;

	(void)state;
	server.silent = true;
	assert_false(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(err.kind, ERROR_TRANSPORT);
	assert_non_null(strstr(err.text, "gave no whole answer within 2.0 s"));
	assert_false(reply.unsent);
}

/* Sends a request that is stopped at once. Exit status 0: it may have been received. */
static void send_and_stop(void)
{
	static const struct http_options options = { .connect_timeout = 2 };
	struct error err = { 0 };

	http = http_open(&options, &err);
	stops_at_send = true;
	_exit(!http || send_request("PUT", url_of("http"), "{}", &err) ||
		err.kind != ERROR_UNAVAILABLE || reply.unsent);
}

/* In a process of its own, because an interrupt cannot be undone. */
static void test_interrupt_when_sent(void **state)
{
	int status = -1;

	(void)state;
	server.silent = true;
	pid_t child = fork();
	if (!child)
		send_and_stop();
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

static void *interrupt_soon(void *nothing)
{
	(void)nothing;
	pause_for(200);
	interrupt();
	return NULL;
}

/* The last test, because an interrupt cannot be undone. */
static void test_interrupt(void **state)
{
	struct timespec before;
	struct error err;
	pthread_t thread;

	(void)state;
	server.silent = true;
	(void)clock_gettime(CLOCK_MONOTONIC, &before);
	assert_int_equal(pthread_create(&thread, NULL, interrupt_soon, NULL), 0);
	assert_false(send_request("GET", url_of("http"), NULL, &err));
	(void)pthread_join(thread, NULL);
	assert_int_equal(err.kind, ERROR_UNAVAILABLE);
	assert_false(reply.unsent);
	assert_true(seconds_since(&before) < 1.9);
	/* After an interrupt nothing is sent. */
	(void)reset(NULL);
	assert_false(send_request("GET", url_of("http"), NULL, &err));
	assert_int_equal(err.kind, ERROR_UNAVAILABLE);
	assert_true(reply.unsent);
	assert_int_equal(server.connections, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(test_reply, reset),
		cmocka_unit_test_setup(test_request, reset),
		cmocka_unit_test_setup(test_request_without_body, reset),
		cmocka_unit_test_setup(test_large_body_is_sent_at_once, reset),
		cmocka_unit_test_setup(test_delays, reset),
		cmocka_unit_test_setup(test_delay_until_a_date, reset),
		cmocka_unit_test_setup(test_redirect_is_not_followed, reset),
		cmocka_unit_test_setup(test_too_large, reset),
		cmocka_unit_test_setup(test_unsent, reset),
		cmocka_unit_test_setup(test_unsent_is_of_this_exchange, reset),
		cmocka_unit_test_setup(test_unsent_is_of_both_copies, reset),
		cmocka_unit_test_setup(test_half_a_reply_is_none, reset),
		cmocka_unit_test_setup(test_plain_http_is_for_loopback, reset),
		cmocka_unit_test_setup(test_fresh_connections, reset),
		cmocka_unit_test_setup(test_silent_name_server, reset),
		cmocka_unit_test_setup(test_silent_name_server_among_many, reset),
		cmocka_unit_test_setup(test_silence, reset),
		cmocka_unit_test_setup(test_interrupt_when_sent, reset),
		cmocka_unit_test_setup(test_interrupt, reset),
	};

	return cmocka_run_group_tests(tests, start, stop);
}
