/* SPDX-License-Identifier: Apache-2.0 */
/* Quotes a line of a configuration file in a sentence, unless it may contain a secret. */
#ifndef CONFIG_QUOTE_H
#define CONFIG_QUOTE_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Adds ": " and the line in quotes, a ^ before the column (in characters; both from 1). Adds
 * nothing if the line might show a secret. So the line must hold a single key, and either harmless
 * is true or the table says that this key is no secret. text is the file's content; NULL adds
 * nothing.
 */
void config_quote(
	const char *text, unsigned line, unsigned column, bool harmless, struct text *out);

#endif
