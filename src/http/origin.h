/* SPDX-License-Identifier: Apache-2.0 */
/* The host part of an http(s) URL: the server that gets the request. */
#ifndef HTTP_ORIGIN_H
#define HTTP_ORIGIN_H

#include <stdbool.h>
#include <stddef.h>

enum { ORIGIN_HOST = 256 }; /* bytes of a host's name, NUL included */

/*
 * What is wrong with a base URL ("must start with https://"), or NULL when it can be used: https,
 * or http to a loopback address; a host that is not 0.0.0.0 or [::]; no user-info, query,
 * fragment, white space or control character. A path is allowed.
 */
const char *origin_problem(const char *url);

/* The same for StackStorm's own API, where http may be used to any host. */
const char *origin_plain_problem(const char *url);

/*
 * Whether this is "host" or "host:port" as a URL may have it: a name in ASCII, an IPv4 address,
 * an IPv6 address in brackets.
 */
bool origin_is_host(const char *text, size_t len);

/* Whether the URL's host is localhost, in 127.0.0.0/8, or [::1]. */
bool origin_is_loopback(const char *url);

/* Writes "host" or "host:port" as the URL has it, for sentences; cut when longer. */
void origin_host(const char *url, char out[ORIGIN_HOST]);

/* What is wrong with a proxy, as libcurl takes one ("has no host that could be asked"), or NULL. */
const char *origin_proxy_problem(const char *text);

#endif
