/* SPDX-License-Identifier: Apache-2.0 */
#include "base/stream.h"

#include "base/interrupt.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum { PART = 16 << 10 }; /* bytes; small enough for any stack */

void stream_fill(void)
{
	for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++) {
		/* open() returns the lowest number that is free, which is fd. */
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", O_RDONLY);
	}
}

/* Returns whether a stream can be read or written within the given time. */
static bool is_ready(int fd, short events, int milliseconds)
{
	return poll(&(struct pollfd){ .fd = fd, .events = events }, 1, milliseconds) > 0;
}

/*
 * Returns whether a read or write that failed must be tried again, after waiting if it would block.
 */
static bool wait_to_retry(int fd, short events)
{
	if (errno != EAGAIN && errno != EINTR)
		return false;
	/* Limit the wait: a signal that came just before it does not end it. */
	if (errno == EAGAIN && !interrupted())
		(void)is_ready(fd, events, 1000);
	errno = EINTR;
	return !interrupted();
}

/*
 * Like read(2), but it polls in short steps instead of blocking, so that a signal that comes just
 * before the call still ends it.
 */
static ssize_t read_part(int fd, char part[PART])
{
	while (!interrupted()) {
		if (is_ready(fd, POLLIN, 1000))
			return read(fd, part, PART);
	}
	errno = EINTR;
	return -1;
}

bool stream_read(int fd, struct text *out)
{
	char part[PART];
	ssize_t len;

	while ((len = read_part(fd, part)) > 0 || (len < 0 && wait_to_retry(fd, POLLIN))) {
		if (len > 0 && !text_add_bytes(out, part, (size_t)len))
			break;
	}
	int reason = errno;
	explicit_bzero(part, sizeof(part));
	errno = reason;
	return len == 0 && !out->failed;
}

/*
 * Uses write(2) instead of stdio, because the caller must know whether all was written, and no
 * buffer may be left that is written at exit.
 */
bool stream_write(int fd, const char *bytes, size_t len)
{
	while (len) {
		/*
		 * After a signal, do not wait for a reader that has stopped reading. A reader that
		 * still reads gets everything.
		 */
		if (interrupted() && !is_ready(fd, POLLOUT, 100)) {
			errno = EINTR;
			return false;
		}
		/* When poll() reports POLLOUT, a pipe accepts PIPE_BUF bytes without blocking. */
		ssize_t written =
			write(fd, bytes, interrupted() && len > PIPE_BUF ? PIPE_BUF : len);
		if (written < 0 && !wait_to_retry(fd, POLLOUT))
			return false;
		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		}
	}
	return true;
}
