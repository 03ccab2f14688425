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
	CURL *curl; /* NULL: the last one was abandoned, because a name server did not answer */
	CURLM *multi; /* see transfer.h; NULL if it is not needed */
	bool left; /* an earlier handle was abandoned, because a name server did not answer */
	/* the caller was called back already: the exchange must end before it sends anything */
	bool unwanted;
	char *proxy; /* of the configuration; NULL: that of the environment */
	char *ca_file; /* NULL: the system's authorities */
	const char *ca_name; /* the name of the setting of ca_file, for sentences */
	double connect_timeout; /* seconds */
	char detail[CURL_ERROR_SIZE]; /* libcurl's reason of the last failure */
	curl_off_t came; /* bytes of the body that were received in this exchange */
	double came_at; /* when the last of them was received, on clock_coarse() */
	bool stalled; /* the exchange was ended because nothing was received for too long */
	bool repeated; /* libcurl sent the present request again by itself */
	struct curl_slist *headers; /* of the present request */
	struct http_header header; /* of the present reply */
};

/* The variables of the environment in which libcurl looks for a proxy of https. Ended by NULL. */
extern const char *const exchange_proxy_variables[];

/*
 * Begins an exchange: empties reply and checks whether the request may be sent. request and reply
 * must live until exchange_end(). If it returns false with *err set, exchange_end() must not be
 * called.
 */
bool exchange_begin(struct http *http, const struct http_request *request, struct http_reply *reply,
	struct error *err) MUST_CHECK;

/*
 * Sets the request's options on the handle. If this fails, give its code to exchange_end instead of
 * running the exchange.
 */
CURLcode exchange_set(
	struct http *http, const struct http_request *request, struct http_reply *reply);

/* Sets how long the exchange may take. exchange_set() does this too. */
CURLcode exchange_set_times(const struct http *http, const struct http_request *request);

/* Returns the seconds within which the connection must be made. */
double exchange_connect_time(const struct http *http, const struct http_request *request);

/* Completes the reply of an exchange that ended with code. Fails as http_send() does. */
bool exchange_end(struct http *http, const struct http_request *request, CURLcode code,
	struct http_reply *reply, struct error *err) MUST_CHECK;

/*
 * Releases the headers of the request. If lost is true, a thread of libcurl still uses the handle,
 * so the handle is not touched.
 */
void exchange_release_headers(struct http *http, bool lost);

#endif
