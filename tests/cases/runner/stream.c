/* SPDX-License-Identifier: Apache-2.0 */
#include "stream.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

bool stream_open(struct stream *stream, int fd, SSL_CTX *tls)
{
	*stream = (struct stream){ .fd = fd };
	if (!tls)
		return true;
	stream->tls = SSL_new(tls);
	return stream->tls && SSL_set_fd(stream->tls, fd) == 1 && SSL_accept(stream->tls) == 1;
}

ssize_t stream_read(struct stream *stream, char *bytes, size_t len)
{
	ssize_t got;

	if (stream->tls)
		return SSL_read(stream->tls, bytes, (int)len);
	do
		got = recv(stream->fd, bytes, len, 0);
	while (got < 0 && errno == EINTR);
	return got;
}

bool stream_write(struct stream *stream, const char *bytes, size_t len)
{
	while (len) {
		int part = len > 1 << 16 ? 1 << 16 : (int)len;
		ssize_t sent = stream->tls ? SSL_write(stream->tls, bytes, part)
					   : send(stream->fd, bytes, (size_t)part, MSG_NOSIGNAL);

		if (sent <= 0)
			return false;
		bytes += sent;
		len -= (size_t)sent;
	}
	return true;
}

void stream_cut(struct stream *stream)
{
	SSL_free(stream->tls);
	(void)close(stream->fd);
	*stream = (struct stream){ .fd = -1 };
}

void stream_close(struct stream *stream)
{
	if (stream->tls)
		(void)SSL_shutdown(stream->tls);
	stream_cut(stream);
}

void stream_reset(struct stream *stream)
{
	const struct linger now = { .l_onoff = 1, .l_linger = 0 };

	(void)setsockopt(stream->fd, SOL_SOCKET, SO_LINGER, &now, sizeof(now));
	stream_cut(stream);
}
