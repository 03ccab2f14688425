/* SPDX-License-Identifier: Apache-2.0 */
/* Case folding that does not depend on the locale: for comparing names that people type. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/text.h"

/*
 * Adds len bytes of UTF-8 with each capital replaced by its small letter. It knows Latin, Greek,
 * Cyrillic, Armenian and full-width letters. All other characters, and bytes that are not UTF-8,
 * are added unchanged. Returns false if memory runs out.
 */
bool fold_add(struct text *out, const char *bytes, size_t len);

#endif
