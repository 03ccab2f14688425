/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a request strictly (RFC 9112). */
#ifndef HTTP_MESSAGE_H
#define HTTP_MESSAGE_H

#include "base/text.h"
#include "stream.h"

struct field {
	char *name, *value;
};

struct message {
	char *method, *target;
	struct field fields[64];
	size_t count;
	struct text body;
	bool has_body; /* the request has a Content-Length */
};

/*
 * Reads a request. Returns false at the end of the connection. Complains if the request is
 * malformed. rest keeps the bytes after the request for the next call; initialise it with
 * TEXT(...).
 */
bool message_read(struct stream *stream, struct text *rest, struct message *message) MUST_CHECK;

/*
 * Returns the value of a header field, or NULL. A duplicate field is a complaint when it is read.
 */
const char *message_field(const struct message *message, const char *name);

#endif
