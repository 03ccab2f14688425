/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the text of a reply well formed, so that the output is well formed too. */
#ifndef JSON_REPAIR_H
#define JSON_REPAIR_H

#include "base/text.h"

/*
 * Replaces what is not UTF-8 by U+FFFD: one for each maximal ill-formed part, as section 3.9 of the
 * Unicode standard recommends. Replaces \u escapes of NUL and of half a surrogate pair as well:
 * JSON allows them, but databases do not, nor does an action that gets them as a parameter. Drops a
 * byte order mark at the start. Where nothing is wrong, the text is read once and not copied.
 * Returns false if memory runs out.
 *     "a\xff"  becomes  "a" and U+FFFD
 */
bool json_repair(struct text *text) MUST_CHECK;

#endif
