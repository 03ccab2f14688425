/* SPDX-License-Identifier: Apache-2.0 */
#include "listener.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t idle = PTHREAD_COND_INITIALIZER;
static unsigned busy; /* connections that are being served */

struct connection {
	const struct listener *listener;
	int fd;
};

static void *serve_one(void *argument)
{
	struct connection *connection = argument;

	connection->listener->serve(connection->fd);
	free(connection);
	(void)pthread_mutex_lock(&lock);
	busy--;
	(void)pthread_cond_signal(&idle);
	(void)pthread_mutex_unlock(&lock);
	return NULL;
}

static void take_all(struct listener *listener)
{
	int fd;

	while ((fd = accept4(listener->fd, NULL, NULL, SOCK_CLOEXEC)) >= 0) {
		struct connection *connection = malloc(sizeof(*connection));
		pthread_t thread;

		if (!connection)
			abort();
		*connection = (struct connection){ listener, fd };
		listener->connections++;
		(void)pthread_mutex_lock(&lock);
		busy++;
		(void)pthread_mutex_unlock(&lock);
		if (pthread_create(&thread, NULL, serve_one, connection) || pthread_detach(thread))
			abort();
	}
}

static void *take_until_woken(void *argument)
{
	struct listener *listener = argument;
	struct pollfd polls[] = { { listener->fd, POLLIN, 0 }, { listener->wake[0], POLLIN, 0 } };

	while (!polls[1].revents) {
		(void)poll(polls, COUNT(polls), -1);
		take_all(listener);
	}
	return NULL;
}

bool listener_open(struct listener *listener, void (*serve)(int fd))
{
	struct sockaddr_in address = { .sin_family = AF_INET };
	socklen_t len = sizeof(address);

	address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
	*listener = (struct listener){ .serve = serve };
	listener->fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (listener->fd < 0 || bind(listener->fd, (struct sockaddr *)&address, len) ||
		getsockname(listener->fd, (struct sockaddr *)&address, &len) ||
		pipe2(listener->wake, O_CLOEXEC))
		return false;
	listener->port = ntohs(address.sin_port);
	return !serve || listen(listener->fd, 64) == 0;
}

bool listener_start(struct listener *listener)
{
	return !listener->serve ||
	       pthread_create(&listener->thread, NULL, take_until_woken, listener) == 0;
}

void listener_stop(struct listener *listener)
{
	(void)close(listener->wake[1]);
	if (listener->serve)
		(void)pthread_join(listener->thread, NULL);
}

bool listener_wait_idle(double seconds)
{
	struct timespec until;
	int status = 0;

	(void)clock_gettime(CLOCK_REALTIME, &until);
	until.tv_sec += (time_t)seconds;
	(void)pthread_mutex_lock(&lock);
	while (busy && !status)
		status = pthread_cond_timedwait(&idle, &lock, &until);
	(void)pthread_mutex_unlock(&lock);
	return !status;
}
