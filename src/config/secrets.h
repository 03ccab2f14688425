/* SPDX-License-Identifier: Apache-2.0 */
/* Finds secrets of a configuration in a text, whether they are used or not. */
#ifndef CONFIG_SECRETS_H
#define CONFIG_SECRETS_H

#include "base/text.h"
#include "config/config.h"

enum { CONFIG_SECRET_LEAST = 8 }; /* bytes; many harmless texts contain a shorter one by chance */

/*
 * Returns whether a text contains a secret of the configuration, of any account. If so, the key's
 * name ("accounts.emea.api_key") is added to out_key, and the secret is handed to
 * redact_remember(). Values in the datastore are not looked up: a caller who has only the
 * expression cannot pass the value on. A proxy counts as a secret if it names a user. If there was
 * no memory, out_key has failed.
 */
bool config_holds_secret(struct config *config, const char *text, struct text *out_key) MUST_CHECK;

#endif
