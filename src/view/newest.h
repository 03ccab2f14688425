/* SPDX-License-Identifier: Apache-2.0 */
/* A list's records, the newest first. */
#ifndef VIEW_NEWEST_H
#define VIEW_NEWEST_H

#include "json/span.h"

#include <stdint.h>

struct newest {
	struct newest_record {
		struct span span; /* borrowed from the document */
		int64_t made; /* when it was made: seconds since 1970 */
		size_t place; /* in the list */
	} * records;
	size_t count;
	bool dated; /* they were sorted by when they were made */
};

/*
 * Takes the records of an array. With sort they are sorted by created_at, the newest first, when
 * each has one; else they stay as they are. False without memory.
 */
bool newest_take(struct newest *newest, struct span list, bool sort) MUST_CHECK;

/* Frees it. Takes a zeroed one. */
void newest_done(struct newest *newest);

#endif
