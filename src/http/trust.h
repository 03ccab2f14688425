/* SPDX-License-Identifier: Apache-2.0 */
/* Which certificate authorities are trusted. */
#ifndef HTTP_TRUST_H
#define HTTP_TRUST_H

#include <stdbool.h>

/*
 * Whether a folder of authorities can stand for the whole bundle: it holds files named by the
 * hash of their subject ("5ed36f99.0", as OpenSSL's c_rehash and Debian's update-ca-certificates
 * make them), which OpenSSL looks up one by one instead of reading all.
 */
bool trust_is_hashed(const char *folder);

/* Whether a file can be read and holds what looks like a certificate in PEM (RFC 7468 section 5). */
bool trust_holds_certificate(const char *file);

#endif
