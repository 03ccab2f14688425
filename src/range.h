/* SPDX-License-Identifier: Apache-2.0 */
/* The time range of a list, as two members of its query. */
#ifndef RANGE_H
#define RANGE_H

#include "text.h"

#include <stdint.h>

/* Seconds since 1970, in UTC. */
struct range {
	int64_t since, until;
};

/*
 * Reads the range from a query. names is as in struct operation: "since/until". An absent end is now. False when there
 * is no start, or a moment is none, or the range is empty.
 */
bool range_read(const char *query, const char *names, struct range *out) MUST_CHECK;

/* Adds the query with the range in place of what it had. Returns false without memory. */
bool range_write(struct text *out, const char *query, const char *names,
	const struct range *range) MUST_CHECK;

#endif
