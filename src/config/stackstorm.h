/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the address and the key of StackStorm's API. */
#ifndef CONFIG_STACKSTORM_H
#define CONFIG_STACKSTORM_H

#include "config/config.h"
#include "stackstorm/api.h"

/*
 * With the address and token of the execution that we run in, else with stackstorm.api_key. The
 * values themselves must be in the configuration, since the datastore is asked with them.
 * ERROR_CONFIG where there is neither; the sentence begins with what, such as "key x of the
 * datastore can be read". The token or key is made known to redact.h.
 */
bool config_stackstorm(const struct config *config, const char *what, struct stackstorm_access *out,
	struct error *err) MUST_CHECK;

#endif
