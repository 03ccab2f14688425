/* SPDX-License-Identifier: Apache-2.0 */
/* Starts a sandbox and sends requests to it. */
#ifndef PEER_H
#define PEER_H

#include <json-c/json.h>

/* Headers of the next requests. NULL leaves a header out. peer_open() sets valid values. */
extern const char *peer_authorization, *peer_from;

/* Starts the program on a free port. It writes its configuration to the file. */
void peer_open(const char *program, const char *config);

/* Ends it by a signal. Returns its exit status, or -1 if it did not exit. */
int peer_close(int signal);

/*
 * Makes a request, which must be answered with the given status. body is JSON with single quotes
 * instead of double ones, or NULL; raw is sent unchanged. The reply is valid until the next
 * request, and NULL if it has no content.
 */
struct json_object *peer_ask(long status, const char *method, const char *path, const char *body);
struct json_object *peer_ask_raw(
	long status, const char *method, const char *path, const char *raw, size_t len);

/* Returns a header field of the last reply, or NULL. Valid until the next request. */
const char *peer_header(const char *name);

/* Returns the text at a JSON Pointer (RFC 6901) in a value, "" if there is none. Borrowed. */
const char *peer_text(struct json_object *value, const char *pointer);

#endif
