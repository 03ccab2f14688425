/* SPDX-License-Identifier: Apache-2.0 */
/* Reads parameters of a query: "a=b&c=d", percent-encoded. */
#ifndef REQUEST_QUERY_H
#define REQUEST_QUERY_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Finds the value of a parameter whose name has len bytes. It is encoded and ends at the next "&"
 * or the end. Returns NULL if there is none.
 */
const char *query_find(const char *query, const char *name, size_t len);

/* Finds a value by a name that ends with NUL. Returns NULL if the name is NULL. */
const char *query_value(const char *query, const char *name);

/* Decodes such a value. Returns false if it needs more than size bytes, NUL included. */
bool query_decode(const char *value, char *out, size_t size) MUST_CHECK;

#endif
