/* SPDX-License-Identifier: Apache-2.0 */
/* Quotes a line of a configuration file in a sentence, unless it may contain a secret. */
#ifndef CONFIG_QUOTE_H
#define CONFIG_QUOTE_H

#include "base/text.h"

#include <stdbool.h>

/*
 * Adds ": " and the line in quotes, with a ^ before the column. Line and column count from 1, the
 * column in characters. text is the content of the file; if it is NULL, nothing is added. Adds
 * nothing either if the line may show a secret. It is shown only if all of this is true:
 * - harmless is true, or the table says that the key with which the line begins is not a secret;
 * - it has a single key, and no word that often precedes a secret;
 * - its value consists of words that cannot be a key, a token or a password (base/shown.h), because
 *   people also write secrets at a wrong place;
 * - the file has no aliases, which use a value at several places.
 */
void config_quote(
	const char *text, unsigned line, unsigned column, bool harmless, struct text *out);

#endif
