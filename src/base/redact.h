/* SPDX-License-Identifier: Apache-2.0 */
/* Removes secrets from texts that people read. No other code does this. */
#ifndef BASE_REDACT_H
#define BASE_REDACT_H

#include "base/error.h"
#include "base/text.h"

/*
 * Remembers a secret (a key, a token, a proxy's password). NULL and texts of less than 4 bytes are
 * ignored: replacing these would garble every sentence. Returns false if memory runs out; then
 * nothing may be printed.
 */
bool redact_remember(const char *secret) MUST_CHECK;

/* Remembers a proxy's address, and also the password in it: libcurl quotes both. */
bool redact_remember_proxy(const char *proxy) MUST_CHECK;

/*
 * Replaces every remembered secret in text by "***", in place. It also finds a secret that is
 * percent-encoded as in a URL, or escaped as in JSON. If text was cut within a secret, it finds the
 * secret's first 8 or more bytes at the end of text.
 */
void redact(char *text);

/* Redacts the sentence, the problems and the request id of an error. */
void redact_error(struct error *err);

/* Overwrites and forgets all secrets. */
void redact_forget(void);

#endif
