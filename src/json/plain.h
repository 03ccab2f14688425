/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Skips white space, and ordinary characters of strings, eight bytes at a time. Half of the time of
 * reading a reply is spent here.
 */
#ifndef JSON_PLAIN_H
#define JSON_PLAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* Returns whether a byte is white space of JSON (RFC 8259 section 2). */
static inline bool plain_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* Returns the first byte from at on that is not white space, or end. */
static inline const char *plain_skip_space(const char *at, const char *end)
{
	while (at < end && plain_is_space(*at))
		at++;
	return at;
}

/*
 * Sets the top bit of each byte that is a quote, a backslash or a control character. Only the
 * lowest set bit is reliable, because a subtraction may borrow from the bytes above.
 */
static inline uint64_t plain_special(uint64_t eight)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t quote = eight ^ (ones * '"'), slash = eight ^ (ones * '\\');

	return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
		       ((eight - ones * 0x20) & ~eight)) &
	       tops;
}

/* Returns the first byte from at on that is a quote, a backslash or a control character, or end. */
static inline const char *plain_skip(const char *at, const char *end)
{
	uint64_t eight;

	while (end - at >= 8) {
		memcpy(&eight, at, sizeof(eight));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
		eight = __builtin_bswap64(eight);
#endif
		uint64_t special = plain_special(eight);
		if (special)
			return at + (__builtin_ctzll(special) >> 3);
		at += 8;
	}
	while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
		at++;
	return at;
}

#endif
