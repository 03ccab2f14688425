/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Passing over what is plain in JSON text: white space, and the plain part of a string, eight
 * bytes a step: half of what reading a reply costs.
 */
#ifndef JSON_PLAIN_H
#define JSON_PLAIN_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

/* White space of JSON (RFC 8259 section 2). */
static inline bool plain_is_space(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/* The first byte at or after at that is none; end when all is. */
static inline const char *plain_skip_space(const char *at, const char *end)
{
	while (at < end && plain_is_space(*at))
		at++;
	return at;
}

/*
 * In each byte that is a quote, a backslash or a control character the top bit is set; the lowest
 * one set is exact, those above it may not be (the carries of a subtraction run upwards).
 */
static inline uint64_t plain_special(uint64_t eight)
{
	const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
	uint64_t quote = eight ^ (ones * '"'), slash = eight ^ (ones * '\\');

	return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
		       ((eight - ones * 0x20) & ~eight)) &
	       tops;
}

/* The first byte at or after at that is a quote, a backslash or a control character; end when there is none. */
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
