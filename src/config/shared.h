/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a secret of webhooks that two accounts have. */
#ifndef CONFIG_SHARED_H
#define CONFIG_SHARED_H

#include "config/config.h"

/*
 * Fails with ERROR_CONFIG if webhook.secrets of two accounts, the top level included, have a secret
 * in common: an event that was signed with it would always belong to the first. The sentence names
 * both and the file. Asks no datastore: a value there that was not resolved is compared by its
 * expression.
 */
bool config_check_shared(const struct config *config, struct error *err) MUST_CHECK;

#endif
