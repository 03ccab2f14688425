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
		/* The lowest number that is free is taken. */
		if (fcntl(fd, F_GETFD) < 0)
			(void)open("/dev/null", O_RDONLY);
	}
}

/* Whether a stream can be read or written without waiting, soon. */
static bool is_ready(int fd, short events, int milliseconds)
{
	return poll(&(struct pollfd){ .fd = fd, .events = events }, 1, milliseconds) > 0;
}

/* After a read or write that failed: whether it is to be tried again. */
static bool goes_on(int fd, short events)
{
	if (errno != EAGAIN && errno != EINTR)
		return false;
	/* Not for ever: a signal may have come just before. */
	if (errno == EAGAIN && !interrupted())
		(void)is_ready(fd, events, 1000);
	errno = EINTR;
	return !interrupted();
}

/*
 * read(2), but a signal that comes just before it still ends it: it polls in short steps instead of
 * blocking.
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

	while ((len = read_part(fd, part)) > 0 || (len < 0 && goes_on(fd, POLLIN))) {
		if (len > 0 && !text_add_bytes(out, part, (size_t)len))
			break;
	}
	int reason = errno;
	explicit_bzero(part, sizeof(part));
	errno = reason;
	return len == 0 && !out->failed;
}

/*
 * Uses write(2) and not stdio: we must know what was not written, and nothing may be left in a
 * buffer that is written at exit.
 */
bool stream_write(int fd, const char *bytes, size_t len)
{
	while (len) {
		/*
		 * After a signal, a reader that does not read must not hold us up; one that does
		 * read still gets everything.
		 */
		if (interrupted() && !is_ready(fd, POLLOUT, 100)) {
			errno = EINTR;
			return false;
		}
		/* POLLOUT promises that a pipe takes so much without waiting. */
		ssize_t written =
			write(fd, bytes, interrupted() && len > PIPE_BUF ? PIPE_BUF : len);
		if (written < 0 && !goes_on(fd, POLLOUT))
			return false;
		if (written > 0) {
			bytes += written;
			len -= (size_t)written;
		}
	}
	return true;
}
