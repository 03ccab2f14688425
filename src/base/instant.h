/* SPDX-License-Identifier: Apache-2.0 */
/* Times in ISO 8601, as PagerDuty accepts them (REST-API/06-Types of its developer documents). */
#ifndef BASE_INSTANT_H
#define BASE_INSTANT_H

#include "base/scope.h"

#include <stdbool.h>
#include <stdint.h>

enum { INSTANT_TEXT = 32 }; /* bytes of a time as text, NUL included */

/*
 * Returns whether text is an ISO 8601 date (2026-01-31) or date-time (2026-01-31T08:00). Seconds, a
 * fraction, and Z or an offset (+02:00, +0200, +02) are optional. A space may replace the T. The
 * date must exist.
 */
bool instant_valid(const char *text);

/*
 * Reads a time as seconds since 1970 in UTC. A time without an offset is taken as UTC. Returns
 * false, and leaves *out_seconds unchanged, if text is not valid.
 */
bool instant_read(const char *text, int64_t *out_seconds) MUST_CHECK;

/* Returns whether a valid time lacks an offset, so that the reader must know its time zone. */
bool instant_is_local(const char *text);

/* Writes seconds since 1970 as 2026-01-31T08:00:00Z. */
void instant_print(int64_t seconds, char out[INSTANT_TEXT]);

#endif
