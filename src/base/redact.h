/* SPDX-License-Identifier: Apache-2.0 */
/* The one place that keeps secrets out of what people read. */
#ifndef BASE_REDACT_H
#define BASE_REDACT_H

#include "base/error.h"
#include "base/text.h"

/*
 * Remembers a secret (a key, a token, a proxy's password). NULL and texts under 4 bytes are
 * passed over: they would garble every sentence. Returns false without memory: then nothing may
 * be printed.
 */
bool redact_remember(const char *secret) MUST_CHECK;

/* Remembers a proxy's address, and its password by itself: libcurl quotes both. */
bool redact_remember_proxy(const char *proxy) MUST_CHECK;

/*
 * Replaces every remembered secret in text by "***", in place. It also finds a secret that is
 * percent-encoded as in a URL, or escaped as in JSON, and the first 8 or more bytes of one at the
 * very end of text, where a sentence was cut.
 */
void redact(char *text);

/* The same over the sentence, the problems and the request id of an error. */
void redact_error(struct error *err);

/* Forgets and wipes them all. */
void redact_forget(void);

#endif
