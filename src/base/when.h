/* SPDX-License-Identifier: Apache-2.0 */
/* Times as people write them: "now", "+2h", "tomorrow 09:00 Europe/Paris". */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include "base/instant.h"

enum { WHEN_ZONE = 64 }; /* bytes of the name of a time zone, NUL included */

/* What when_read() returns if the host does not know the zone. */
extern const char when_unknown_zone[];

/*
 * Returns whether text has one of these forms: "now"; "+2h", "-30m", "now+2h" (duration.h); "today
 * 17:00", "tomorrow at 09:00", "yesterday 9:30"; "2026-01-31 08:00 Europe/Paris". A day with a time
 * may be followed by the name of a time zone or by an offset. Case matters only in the name of a
 * zone. Other ISO 8601 times are read by instant.h. Of a time that occurs twice, because the clock
 * is set back, the first is meant.
 */
bool when_valid(const char *text);

/*
 * Writes the time as ISO 8601 with an offset. now is in seconds since 1970. zone is used if text
 * names no zone: a name (Europe/Paris), or NULL for none. Returns NULL on success, otherwise what
 * is wrong, as the rest of a sentence that begins with the name of the parameter: "must say in
 * which time zone ...".
 */
const char *when_read(const char *text, const char *zone, int64_t now, char out[INSTANT_TEXT]);

/* Writes the name or the offset of the zone that text itself names, "" if it names none. */
void when_zone(const char *text, char out[WHEN_ZONE]);

#endif
