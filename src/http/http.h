/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One HTTP exchange. Only the files of this folder include <curl/curl.h>. They know neither JSON
 * nor PagerDuty.
 */
#ifndef HTTP_H
#define HTTP_H

#include "base/error.h"
#include "base/text.h"

#include <stdbool.h>

enum { HTTP_BODY_MOST = 64 << 20 }; /* bytes of a reply's body; a larger body is an error */

#define USER_AGENT "st2-pagerduty/" VERSION

struct http; /* a handle with one connection, which is kept alive */

struct http_options {
	const char *proxy; /* NULL: that of the environment (https_proxy, no_proxy) */
	const char *ca_file; /* NULL: the system's authorities */
	const char *ca_name; /* the name of the setting of ca_file for sentences; NULL: "ca_file" */
	double connect_timeout; /* seconds */
};

struct http_request {
	const char *method;
	const char *url;
	const char *const *headers; /* "Name: value", ended by NULL */
	const char *body; /* NULL: no body is sent */
	size_t body_len;
	double timeout; /* seconds for this exchange, more than 0 */
	bool fresh; /* use a new connection, so that libcurl itself does not repeat a POST */
	bool plain; /* allow http to any host, not only to loopback: StackStorm's own API */
};

struct http_reply {
	long status; /* 0 until a status line is received */
	struct text body; /* its limit is HTTP_BODY_MOST */
	char request_id[64];
	char content_type[64];
	char location[256]; /* the target of a redirect, which is never followed */
	/*
	 * Seconds that the server asks to wait: ratelimit-reset unless calls remain, otherwise
	 * Retry-After (seconds or a date). Below 0: it does not ask, or for more than a day.
	 */
	double retry_after;
	double date; /* the server's clock (Date) in seconds since 1970; below 0: not known */
	/*
	 * libcurl sent the request twice, because a kept-alive connection was closed before an
	 * answer came. The server may have carried out the first one.
	 */
	bool repeated;
	/* After a failure: nothing can have reached the server (DNS, connect or TLS failed). */
	bool unsent;
	/*
	 * After a failure: another try would fail too (certificate, proxy that forbids, bad URL).
	 */
	bool hopeless;
};

#define HTTP_REPLY                                                          \
	{                                                                   \
		.body = TEXT(HTTP_BODY_MOST), .retry_after = -1, .date = -1 \
	}

/*
 * Returns a handle, or NULL with *err set: ERROR_CONFIG if ca_file cannot be read or contains no
 * certificate, ERROR_INTERNAL if memory runs out.
 */
struct http *http_open(const struct http_options *options, struct error *err) MUST_CHECK;

/*
 * Sends a request and receives the reply, of whatever status. The former contents of reply are
 * dropped, and the memory of its body is used again. Fails with ERROR_TRANSPORT; err->code is the
 * CURLcode. The sentence says what failed (name, connection, certificate, proxy, time) and never
 * contains a header or a body. If the answer stops, fails 30 s after its last byte, even if the
 * timeout is longer. Fails with ERROR_CONFIG if ca_file has no certificates, and with
 * ERROR_UNAVAILABLE after a signal (interrupt.h). While it waits, it does meanwhile_work(), which
 * may use another handle.
 */
bool http_send(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err) MUST_CHECK;

void http_free(struct http *http);
void http_free_at(struct http **http); /* for scoped() */
void http_reply_done(struct http_reply *reply);

#endif
