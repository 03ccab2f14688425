/* SPDX-License-Identifier: Apache-2.0 */
/* A request as it came over the wire (RFC 9112), read strictly. */
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
	bool has_body; /* it had a Content-Length */
};

/*
 * Reads one request. Returns false at the end of the connection; complains when what came is not
 * a well-formed request. rest holds what was read past the request's end, for the next call;
 * start it as TEXT(...).
 */
bool message_read(struct stream *stream, struct text *rest, struct message *message) MUST_CHECK;

/* The value of a header field, or NULL; a field that is there twice is complained about when it is read. */
const char *message_field(const struct message *message, const char *name);

#endif
