/* SPDX-License-Identifier: Apache-2.0 */
/* Quotes a line of a configuration file in a sentence, unless it may contain a secret. */
#ifndef CONFIG_QUOTE_H
#define CONFIG_QUOTE_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Adds ": " and the line in quotes, with a ^ before the column. Line and column count from 1, the
 * column in characters. Adds nothing if the line may show a secret: the line must have a single
 * key, and either harmless is true or the table says that the key is not a secret. text is the
 * content of the file; if it is NULL, nothing is added.
 */
void config_quote(
	const char *text, unsigned line, unsigned column, bool harmless, struct text *out);

#endif
