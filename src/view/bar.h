/* SPDX-License-Identifier: Apache-2.0 */
/* Shifts as bars on a line of time. */
#ifndef VIEW_BAR_H
#define VIEW_BAR_H

#include "json/span.h"

#include <stdint.h>

/* From the earliest start to the latest end of a list, in seconds since 1970. Start it as { 0 }. */
struct bar_range {
	int64_t since, until; /* 0: none is known */
};

/* Takes a record's start and end into the range. */
void bar_widen(struct bar_range *range, struct span record);

/* Whether the range has a length. */
bool bar_possible(const struct bar_range *range);

/* Adds a bar of exactly width columns. An end that is not known is the range's. */
void bar_add(struct text *out, struct span record, const struct bar_range *range, size_t width);

#endif
