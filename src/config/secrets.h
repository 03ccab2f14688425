/* SPDX-License-Identifier: Apache-2.0 */
/* Finds secrets of a configuration in a text, whether they are used or not. */
#ifndef CONFIG_SECRETS_H
#define CONFIG_SECRETS_H

#include "base/text.h"
#include "config/config.h"

enum { CONFIG_SECRET_LEAST = 8 }; /* bytes; many harmless texts contain a shorter one by chance */

struct config_secret {
	const char *value; /* borrowed from the configuration */
	char *key; /* owned; its name: "accounts.emea.api_key" */
};

/* If all members are 0, there are none. */
struct config_secrets {
	struct config_secret *all; /* owned */
	size_t count;
};

/*
 * Collects the secrets of all accounts. Values in the datastore are not looked up, because a caller
 * who has only the expression cannot pass the value on. A proxy counts as a secret if it names a
 * user. Returns false if memory runs out. config_secrets_done() must be called also on failure, and
 * the configuration must live until then.
 */
bool config_secrets_gather(struct config *config, struct config_secrets *out) MUST_CHECK;

/*
 * Returns the secret that a text contains, as it is or percent-encoded as in a URL or a form, or
 * NULL.
 */
const struct config_secret *config_secrets_find(
	const struct config_secrets *secrets, const char *text);

void config_secrets_done(struct config_secrets *secrets);

#endif
