/* SPDX-License-Identifier: Apache-2.0 */
/* The header fields of a request to PagerDuty, for sending and for --dry-run. */
#ifndef REQUEST_HEADERS_H
#define REQUEST_HEADERS_H

#include "base/text.h"
#include "request/request.h"

struct headers {
	struct text lines; /* the fields, a NUL after each; holds the credential */
	const char *list[6]; /* "Name: value", ended by NULL; point into lines */
};

/*
 * Fills in the fields of a request: Accept; for HOST_REST Authorization (authorization is its
 * value, "Token token=..."), and From when the request has an address; Content-Type with a body.
 * The events host gets neither Authorization nor From. User-Agent is the HTTP client's. Returns
 * false without memory. To be ended by headers_done().
 */
bool headers_build(struct headers *headers, const struct request *request,
	const char *authorization) MUST_CHECK;

/* Wipes and frees. */
void headers_done(struct headers *headers);

#endif
