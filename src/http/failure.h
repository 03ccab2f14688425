/* SPDX-License-Identifier: Apache-2.0 */
/* Explains in words why libcurl got no answer. Only http.c and exchange.c use this. */
#ifndef HTTP_FAILURE_H
#define HTTP_FAILURE_H

#include "base/error.h"

#include <curl/curl.h>
#include <stdbool.h>

enum {
	HTTP_STALL = 30
}; /* seconds without a further byte of a body after which an exchange is given up */

/* How an exchange failed. All pointers are borrowed. */
struct http_failure {
	CURL *curl; /* the handle after the exchange */
	CURLcode code; /* not 0 */
	const char *detail; /* libcurl's reason, without secrets; may be "" */
	const char *url;
	double timeout; /* seconds that the exchange was allowed */
	const char *ca_name; /* the name of the setting of ca_file, for sentences */
	bool own_trust; /* that setting is used */
	bool proxied; /* the request went through a proxy */
	const char *proxy_name; /* the variable with that proxy; NULL: the configuration has it */
	bool proxy_tls; /* the connection to the proxy uses TLS */
	bool stalled; /* nothing was received for HTTP_STALL seconds */
	bool unsent; /* nothing can have reached the server */
};

/* Returns whether another try would fail too: a certificate, an address, a proxy that forbids. */
bool http_failure_is_hopeless(const struct http_failure *failure);

/*
 * Fills in *err: what failed, and what to do if that is known. ERROR_TRANSPORT with the CURLcode,
 * ERROR_UNAVAILABLE after a signal, ERROR_CONFIG if the authorities cannot be read. Always returns
 * false.
 */
bool http_failure_explain(const struct http_failure *failure, struct error *err);

#endif
