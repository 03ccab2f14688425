/* SPDX-License-Identifier: Apache-2.0 */
/* How sentences name an account of the configuration. */
#ifndef CONFIG_ACCOUNT_NAME_H
#define CONFIG_ACCOUNT_NAME_H

#include "base/text.h"

/*
 * Adds "accounts.emea", with at most most characters of the name (SHOWN_WHOLE: all), or
 * "accounts.***" if the name may not be shown (base/shown.h).
 */
void account_name_add(const char *account, size_t most, struct text *out);

/* Adds "accounts.emea." in front of the name of a key. Adds nothing for NULL, the top level. */
void account_name_add_prefix(const char *account, size_t most, struct text *out);

#endif
