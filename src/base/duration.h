/* SPDX-License-Identifier: Apache-2.0 */
/* Durations as people write them. */
#ifndef BASE_DURATION_H
#define BASE_DURATION_H

#include "base/scope.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Reads "2h", "90m", "1d 12h", "1 hour 30 minutes", or a number of seconds without a unit. Units
 * are s, m, h, d, w, and their names. Case and blanks are ignored. *out_seconds is never negative.
 * Returns false, and leaves *out_seconds unchanged, if the text is not a duration.
 */
bool duration_read(const char *text, int64_t *out_seconds) MUST_CHECK;

#endif
