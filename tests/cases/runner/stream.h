/* SPDX-License-Identifier: Apache-2.0 */
/* Reads and writes a connection, plain or through TLS. */
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
 * Takes an accepted connection over. If tls is NULL, it is plain. Returns false if the handshake
 * fails; the stream must be closed even then.
 */
bool stream_open(struct stream *stream, int fd, SSL_CTX *tls) MUST_CHECK;

/* Returns the number of bytes that were read, 0 or less at the end. */
ssize_t stream_read(struct stream *stream, char *bytes, size_t len);

/* Returns false if the other side has closed the connection. */
bool stream_write(struct stream *stream, const char *bytes, size_t len);

/* Ends the connection correctly. */
void stream_close(struct stream *stream);

/* Closes the socket without ending TLS. */
void stream_cut(struct stream *stream);

/* Ends it with a TCP reset. */
void stream_reset(struct stream *stream);

#endif
