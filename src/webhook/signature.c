/* SPDX-License-Identifier: Apache-2.0 */
#include "webhook/signature.h"

#include "base/surrogate.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <string.h>

bool signature_make(
	const char *secret, const char *body, size_t len, unsigned char out[SIGNATURE_SIZE])
{
	unsigned made = 0;

	return HMAC(EVP_sha256(), secret, (int)strlen(secret), (const unsigned char *)body, len,
		       out, &made) &&
	       made == SIGNATURE_SIZE;
}

/* Reads exactly one signature in hexadecimal. */
static bool read_hex(const char *text, size_t len, unsigned char out[SIGNATURE_SIZE])
{
	if (len != 2 * (size_t)SIGNATURE_SIZE)
		return false;
	for (size_t i = 0; i < len; i++) {
		if (!surrogate_is_digit(text[i]))
			return false;
		unsigned value = surrogate_digit(text[i]);
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
			!CRYPTO_memcmp(given, signature, SIGNATURE_SIZE))
			found = true;
		header += part + (header[part] == ',');
	}
	return found;
}
