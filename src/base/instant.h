/* SPDX-License-Identifier: Apache-2.0 */
/* Moments in ISO 8601, as PagerDuty takes them (REST-API/06-Types of its developer documents). */
#ifndef BASE_INSTANT_H
#define BASE_INSTANT_H

#include "base/scope.h"

#include <stdbool.h>
#include <stdint.h>

enum { INSTANT_TEXT = 32 }; /* bytes of a moment as text, NUL included */

/*
 * Whether text is an ISO 8601 date (2026-01-31) or date-time (2026-01-31T08:00, with optional
 * seconds, fraction, and Z or an offset +02:00, +0200, +02; a space may stand for the T). The
 * date must exist.
 */
bool instant_valid(const char *text);

/* Seconds since 1970 in UTC; a moment without an offset is taken as UTC. False when it is not valid. */
bool instant_read(const char *text, int64_t *out_seconds) MUST_CHECK;

/* Whether a valid moment has no offset, so that its time zone depends on who reads it. */
bool instant_is_local(const char *text);

/* Writes seconds since 1970 as 2026-01-31T08:00:00Z. */
void instant_print(int64_t seconds, char out[INSTANT_TEXT]);

#endif
