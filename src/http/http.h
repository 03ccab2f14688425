/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One HTTP exchange. The files of this folder alone include <curl/curl.h>; they
 * know neither JSON nor PagerDuty.
 */
#ifndef HTTP_H
#define HTTP_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

enum { HTTP_BODY_MOST = 64 << 20 }; /* bytes of a reply's body that are taken; more is an error */

#define USER_AGENT "st2-pagerduty/" VERSION

struct http; /* one handle, one kept-alive connection */

struct http_options {
	const char *proxy; /* NULL: as the environment says (https_proxy, no_proxy) */
	const char *ca_file; /* NULL: the system's trust */
	const char *ca_name; /* what sets it, for sentences; NULL: "ca_file" */
	double connect_timeout; /* seconds */
};

struct http_request {
	const char *method;
	const char *url;
	const char *const *headers; /* "Name: value", ended by NULL */
	const char *body; /* NULL: none is sent */
	size_t body_len;
	double timeout; /* seconds for this exchange, more than 0 */
	bool fresh; /* on a connection of its own: a POST that must not be repeated by libcurl itself */
	bool plain; /* http may be used to any host, not only to loopback: StackStorm's own API */
};

struct http_reply {
	long status; /* 0 while no status line came */
	struct text body; /* of limit HTTP_BODY_MOST */
	char request_id[64];
	char content_type[64];
	char location[256]; /* where a redirect points; never followed */
	double retry_after; /* seconds: ratelimit-reset (unless calls remain), else Retry-After (seconds or a date); below 0 when absent or absurd */
	double date; /* the server's clock (Date), in seconds since 1970; below 0 when it does not say */
	bool unsent; /* on failure: nothing of the request can have reached the server (DNS, connect, TLS) */
	bool hopeless; /* on failure: trying again cannot help (certificate, a proxy that forbids, a bad URL) */
};

#define HTTP_REPLY                                                          \
	{                                                                   \
		.body = TEXT(HTTP_BODY_MOST), .retry_after = -1, .date = -1 \
	}

/*
 * Returns a handle, or NULL with *err set: ERROR_CONFIG for a ca_file that cannot be read or holds
 * no certificate, ERROR_INTERNAL without memory.
 */
struct http *http_open(const struct http_options *options, struct error *err) MUST_CHECK;

/*
 * Sends a request and takes the reply, whatever its status is. The body buffer is reused: what
 * was in reply is forgotten. Fails with ERROR_TRANSPORT and code = the CURLcode; the sentence
 * says what failed (name, connect, certificate and why, proxy, time) and never holds a header or
 * a body. An answer that comes to a standstill fails before the timeout, 30 s after its last
 * byte. A ca_file without certificates fails with ERROR_CONFIG, a signal (interrupt.h) with
 * ERROR_UNAVAILABLE.
 */
bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err) MUST_CHECK;

void http_free(struct http *http);
void http_free_at(struct http **http); /* for scoped() */
void http_reply_done(struct http_reply *reply);

#endif
