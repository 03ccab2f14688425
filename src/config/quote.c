/* SPDX-License-Identifier: Apache-2.0 */
#include "config/quote.h"

#include "base/line.h"
#include "base/shown.h"
#include "base/utf8.h"
#include "config/keys.h"

#include <string.h>
#include <strings.h>

enum { LINE_SHOWN = 100 }; /* bytes */

static bool holds_word(const char *line, size_t len, const char *word)
{
	size_t word_len = strlen(word);

	for (size_t i = 0; i + word_len <= len; i++) {
		if (!strncasecmp(line + i, word, word_len))
			return true;
	}
	return false;
}

/*
 * Returns whether the line may contain more than one key and its value: members of a flow mapping,
 * or an anchor, whose value belongs to another key too. Also returns true for a line with a word
 * that often precedes a secret.
 */
static bool may_hold_more(const char *line, size_t len)
{
	static const char *const signs[] = { "{", "}", ",", "&", "*", "key", "token", "secret",
		"passw", "pwd", "proxy", "://" };

	for (size_t i = 0; i < COUNT(signs); i++) {
		if (holds_word(line, len, signs[i]))
			return true;
	}
	return false;
}

/*
 * Returns whether the line begins with a key of the table that is not a secret. An indented word
 * may be the name of a secret.
 */
static bool names_harmless_key(const char *line, size_t len)
{
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);
		size_t name_len = strlen(item->name);

		if (!item->secret && name_len < len && !strncmp(line, item->name, name_len) &&
			line[name_len] == ':')
			return true;
	}
	return false;
}

/*
 * Returns whether the key and the value of a line may both be shown (base/shown.h): the value may
 * be a secret that was written at a wrong place.
 */
static bool holds_plain_words(const char *line, size_t len)
{
	const char *colon = memmem(line, len, ": ", 2);
	size_t name = colon ? (size_t)(colon - line) : 0;
	const char *value = colon ? colon + 1 : line;
	const char *end = line + len;

	while (value < end && *value == ' ')
		value++;
	while (end > value && end[-1] == ' ')
		end--;
	return shown_name(line, name) && shown_value(value, (size_t)(end - value));
}

/*
 * Returns whether the text may use a value at another place than that of its line: an alias. Then
 * the line of a value may belong to a secret.
 */
static bool has_aliases(const char *text)
{
	return strchr(text, '&') && strchr(text, '*');
}

void config_quote(
	const char *text, unsigned number, unsigned column, bool harmless, struct text *out)
{
	size_t len = 0;
	const char *line = text ? line_find(text, number, &len) : NULL;

	if (!line || !len || has_aliases(text) || may_hold_more(line, len) ||
		!holds_plain_words(line, len) || (!harmless && !names_harmless_key(line, len)))
		return;
	size_t before = utf8_cut_characters(line, len, column - 1);
	size_t shown = utf8_cut(line, len, LINE_SHOWN);
	if (before >= len || before > shown)
		return;
	(void)text_addf(
		out, ": \"%.*s^%.*s\"", (int)before, line, (int)(shown - before), line + before);
}
