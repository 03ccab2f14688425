/* SPDX-License-Identifier: Apache-2.0 */
/* Draws shifts as bars, like a Gantt chart. */
#ifndef VIEW_GANTT_H
#define VIEW_GANTT_H

#include "json/span.h"

#include <stdint.h>

/*
 * The earliest start and the latest end in a list, in seconds since 1970. Initialise it with { 0 }.
 */
struct gantt_range {
	int64_t since, until; /* 0: not known */
};

/* Extends the range to a record's start and end. */
void gantt_extend(struct gantt_range *range, struct span record);

/* Returns whether the range is not empty. */
bool gantt_has_length(const struct gantt_range *range);

/* Adds the bar of a record in exactly width columns. A start or end not known is the range's. */
void gantt_add_bar(
	struct text *out, struct span record, const struct gantt_range *range, size_t width);

#endif
