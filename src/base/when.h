/* SPDX-License-Identifier: Apache-2.0 */
/* Moments as people write them: "now", "+2h", "tomorrow 09:00 Europe/Paris". */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include "base/instant.h"

/*
 * Whether text has one of these forms: "now"; "+2h", "-30m", "now+2h" (duration.h); "today 17:00",
 * "tomorrow at 09:00", "yesterday 9:30". instant.h reads ISO 8601. A day with a time, and a
 * date-time without an offset, may be followed by the name of a time zone or by an offset. Case
 * matters only in the name of a zone.
 */
bool when_valid(const char *text);

/*
 * Writes the moment as ISO 8601, with an offset. now: seconds since 1970. zone is used if text
 * names none: a name (Europe/Paris), or NULL. Returns NULL on success, else what is wrong, as the
 * rest of a sentence that begins with the name of the parameter: "must say in which time zone ...".
 */
const char *when_read(const char *text, const char *zone, int64_t now, char out[INSTANT_TEXT]);

#endif
