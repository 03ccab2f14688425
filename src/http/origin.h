/* SPDX-License-Identifier: Apache-2.0 */
/* Checks the host in a URL: the server that gets the request. */
#ifndef HTTP_ORIGIN_H
#define HTTP_ORIGIN_H

#include <stdbool.h>
#include <stddef.h>

enum { ORIGIN_HOST = 256 }; /* bytes of a host's name, NUL included */

/*
 * Returns what is wrong with a base URL ("must start with https://"), or NULL if it can be used. It
 * must be https, or http to a loopback address. The host must not be 0.0.0.0 or [::]. User-info, a
 * query, a fragment, white space and control characters are not allowed. A path is allowed.
 */
const char *origin_problem(const char *url);

/* Like origin_problem(), but allows http to any host: for StackStorm's own API. */
const char *origin_plain_problem(const char *url);

/*
 * Returns whether text is "host" or "host:port". The host is a name in ASCII, an IPv4 address, or
 * an IPv6 address in brackets.
 */
bool origin_is_host(const char *text, size_t len);

/* Returns whether the URL's host is localhost, in 127.0.0.0/8, or [::1]. */
bool origin_is_loopback(const char *url);

/*
 * Returns whether a list of the environment (no_proxy; NULL: none) exempts the URL's host from the
 * proxy, as libcurl reads it: hosts and domains without a port, separated by commas or blanks, or
 * "*". An entry with a port matches nothing. Networks (10.0.0.0/8) are not computed here: a list
 * with one counts as exempting.
 */
bool origin_is_exempt(const char *url, const char *list);

/* Writes the URL's "host" or "host:port" for sentences, cut if it is too long. */
void origin_host(const char *url, char out[ORIGIN_HOST]);

/* Returns what is wrong with the address of a proxy for libcurl, or NULL. */
const char *origin_proxy_problem(const char *text);

#endif
