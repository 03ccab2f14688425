/* SPDX-License-Identifier: Apache-2.0 */
/* Makes a reply well formed, so that what is printed always is. */
#ifndef JSON_REPAIR_H
#define JSON_REPAIR_H

#include "base/text.h"

/*
 * Bytes that are not UTF-8 become U+FFFD, one for each maximal ill-formed part, as section 3.9 of
 * the Unicode standard recommends; and so do \u escapes of half a surrogate pair, which JSON
 * allows and StackStorm's database does not. A byte order mark at the start is dropped. Costs one
 * pass when there is nothing to mend. Returns false without memory.
 */
bool mend(struct text *text) MUST_CHECK;

#endif
