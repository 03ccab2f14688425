/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/signature.h"

#include "base/hex.h"
#include "base/sha256.h"

#include <string.h>

_Static_assert((int)SIGNATURE_SIZE == (int)SHA256_SIZE, "a signature is one SHA-256");

/* One half of RFC 2104: the digest of the key, XORed with pad, followed by the bytes. */
static void digest_keyed(const unsigned char key[SHA256_BLOCK], unsigned char pad,
	const void *bytes, size_t len, unsigned char out[SIGNATURE_SIZE])
{
	unsigned char padded[SHA256_BLOCK];
	struct sha256 hash;

	for (size_t i = 0; i < SHA256_BLOCK; i++)
		padded[i] = key[i] ^ pad;
	sha256_begin(&hash);
	sha256_add(&hash, padded, sizeof(padded));
	sha256_add(&hash, bytes, len);
	sha256_end(&hash, out);
	explicit_bzero(padded, sizeof(padded));
}

void signature_make(
	const char *secret, const char *body, size_t len, unsigned char out[SIGNATURE_SIZE])
{
	unsigned char key[SHA256_BLOCK] = { 0 }, inner[SIGNATURE_SIZE];
	size_t secret_len = strlen(secret);

	if (secret_len > sizeof(key)) {
		struct sha256 hash;

		sha256_begin(&hash);
		sha256_add(&hash, secret, secret_len);
		sha256_end(&hash, key);
	} else {
		memcpy(key, secret, secret_len);
	}
	digest_keyed(key, 0x36, body, len, inner);
	digest_keyed(key, 0x5c, inner, sizeof(inner), out);
	explicit_bzero(key, sizeof(key));
}

/* Compares all bytes, so that the time does not depend on where the first difference is. */
static bool is_same(
	const unsigned char one[SIGNATURE_SIZE], const unsigned char other[SIGNATURE_SIZE])
{
	volatile unsigned char difference = 0;

	for (size_t i = 0; i < SIGNATURE_SIZE; i++)
		difference |= one[i] ^ other[i];
	return !difference;
}

/* Reads exactly one signature in hexadecimal. */
static bool read_hex(const char *text, size_t len, unsigned char out[SIGNATURE_SIZE])
{
	if (len != 2 * (size_t)SIGNATURE_SIZE)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!hex_is_digit(text[i]))
			return false;
		unsigned value = hex_digit(text[i]);
		out[i / 2] = (unsigned char)(i % 2 ? out[i / 2] | value : value << 4);
	}
	return true;
}

static bool is_blank(char c)
{
	return c == ' ' || c == '\t';
}

bool signature_is_among(const char *header, const unsigned char signature[SIGNATURE_SIZE])
{
	bool found = false;

	while (*header) {
		size_t part = strcspn(header, ",");
		size_t start = strspn(header, " \t"), end = part;
		unsigned char given[SIGNATURE_SIZE];

		while (end > start && is_blank(header[end - 1]))
			end--;
		if (end - start > 3 && !strncmp(header + start, "v1=", 3) &&
			read_hex(header + start + 3, end - start - 3, given) &&
			is_same(given, signature))
			found = true;
		header += part + (header[part] == ',');
	}
	return found;
}
