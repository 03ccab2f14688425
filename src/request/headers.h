/* SPDX-License-Identifier: Apache-2.0 */
/* The header fields of a request to PagerDuty, for sending and for --dry-run. */
#ifndef REQUEST_HEADERS_H
#define REQUEST_HEADERS_H

#include "base/text.h"
#include "request/request.h"

struct headers {
	struct text lines; /* the fields, each ended by NUL; contains the credential */
	const char *list[6]; /* "Name: value", ended by NULL; point into lines */
};

/*
 * Fills in the fields of a request: Accept; for HOST_REST Authorization (authorization is its
 * value, "Token token=...") and From if the request has an address; Content-Type if it has a body.
 * The events host gets neither Authorization nor From. The HTTP client adds User-Agent. Returns
 * false if memory runs out. headers_done() must be called at the end.
 */
bool headers_build(struct headers *headers, const struct request *request,
	const char *authorization) MUST_CHECK;

/* Wipes and frees. */
void headers_done(struct headers *headers);

#endif
