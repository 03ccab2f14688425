/* SPDX-License-Identifier: Apache-2.0 */
#include "load.h"

#include "base/clock.h"
#include "base/text.h"
#include "webhook/signature.h"

#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

enum { BODY = 4096, EVENTS = 256 };

/* Seconds until a webhook that was not taken is sent again, a little less than at PagerDuty. */
static const double again_after = 0.5;

struct job {
	double due,
		/* when it is sent next, on clock_now(); seconds until its first answer, 0: none */
		first;
	bool taken;
};

struct connection {
	int fd; /* -1: not connected */
	int job; /* the job that is being sent; -1: none */
	char answer[512];
	size_t len;
};

static int connect_to(unsigned port)
{
	struct sockaddr_in address = { .sin_family = AF_INET,
		.sin_port = htons((unsigned short)port),
		.sin_addr = { htonl(INADDR_LOOPBACK) } };
	const int on = 1;
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd >= 0 && !connect(fd, (struct sockaddr *)&address, sizeof(address)) &&
		!setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on)))
		return fd;
	if (fd >= 0)
		(void)close(fd);
	return -1;
}

/* Makes the request of a webhook with a signed body of 4 kB. */
static void write_request(unsigned event, struct text *out)
{
	scoped(text_done) struct text body = TEXT(TEXT_ANY);
	unsigned char signature[SIGNATURE_SIZE];

	(void)text_addf(&body,
		"{\"event\":{\"id\":\"load-%u\",\"event_type\":\"incident.triggered\","
		"\"resource_type\":\"incident\",\"occurred_at\":\"2026-11-29T12:00:00Z\","
		"\"agent\":null,\"client\":null,\"data\":{\"id\":\"P1\",\"title\":\"",
		event);
	while (body.len < BODY - 4)
		(void)text_add(&body, "x");
	(void)text_add(&body, "\"}}}");
	signature_make(LOAD_SECRET, body.data, body.len, signature);
	(void)text_addf(out,
		"POST / HTTP/1.1\r\nHost: localhost\r\nX-Webhook-Id: load-%u\r\n"
		"Content-Length: %zu\r\nX-PagerDuty-Signature: v1=",
		event, body.len);
	for (size_t i = 0; i < SIGNATURE_SIZE; i++)
		(void)text_addf(out, "%02x", signature[i]);
	(void)text_add(out, "\r\n\r\n");
	(void)text_add_bytes(out, body.data, body.len);
}

struct sender {
	const struct load *load;
	struct job *jobs;
	struct connection *connections;
	int *slow;
	int events; /* epoll */
	unsigned left; /* jobs that are not taken yet */
	unsigned first_open; /* all jobs before this one were taken */
	unsigned repeats;
	double started;
};

static bool open_connection(struct sender *sender, struct connection *connection)
{
	struct epoll_event event = { .events = EPOLLIN, .data.ptr = connection };

	connection->job = -1;
	connection->len = 0;
	connection->fd = connect_to(sender->load->port);
	return connection->fd >= 0 &&
	       !epoll_ctl(sender->events, EPOLL_CTL_ADD, connection->fd, &event);
}

static bool send_job(struct sender *sender, struct connection *connection, unsigned number)
{
	scoped(text_done) struct text request = TEXT(TEXT_ANY);

	write_request(number, &request);
	connection->job = (int)number;
	connection->len = 0;
	sender->jobs[number].due = 1e18;
	return send(connection->fd, request.data, request.len, MSG_NOSIGNAL) ==
	       (ssize_t)request.len;
}

/* Returns the next job that is due and is not being sent, or -1. */
static int next_job(struct sender *sender, double now)
{
	while (sender->first_open < sender->load->count && sender->jobs[sender->first_open].taken)
		sender->first_open++;
	for (unsigned i = sender->first_open; i < sender->load->count; i++) {
		if (!sender->jobs[i].taken && sender->jobs[i].due <= now)
			return (int)i;
		/* The jobs after this one were never sent, and are due later. */
		if (!sender->jobs[i].taken && sender->jobs[i].due < 1e17 &&
			sender->jobs[i].first <= 0 && sender->load->rate)
			return -1;
	}
	return -1;
}

static double due_of(const struct sender *sender, unsigned number)
{
	return sender->started + (sender->load->rate ? number / (double)sender->load->rate : 0);
}

static void take_status(struct sender *sender, struct connection *connection)
{
	struct job *job = &sender->jobs[connection->job];
	double now = clock_now();

	if (job->first <= 0)
		job->first = now - due_of(sender, (unsigned)connection->job);
	job->taken = strtol(connection->answer + 9, NULL, 10) == 202;
	job->due = now + again_after;
	sender->left -= job->taken;
	sender->repeats += !job->taken;
	connection->job = -1;
}

