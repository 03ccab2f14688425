/* SPDX-License-Identifier: Apache-2.0 */
/* What is kept of the header of a reply. */
#ifndef HTTP_HEADER_H
#define HTTP_HEADER_H

#include "http/http.h"

/* One exchange's. */
struct http_header {
	struct http_reply *reply; /* whose fields are filled in as they come */
	char reset[64], remaining[64], after[64]; /* ratelimit-reset, -remaining, Retry-After */
};

/*
 * Takes a line, as libcurl's CURLOPT_HEADERFUNCTION: data is a struct http_header. If a reply has
 * several headers (100 Continue, then its own), the last one counts.
 */
size_t http_header_take(char *line, size_t size, size_t count, void *data);

/* Seconds that the server asks to wait: see retry_after in struct http_reply. */
double http_header_delay(const struct http_header *header);

#endif
