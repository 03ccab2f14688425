/* SPDX-License-Identifier: Apache-2.0 */
/* Members of a query that is written already: "a=b&c=d", percent-encoded. */
#ifndef REQUEST_QUERY_H
#define REQUEST_QUERY_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * The value of the member whose name is these len bytes, still encoded, up to the next & or the
 * end; NULL when there is none.
 */
const char *query_find(const char *query, const char *name, size_t len);

/* The same by a name that ends with NUL; NULL for NULL. */
const char *query_value(const char *query, const char *name);

/* Decodes such a value. False when it is longer than size allows, NUL included. */
bool query_decode(const char *value, char *out, size_t size) MUST_CHECK;

#endif
