/* SPDX-License-Identifier: Apache-2.0 */
#include "json/token.h"

#include "base/hex.h"
#include "base/scope.h"
#include "base/surrogate.h"

static const char *read_escape(const char *at, const char *end, const char **bad)
{
	*bad = at + 1;
	if (end - at < 2 || !memchr("\"\\/bfnrtu", at[1], 9))
		return NULL;
	if (at[1] != 'u')
		return at + 2;
	for (int i = 2; i < 6; i++) {
		*bad = at + i;
		if (at + i >= end || !hex_is_digit(at[i]))
			return NULL;
	}
	return at + 6;
}

const char *token_read_string(const char *at, const char *end, const char **bad)
{
	for (at = plain_skip(at + 1, end); at < end; at = plain_skip(at, end)) {
		if (*at == '"')
			return at + 1;
		if (*at != '\\')
			break;
		at = read_escape(at, end, bad);
		if (!at)
			return NULL;
	}
	*bad = at;
	return NULL;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *read_digits(const char *at, const char *end, const char **bad)
{
	const char *start = at;

	while (at < end && is_digit(*at))
		at++;
	*bad = at;
	return at > start ? at : NULL;
}

static const char *read_number(const char *at, const char *end, const char **bad)
{
	if (*at == '-')
		at++;
	if (at < end && *at == '0')
		at++;
	else
		at = read_digits(at, end, bad);
	if (at && at < end && *at == '.')
		at = read_digits(at + 1, end, bad);
	if (at && at < end && (*at == 'e' || *at == 'E')) {
		at++;
		if (at < end && (*at == '+' || *at == '-'))
			at++;
		at = read_digits(at, end, bad);
	}
	return at;
}

const char *token_read_word(const char *at, const char *end, const char **bad)
{
	static const char *const words[] = { "true", "false", "null" };

	if (*at == '-' || is_digit(*at))
		return read_number(at, end, bad);
	for (size_t i = 0; i < COUNT(words); i++) {
		size_t len = strlen(words[i]);

		if (*at == *words[i] && (size_t)(end - at) >= len && !memcmp(at, words[i], len))
			return at + len;
	}
	*bad = at;
	return NULL;
}
