/* SPDX-License-Identifier: Apache-2.0 */
/* Builds the URL and the query of a request from the row's path and from parameters. */
#ifndef REQUEST_URL_H
#define REQUEST_URL_H

#include "request/request.h"

enum { URL_MOST = 64 << 10 }; /* bytes; a longer URL or query must be a mistake */

/*
 * Adds the host and the path to url of the request, and the parameters that are PLACE_QUERY to its
 * query. Both are texts of at most URL_MOST bytes; a longer one leaves its text failed, which the
 * caller must check. Fails with ERROR_INTERNAL if values has no parameter for a part of the path,
 * or if memory runs out.
 */
bool url_build(struct request *request, struct json_object *values, const struct config *config,
	struct error *err) MUST_CHECK;

#endif
