/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Signatures of PagerDuty's webhooks: HMAC-SHA256 of the body as it was received
 * (webhooks/04-Signatures of its developer documents).
 */
#ifndef WEBHOOK_SIGNATURE_H
#define WEBHOOK_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

enum { SIGNATURE_SIZE = 32 }; /* bytes */

/* Makes the signature of a body under a secret. */
void signature_make(
	const char *secret, const char *body, size_t len, unsigned char out[SIGNATURE_SIZE]);

/*
 * Returns whether a header contains a signature. The header is "v1=HEX,v1=HEX", with hexadecimal
 * digits in either case and optional blanks. Parts that do not begin with v1= are ignored. The
 * comparison takes the same time for any difference.
 */
bool signature_is_among(const char *header, const unsigned char signature[SIGNATURE_SIZE]);

#endif
