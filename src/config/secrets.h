/* SPDX-License-Identifier: Apache-2.0 */
/* All secrets that a configuration holds, whether they are used or not. */
#ifndef CONFIG_SECRETS_H
#define CONFIG_SECRETS_H

#include "base/text.h"
#include "config/config.h"

enum { CONFIG_SECRET_LEAST = 8 }; /* bytes; a shorter text is in many a harmless one */

/*
 * Whether a text holds a secret of the configuration, of any account: adds to out_key what the
 * key is called ("accounts.emea.api_key") and hands the secret to redact_remember(). Dynamic
 * values are not looked up: who has no more than their expression cannot pass them on. A proxy
 * counts when it names a user. Where out_key has failed there was no memory to make it known.
 */
bool config_holds_secret(struct config *config, const char *text, struct text *out_key) MUST_CHECK;

#endif