/* Reads an answer, a part of it, or the end. Returns false if no connection can be made. */
static bool take_answer(struct sender *sender, struct connection *connection)
{
	ssize_t len = recv(connection->fd, connection->answer + connection->len,
		sizeof(connection->answer) - 1 - connection->len, 0);

	if (len <= 0) {
		if (connection->job >= 0)
			sender->jobs[connection->job].due = clock_now() + again_after;
		(void)close(connection->fd);
		return open_connection(sender, connection);
	}
	connection->len += (size_t)len;
	connection->answer[connection->len] = '\0';
	const char *body = strstr(connection->answer, "\r\n\r\n");
	if (body && strchr(body + 4, '\n') && connection->job >= 0)
		take_status(sender, connection);
	return true;
}

static bool begin_jobs(struct sender *sender)
{
	for (unsigned i = 0; i < sender->load->connections; i++) {
		struct connection *connection = &sender->connections[i];

		if (connection->job >= 0)
			continue;
		int number = next_job(sender, clock_now());
		if (number < 0)
			return true;
		if (!send_job(sender, connection, (unsigned)number))
			return false;
	}
	return true;
}

/*
 * Kills and restarts StackStorm, and sends the single bytes of slow connections, when it is time.
 */
static void disturb(struct sender *sender, double *dripped, int *phase)
{
	const struct load *load = sender->load;
	double now = clock_now() - sender->started;

	if (load->kill_at > 0 && *phase == 0 && now > load->kill_at) {
		stub_kill();
		*phase = 1;
	} else if (*phase == 1 && now > load->back_at) {
		*phase = stub_start(load->stub_port, load->count) ? 2 : 1;
	}
	if (now - *dripped < 1)
		return;
	*dripped = now;
	for (unsigned i = 0; i < load->slow; i++)
		(void)!send(sender->slow[i], "a", 1, MSG_NOSIGNAL);
}

static bool work(struct sender *sender)
{
	struct epoll_event ready[EVENTS];
	double dripped = 0;
	int phase = 0;

	while (sender->left) {
		disturb(sender, &dripped, &phase);
		if (!begin_jobs(sender))
			return false;
		int count = epoll_wait(sender->events, ready, EVENTS, 1);
		for (int i = 0; i < count; i++) {
			if (!take_answer(sender, ready[i].data.ptr))
				return false;
		}
	}
	return true;
}

static bool start(struct sender *sender)
{
	static const char head[] = "POST / HTTP/1.1\r\nHost: x\r\nX-A: ";
	const struct load *load = sender->load;

	sender->jobs = calloc(load->count, sizeof(*sender->jobs));
	sender->connections = calloc(load->connections, sizeof(*sender->connections));
	sender->slow = calloc(load->slow + 1, sizeof(*sender->slow));
	sender->events = epoll_create1(EPOLL_CLOEXEC);
	sender->left = load->count;
	if (!sender->jobs || !sender->connections || !sender->slow || sender->events < 0)
		return false;
	for (unsigned i = 0; i < load->slow; i++) {
		sender->slow[i] = connect_to(load->port);
		(void)!send(sender->slow[i], head, sizeof(head) - 1, MSG_NOSIGNAL);
	}
	for (unsigned i = 0; i < load->connections; i++) {
		if (!open_connection(sender, &sender->connections[i]))
			return false;
	}
	sender->started = clock_now();
	for (unsigned i = 0; i < load->count; i++)
		sender->jobs[i].due = due_of(sender, i);
	return true;
}

static int compare(const void *left, const void *right)
{
	const struct job *a = left, *b = right;

	return a->first < b->first ? -1 : a->first > b->first;
}

static void sum_up(struct sender *sender, struct load_result *out)
{
	unsigned count = sender->load->count;

	*out = (struct load_result){ .seconds = clock_now() - sender->started,
		.repeats = sender->repeats };
	qsort(sender->jobs, count, sizeof(*sender->jobs), compare);
	out->p50 = sender->jobs[count / 2].first;
	out->p99 = sender->jobs[count - 1 - count / 100].first;
	out->most = sender->jobs[count - 1].first;
	for (unsigned i = 0; i < count; i++) {
		out->lost += !stub_taken(i);
		out->twice += stub_taken(i) > 1;
	}
}

bool load_run(const struct load *load, struct load_result *out)
{
	struct sender sender = { .load = load };
	bool ok = start(&sender) && work(&sender);

	if (ok)
		sum_up(&sender, out);
	for (unsigned i = 0; sender.slow && i < load->slow; i++)
		(void)close(sender.slow[i]);
	for (unsigned i = 0; sender.connections && i < load->connections; i++)
		(void)close(sender.connections[i].fd);
	(void)close(sender.events);
	free(sender.jobs);
	free(sender.connections);
	free(sender.slow);
	return ok;
}
