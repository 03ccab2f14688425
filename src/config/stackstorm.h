/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the address and the key of StackStorm's API. */
#ifndef CONFIG_STACKSTORM_H
#define CONFIG_STACKSTORM_H

#include "config/config.h"
#include "stackstorm/api.h"

/*
 * Finds the address and token of the present execution, otherwise stackstorm.api_key of the
 * configuration. These values cannot be in the datastore, because they are needed to read it. Fails
 * with ERROR_CONFIG if there is neither; the sentence begins with what, such as "key x of the
 * datastore can be read". The token or key is remembered for redaction.
 */
bool config_stackstorm(const struct config *config, const char *what, struct stackstorm_access *out,
	struct error *err) MUST_CHECK;

#endif
