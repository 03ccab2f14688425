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

/* The same of a proxy, and of its password alone: libcurl quotes either. */
bool redact_remember_proxy(const char *proxy) MUST_CHECK;

/*
 * Replaces every remembered secret in text by "***", in place: also as it stands in a URL,
 * percent-encoded, or in JSON, escaped; and the beginning of one (8 bytes or more) at the very
 * end, where a sentence was cut.
 */
void redact(char *text);

/* The same over the sentence, the problems and the request id of an error. */
void redact_error(struct error *err);

/* Forgets and wipes them all. */
void redact_forget(void);

#endif
