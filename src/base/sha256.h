/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 (FIPS 180-4) of what lies in memory. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_SIZE = 32, SHA256_BLOCK = 64 };

/* A digest under way. Start it with sha256_begin; it owns nothing. */
struct sha256 {
	uint32_t state[8];
	uint64_t total; /* bytes taken */
	unsigned char block[SHA256_BLOCK]; /* what is not yet a whole block */
};

void sha256_begin(struct sha256 *hash);
void sha256_add(struct sha256 *hash, const void *bytes, size_t len);

/* Writes the digest and wipes what was taken. */
void sha256_end(struct sha256 *hash, unsigned char out[SHA256_SIZE]);

#endif
