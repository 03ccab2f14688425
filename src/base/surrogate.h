/* SPDX-License-Identifier: Apache-2.0 */
/* The units of UTF-16 that \u escapes of JSON write (RFC 8259 section 7). */
#ifndef BASE_SURROGATE_H
#define BASE_SURROGATE_H

#include <stdbool.h>

static inline bool surrogate_is_digit(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/* The value of a hexadecimal digit. */
static inline unsigned surrogate_digit(char c)
{
	return c <= '9' ? (unsigned)c - '0' : ((unsigned)c | 0x20) - 'a' + 10;
}

/* The unit that four hexadecimal digits write. */
static inline unsigned surrogate_unit(const char *digits)
{
	return surrogate_digit(digits[0]) << 12 | surrogate_digit(digits[1]) << 8 |
	       surrogate_digit(digits[2]) << 4 | surrogate_digit(digits[3]);
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
