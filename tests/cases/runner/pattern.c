/* SPDX-License-Identifier: Apache-2.0 */
#include "pattern.h"

#include <ctype.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool matches_regex(const char *expression, const char *text, size_t len)
{
	regmatch_t range = { 0, (regoff_t)len };
	regex_t regex;

	if (regcomp(&regex, expression, REG_EXTENDED))
		abort();
	int found = regexec(&regex, text, 1, &range, REG_STARTEND);
	regfree(&regex);
	return found == 0;
}

static const struct token {
	const char *text;
	const char *expression; /* NULL: any text of at least one character */
} tokens[] = {
	{ "@ANY@", NULL },
	{ "@NUMBER@", "^-?[0-9]+(\\.[0-9]+)?([eE][-+]?[0-9]+)?$" },
	{ "@UUID@", "^([0-9a-fA-F]{32}|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" },
	/* The text may be percent-encoded, as in a query string. */
	{ "@TIME@",
		"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}(:|%3A)[0-9]{2}((:|%3A)[0-9]{2}(\\.[0-9]+)?)?"
		"(Z|([-+]|%2B)[0-9]{2}(:|%3A)?[0-9]{2})$" },
};

/* Finds the name of the @SAME:name@ at pattern. Returns 0 if there is none. */
static size_t same_name(const char *pattern, size_t pattern_len, const char **out_name)
{
	static const char word[] = "@SAME:";
	const size_t before = sizeof(word) - 1;

	if (pattern_len <= before || memcmp(pattern, word, before) != 0)
		return 0;
	const char *end = memchr(pattern + before, '@', pattern_len - before);
	*out_name = pattern + before;
	return end ? (size_t)(end - *out_name) : 0;
}

static bool bind(
	struct bindings *bindings, const char *name, size_t name_len, const char *text, size_t len)
{
	for (size_t i = 0; i < bindings->count; i++) {
		const struct binding *item = &bindings->items[i];

		if (strlen(item->name) == name_len && !memcmp(item->name, name, name_len))
			return item->len == len && !memcmp(item->value, text, len);
	}
	if (bindings->count == BINDINGS)
		abort();
	struct binding *item = &bindings->items[bindings->count++];
	(void)snprintf(item->name, sizeof(item->name), "%.*s", (int)name_len, name);
	item->value = strndup(text, len);
	item->len = len;
	return true;
}

/* Tries every length of the gap, the shortest first, with the rest of the pattern. */
static bool match_gap(const struct token *token, const char *name, size_t name_len,
	const char *rest, size_t rest_len, const char *text, size_t len, struct bindings *bindings)
{
	size_t bound = bindings->count;

	for (size_t take = rest_len ? 1 : len; take && take <= len; take++) {
		bool fits =
			token ? !token->expression || matches_regex(token->expression, text, take)
			      : bind(bindings, name, name_len, text, take);

		if (fits && pattern_match(rest, rest_len, text + take, len - take, bindings))
			return true;
		bindings->count = bound;
	}
	return false;
}

bool pattern_match(const char *pattern, size_t pattern_len, const char *text, size_t len,
	struct bindings *bindings)
{
	const char *name = NULL;
	size_t at = 0;

	for (; at < pattern_len; at++) {
		const char *rest = pattern + at;
		size_t left = pattern_len - at;
		size_t name_len = same_name(rest, left, &name);

		if (name_len)
			return match_gap(NULL, name, name_len, name + name_len + 1,
				left - strlen("@SAME:@") - name_len, text + at, len - at, bindings);
		for (size_t i = 0; i < COUNT(tokens); i++) {
			size_t token_len = strlen(tokens[i].text);

			if (left >= token_len && !memcmp(rest, tokens[i].text, token_len))
				return match_gap(&tokens[i], NULL, 0, rest + token_len,
					left - token_len, text + at, len - at, bindings);
		}
		if (at >= len || pattern[at] != text[at])
			return false;
	}
	return at == len;
}
