/* SPDX-License-Identifier: Apache-2.0 */
/* Signatures of PagerDuty's webhooks: HMAC-SHA256 over the body as it came (webhooks/04-Signatures of its developer documents). */
#ifndef WEBHOOK_SIGNATURE_H
#define WEBHOOK_SIGNATURE_H

#include <stdbool.h>
#include <stddef.h>

enum { SIGNATURE_SIZE = 32 }; /* bytes */

/* Makes the signature of a body under a secret. */
void signature_make(
	const char *secret, const char *body, size_t len, unsigned char out[SIGNATURE_SIZE]);

/*
 * Whether one of the signatures in a header is this one: "v1=HEX,v1=HEX", hexadecimal digits in
 * either case, blanks around each; what does not begin with v1= is passed over. The comparison
 * takes the same time whatever differs.
 */
bool signature_is_among(const char *header, const unsigned char signature[SIGNATURE_SIZE]);

#endif
