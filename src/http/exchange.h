/* SPDX-License-Identifier: Apache-2.0 */
/*
 * One exchange on a libcurl handle: setting the options before it, and reading the outcome after
 * it. Only http.c and many.c use this; they carry the exchange out.
 */
#ifndef HTTP_EXCHANGE_H
#define HTTP_EXCHANGE_H

#include "http/header.h"
#include "http/http.h"

#include <curl/curl.h>

struct http {
	CURL *curl; /* NULL: the last one was given up, because a name server did not answer */
	CURLM *multi; /* see transfer.h; NULL where it is not needed */
	bool left; /* an earlier handle was given up, because a name server did not answer */
	char *proxy; /* of the configuration; NULL: as the environment says */
	char *ca_file; /* NULL: the system's trust */
	const char *ca_name; /* what sets the authorities, for sentences */
	double connect_timeout;
	char detail[CURL_ERROR_SIZE]; /* what libcurl says of the last failure */
	curl_off_t came; /* bytes of the body that came so far, of this exchange */
	double came_at; /* when the last of them did, on clock_coarse() */
	bool stalled; /* the exchange was given up for it */
	struct curl_slist *headers; /* of the exchange under way */
	struct http_header header; /* what is kept of its reply's */
};

/* What names the proxy of https in the environment, as libcurl looks for it. Ended by NULL. */
extern const char *const exchange_proxy_variables[];

/*
 * Begins an exchange: empties reply and looks whether the request may go out. The request and
 * reply must stay until exchange_end. False with *err set: then there is nothing to end.
 */
bool exchange_begin(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err) MUST_CHECK;

/*
 * Sets the request's options on the handle. If this fails, give its code to exchange_end instead of
 * running the exchange.
 */
CURLcode exchange_set(
	struct http *http, const struct http_request *request, struct http_reply *reply);

/* Seconds within which the connection must stand. */
double exchange_connect_time(const struct http *http, const struct http_request *request);

/* Completes the reply of an exchange that ended with code. Fails as http_send. */
bool exchange_end(struct http *http, const struct http_request *request, CURLcode code,
	struct http_reply *reply, struct error *err) MUST_CHECK;

/*
 * Releases the request's headers. With lost, the handle is still used by a thread of libcurl and is
 * not touched.
 */
void exchange_forget(struct http *http, bool lost);

#endif
