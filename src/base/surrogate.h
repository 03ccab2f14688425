/* SPDX-License-Identifier: Apache-2.0 */
/* The units of UTF-16 that \u escapes of JSON write (RFC 8259 section 7). */
#ifndef BASE_SURROGATE_H
#define BASE_SURROGATE_H

#include "base/hex.h"

#include <stdbool.h>

/* The unit that four hexadecimal digits write. */
static inline unsigned surrogate_unit(const char *digits)
{
	return hex_digit(digits[0]) << 12 | hex_digit(digits[1]) << 8 | hex_digit(digits[2]) << 4 |
	       hex_digit(digits[3]);
}

static inline bool surrogate_is_high(unsigned unit)
{
	return unit >= 0xd800 && unit <= 0xdbff;
}

static inline bool surrogate_is_low(unsigned unit)
{
	return unit >= 0xdc00 && unit <= 0xdfff;
}

#endif
