/* SPDX-License-Identifier: Apache-2.0 */
/* Moments as people write them: "now", "+2h", "tomorrow 09:00 Europe/Paris". */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include "base/instant.h"

/*
 * Whether text is of one of these forms (instant.h has those of ISO 8601): "now"; "+2h", "-30m",
 * "now+2h" (duration.h); "today 17:00", "tomorrow at 09:00", "yesterday 9:30"; the latter, and a
 * date-time without an offset, may be followed by the name of a time zone or an offset. Case does
 * not count, but in the name of a zone.
 */
bool when_valid(const char *text);

/*
 * Writes the moment that is meant as ISO 8601, with an offset. now: seconds since 1970. zone is
 * that of texts that name none: a name (Europe/Paris), or NULL. Returns NULL, or what is wrong, to
 * follow the name of what was read: "must say in which time zone ...".
 */
const char *when_read(const char *text, const char *zone, int64_t now, char out[INSTANT_TEXT]);

#endif
