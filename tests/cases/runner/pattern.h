/* SPDX-License-Identifier: Apache-2.0 */
/* Patterns of text: @ANY@, @NUMBER@, @UUID@, @TIME@ and @SAME:name@. */
#ifndef PATTERN_H
#define PATTERN_H

#include "base/scope.h"

#include <stdbool.h>
#include <stddef.h>

enum { BINDINGS = 32 };

/* The first value of each @SAME:name@. Initialise it with { 0 }. */
struct bindings {
	struct binding {
		char name[32];
		char *value;
		size_t len;
	} items[BINDINGS];
	size_t count;
};

/*
 * Returns whether text is what pattern says:
 *   @ANY@        one character or more
 *   @NUMBER@     a number as JSON writes it
 *   @UUID@       32 hexadecimal digits, or these with dashes as a UUID has them
 *   @TIME@       an ISO 8601 date-time with Z or an offset
 *   @SAME:name@  one character or more, the same wherever this name stands in the case
 * Names are bound in bindings only when the whole matches.
 */
bool pattern_match(const char *pattern, size_t pattern_len, const char *text, size_t len,
	struct bindings *bindings) MUST_CHECK;

#endif
