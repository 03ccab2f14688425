/* SPDX-License-Identifier: Apache-2.0 */
/* SHA-256 (FIPS 180-4) of bytes in memory. */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include <stddef.h>
#include <stdint.h>

enum { SHA256_SIZE = 32, SHA256_BLOCK = 64 };

/* The state of a digest. sha256_begin() initialises it. It owns nothing. */
struct sha256 {
	uint32_t state[8];
	uint64_t total; /* bytes added */
	unsigned char block[SHA256_BLOCK]; /* bytes that do not fill a block yet */
};

/* Begins a digest, whatever the state was. */
void sha256_begin(struct sha256 *hash);

/* Adds len bytes to the digest. May be called any number of times; len may be 0. */
void sha256_add(struct sha256 *hash, const void *bytes, size_t len);

/* Writes the digest of all bytes that were added, and overwrites the state. */
void sha256_end(struct sha256 *hash, unsigned char out[SHA256_SIZE]);

#endif
