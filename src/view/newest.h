/* SPDX-License-Identifier: Apache-2.0 */
/* Sorts the records of a list, the newest first. */
#ifndef VIEW_NEWEST_H
#define VIEW_NEWEST_H

#include "json/span.h"

#include <stdint.h>

struct newest_record {
	struct span span; /* borrowed from the document */
	int64_t made; /* created_at, in seconds since 1970 */
	size_t place; /* its position in the list */
};

struct newest {
	struct newest_record *records; /* owned */
	size_t count;
	bool dated; /* the records were sorted by created_at */
};

/*
 * Reads the records of an array. If sort is true and each record has a created_at, sorts them, the
 * newest first; otherwise keeps their order. Returns false if memory runs out.
 */
bool newest_read(struct newest *newest, struct span list, bool sort) MUST_CHECK;

/* Frees the records. Takes a zeroed value. */
void newest_done(struct newest *newest);

#endif
