/* SPDX-License-Identifier: Apache-2.0 */
/* A connection's bytes, plain or through TLS. */
#ifndef STREAM_H
#define STREAM_H

#include "base/scope.h"

#include <openssl/ssl.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct stream {
	int fd;
	SSL *tls; /* NULL: plain */
};

/*
 * Takes an accepted connection over; tls NULL: plain. Returns false when the handshake fails; the
 * stream must be closed then too.
 */
bool stream_open(struct stream *stream, int fd, SSL_CTX *tls) MUST_CHECK;

/* Bytes read, 0 or less at the end. */
ssize_t stream_read(struct stream *stream, char *bytes, size_t len);

/* Returns false when the other side is gone. */
bool stream_write(struct stream *stream, const char *bytes, size_t len);

/* Ends the connection as it should be ended. */
void stream_close(struct stream *stream);

/* Closes the socket without a word of TLS. */
void stream_cut(struct stream *stream);

/* Ends it with a TCP reset. */
void stream_reset(struct stream *stream);

#endif
