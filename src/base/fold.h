/* SPDX-License-Identifier: Apache-2.0 */
/* Letters without regard to case, whatever the locale: for names that people type. */
#ifndef BASE_FOLD_H
#define BASE_FOLD_H

#include "base/text.h"

/*
 * Adds len bytes of UTF-8 with each capital replaced by its small letter. It knows Latin, Greek,
 * Cyrillic, Armenian and full-width letters; everything else, and what is not well formed, stays as
 * it is. Returns false without memory.
 */
bool fold_add(struct text *out, const char *bytes, size_t len);

#endif
