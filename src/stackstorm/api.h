/* SPDX-License-Identifier: Apache-2.0 */
/* StackStorm's own API: its address, the token or key, and one request to it. */
#ifndef STACKSTORM_API_H
#define STACKSTORM_API_H

#include "http/http.h"

enum { STACKSTORM_ANSWER_MOST = 1 << 20 }; /* bytes */

/* Borrowed from the environment or the configuration. */
struct stackstorm_access {
	const char *url; /* "http://127.0.0.1:9101/v1" */
	const char *token; /* the token of an execution; NULL if api_key is set */
	const char *api_key;
};

/*
 * Reads what StackStorm tells an execution about its API: ST2_ACTION_API_URL and
 * ST2_ACTION_AUTH_TOKEN. Returns false if one of the two is not set.
 */
bool stackstorm_of_execution(struct stackstorm_access *out);

/* Adds the URL of a path, which begins with a slash. */
bool stackstorm_add_url(const struct stackstorm_access *access, const char *path, struct text *out);

/* Adds the header line with the token or key. out must be a secret text (text.h). */
bool stackstorm_add_header(const struct stackstorm_access *access, struct text *out);

/*
 * Returns the options of a handle for the API. As for StackStorm's own client, ST2_CACERT names the
 * trusted authorities. connect_timeout is in seconds.
 */
struct http_options stackstorm_options(double connect_timeout);

/*
 * Sends a request. body is JSON, or NULL. extra is one more header line, or NULL. timeout is in
 * seconds. Fails as http_send() does; an answer of any HTTP status is a success.
 */
bool stackstorm_ask(struct http *http, const struct stackstorm_access *access, const char *method,
	const char *url, const struct text *body, const char *extra, double timeout,
	struct http_reply *reply, struct error *err) MUST_CHECK;

/*
 * Turns a failure of stackstorm_ask() into ERROR_CONFIG, the kind of all failures of StackStorm's
 * API, and sets err->retryable if another try may succeed. A signal and lack of memory keep their
 * kind. Returns whether the kind was changed. In both cases *err is a failure.
 */
bool stackstorm_no_answer(const struct http_reply *reply, struct error *err);

/*
 * Returns whether an answer is a success of StackStorm's API: a 2xx that is not a web page. A proxy
 * that wants people to log in may answer 200 with its page.
 */
bool stackstorm_agrees(const struct http_reply *reply);

/* What a 2xx without success is, for sentences. */
#define STACKSTORM_PAGE                                                                        \
	"a web page, so something other than the API answered: check stackstorm.api_url, and " \
	"what stands between"

/*
 * Adds StackStorm's reason for a failure, the member faultstring. Returns false if there is none.
 */
bool stackstorm_fault(const struct http_reply *reply, struct text *out);

#endif
