/* SPDX-License-Identifier: Apache-2.0 */
/* Reads the header of a reply. */
#ifndef HTTP_HEADER_H
#define HTTP_HEADER_H

#include "http/http.h"

/* The header of one reply. */
struct http_header {
	struct http_reply *reply; /* its members are filled in as the fields are received */
	char reset[64], remaining[64], after[64]; /* ratelimit-reset, -remaining, Retry-After */
};

/*
 * Reads a line of a header. This is a CURLOPT_HEADERFUNCTION of libcurl; data is a struct
 * http_header. If a reply has several headers (100 Continue, then its own), the last one counts.
 */
size_t http_header_receive(char *line, size_t size, size_t count, void *data);

/* Returns the seconds that the server asks to wait: see retry_after in struct http_reply. */
double http_header_delay(const struct http_header *header);

#endif
