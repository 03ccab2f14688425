/* SPDX-License-Identifier: Apache-2.0 */
/* Makes the records of long lists, so that a case need not contain them. */
#ifndef RECORD_H
#define RECORD_H

#include "base/text.h"

/*
 * Adds record number index as JSON: {"id":"R0000007","summary":"..."}, exactly size bytes of it (or
 * its least size). The summary has quotes, brackets and non-ASCII characters, so that a scanner
 * that skips strings wrongly fails.
 */
void record_add(struct text *out, long index, size_t size);

/* Adds count records from index on, separated by commas. */
void record_add_many(struct text *out, long index, long count, size_t size);

#endif
