/* SPDX-License-Identifier: Apache-2.0 */
/* The mock's certificates, made anew for each case, good and bad. */
#ifndef TLS_H
#define TLS_H

#include "base/text.h"

#include <openssl/ssl.h>

/*
 * A server's context of the kind that a case names after "tls:", and the certificate authority's
 * certificate written to ca_path. The good certificate is for 127.0.0.1, localhost and
 * PagerDuty's own names, which a proxy can be asked for. Returns NULL with a sentence in why for
 * an unknown kind.
 */
SSL_CTX *tls_context(const char *kind, const char *ca_path, struct text *why) MUST_CHECK;

#endif
