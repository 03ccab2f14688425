/* SPDX-License-Identifier: Apache-2.0 */
/* Checks files and folders of certificate authorities. */
#ifndef HTTP_TRUST_H
#define HTTP_TRUST_H

#include <stdbool.h>

/*
 * Returns whether a folder of authorities can replace a bundle: it must contain files named by the
 * hash of their subject ("5ed36f99.0", as OpenSSL's c_rehash and Debian's update-ca-certificates
 * make them). OpenSSL looks these up one by one instead of reading all.
 */
bool trust_is_hashed(const char *folder);

/* Returns whether a file can be read and contains the label of a PEM certificate (RFC 7468). */
bool trust_holds_certificate(const char *file);

#endif
