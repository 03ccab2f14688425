/* SPDX-License-Identifier: Apache-2.0 */
/* Expands expressions between @ signs in a case file. */
#ifndef EXPAND_H
#define EXPAND_H

#include "base/text.h"

#include <stdbool.h>
#include <stddef.h>

/* A name such as "MOCK", and the value that replaces "@MOCK@". */
struct name {
	const char *name;
	const char *value;
};

/*
 * Adds text to out with names[] put in (ended by a name NULL), and with
 *   @REPEAT:100:ab@      replaced by 100 times "ab" (which has no @ in it)
 *   @HEX:00ff@           replaced by these bytes
 *   @RECORDS:0:100:200@  replaced by 100 records of 200 bytes, from number 0 on (record.h)
 * All else between @ signs stays as it is: pattern.h has a meaning for some. Returns false when
 * one of these three is malformed.
 */
bool expand(const struct text *text, const struct name *names, struct text *out) MUST_CHECK;

#endif
