/* SPDX-License-Identifier: Apache-2.0 */
/* Moments as people say them, in the time zone of the process (TZ). Seconds since 1970. */
#ifndef VIEW_MOMENT_H
#define VIEW_MOMENT_H

#include "base/text.h"

#include <stdint.h>

/* "just now", "5 min ago", "in 2 h", "3 days ago", "4 months ago". */
void moment_add_distance(struct text *out, int64_t at, int64_t now);

/*
 * Leaves out what is the same as now: "17:02" today, "Nov 28 17:02" this year, else "2025-11-28
 * 17:02".
 */
void moment_add_short(struct text *out, int64_t at, int64_t now);

/* "Sun 2026-11-29 17:02 UTC". */
void moment_add_full(struct text *out, int64_t at);

#endif
