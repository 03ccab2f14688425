/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads bytes as a signature header. A header contains only signatures that it writes in
 * hexadecimal, and a signature is found after it was added.
 */
#include "fuzz.h"

#include "base/text.h"
#include "webhook/signature.h"

#include <string.h>
#include <strings.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	scoped(text_done) struct text header = TEXT(TEXT_ANY), hex = TEXT(TEXT_ANY);
	unsigned char signature[SIGNATURE_SIZE];

	signature_make("secret", (const char *)data, size, signature);
	HOLDS(text_add_bytes(&header, (const char *)data, size));
	HOLDS(!signature_is_among(text_string(&header), signature));
	for (size_t i = 0; i < SIGNATURE_SIZE; i++)
		HOLDS(text_addf(&hex, size % 2 ? "%02x" : "%02X", signature[i]));
	/* A NUL ends the header. */
	if (size && memchr(data, '\0', size))
		return 0;
	HOLDS(text_addf(&header, ", v1=%s", hex.data));
	HOLDS(signature_is_among(header.data, signature));
	return 0;
}
