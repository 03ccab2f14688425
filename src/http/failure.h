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

/* How an exchange ended. All is borrowed. */
struct http_failure {
	CURL *curl; /* as the exchange left it */
	CURLcode code; /* not 0 */
	const char *detail; /* what libcurl says of it, free of secrets; "": nothing */
	const char *url;
	double timeout; /* seconds that it was given */
	const char *ca_name; /* what sets the authorities, for sentences */
	bool own_trust; /* it is set */
	bool proxied; /* a proxy stood between */
	bool proxy_tls; /* and is spoken to in TLS */
	bool stalled; /* it was given up, see HTTP_STALL */
	bool unsent; /* nothing can have reached the server */
};

/* Whether another try would end the same way: a certificate, an address, a proxy that forbids. */
bool http_failure_is_hopeless(const struct http_failure *failure);

/*
 * Says what failed, and what to do where that is known: ERROR_TRANSPORT with the CURLcode;
 * ERROR_UNAVAILABLE after a signal; ERROR_CONFIG for authorities that cannot be read. Always
 * returns false.
 */
bool http_failure_tell(const struct http_failure *failure, struct error *err);

#endif
