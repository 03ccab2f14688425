/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Writes times for people, in the time zone of the process (TZ). All times are in seconds since
 * 1970.
 */
#ifndef VIEW_TIME_FORMAT_H
#define VIEW_TIME_FORMAT_H

#include "base/text.h"

#include <stdint.h>

/* Adds "just now", "5 min ago", "in 2 h", "3 days ago", "4 months ago". */
void time_format_distance(struct text *out, int64_t at, int64_t now);

/*
 * Adds a time without the parts that are the same as now: "17:02" today, "Nov 28 17:02" this year,
 * otherwise "2025-11-28 17:02".
 */
void time_format_short(struct text *out, int64_t at, int64_t now);

/* Adds "Sun 2026-11-29 17:02 UTC". */
void time_format_full(struct text *out, int64_t at);

#endif
