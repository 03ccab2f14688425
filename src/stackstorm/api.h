/* SPDX-License-Identifier: Apache-2.0 */
/* StackStorm's own API: its address, the token or key, and one request to it. */
#ifndef STACKSTORM_API_H
#define STACKSTORM_API_H

#include "http/http.h"

enum { STACKSTORM_ANSWER_MOST = 1 << 20 }; /* bytes */

/* Borrowed from the environment or the configuration. */
struct stackstorm_access {
	const char *url; /* "http://127.0.0.1:9101/v1" */
	const char *token; /* of an execution; NULL: api_key is set */
	const char *api_key;
};

/*
 * Reads what StackStorm tells an execution about its API: ST2_ACTION_API_URL and
 * ST2_ACTION_AUTH_TOKEN. False if one of the two is not set.
 */
bool stackstorm_of_execution(struct stackstorm_access *out);

/* Adds the URL of a path, which begins with a slash. */
bool stackstorm_add_url(const struct stackstorm_access *access, const char *path, struct text *out);

/* Adds the header line that says who asks. out must be secret. */
bool stackstorm_add_header(const struct stackstorm_access *access, struct text *out);

/* Options of a handle for the API: ST2_CACERT names the authorities, as for StackStorm's client. */
struct http_options stackstorm_options(double connect_timeout);

/*
 * Sends a request; body is JSON, or NULL. extra: a further header line, or NULL. Fails as
 * http_send; any status is a success.
 */
bool stackstorm_ask(struct http *http, const struct stackstorm_access *access, const char *method,
	const char *url, const struct text *body, const char *extra, double timeout,
	struct http_reply *reply, struct error *err) MUST_CHECK;

/*
 * Turns a failure of stackstorm_ask into ERROR_CONFIG, the kind for everything that StackStorm's
 * API does not give us; err->retryable is true if another try may succeed. A signal and lack of
 * memory keep their kind. Returns whether it changed the kind; the caller fails in both cases.
 */
bool stackstorm_no_answer(const struct http_reply *reply, struct error *err);

/* What StackStorm says of a failure: the member faultstring of its answer. False when there is none. */
bool stackstorm_fault(const struct http_reply *reply, struct text *out);

#endif
