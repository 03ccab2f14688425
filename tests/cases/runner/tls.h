/* SPDX-License-Identifier: Apache-2.0 */
/* Makes valid and invalid certificates of the mock for each case. */
#ifndef TLS_H
#define TLS_H

#include "base/text.h"

#include <openssl/ssl.h>

/*
 * Makes a TLS context of the kind that a case names after "tls:", and writes the certificate of the
 * authority to ca_path. The valid certificate is for 127.0.0.1, localhost and PagerDuty's own
 * names, which can be requested through a proxy. Returns NULL with a sentence in why if the kind is
 * unknown.
 */
SSL_CTX *tls_context(const char *kind, const char *ca_path, struct text *why) MUST_CHECK;

#endif
