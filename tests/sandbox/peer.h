/* SPDX-License-Identifier: Apache-2.0 */
/* A sandbox that runs, and requests to it. */
#ifndef PEER_H
#define PEER_H

#include <json-c/json.h>

/* Headers of the next requests; NULL leaves one out. peer_open sets them to what is right. */
extern const char *peer_authorization, *peer_from;

/* Starts the program on a free port; it is to write its configuration to the file. */
void peer_open(const char *program, const char *config);

/* Ends it by a signal; the result is its exit status, or -1 when it did not end by itself. */
int peer_close(int signal);

/*
 * Makes a request, which must be answered with the status. body: JSON in which single quotes do
 * for double ones, or NULL; raw: sent as it is. The reply is valid until the next request, and
 * NULL when it has no content.
 */
struct json_object *peer_ask(long status, const char *method, const char *path, const char *body);
struct json_object *peer_ask_raw(
	long status, const char *method, const char *path, const char *raw, size_t len);

/* A header field of the last reply, or NULL. Valid until the next request. */
const char *peer_header(const char *name);

/* What a JSON Pointer (RFC 6901) finds in a value: as text, "" when there is nothing. Borrowed. */
const char *peer_text(struct json_object *value, const char *pointer);

#endif
