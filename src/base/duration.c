/* SPDX-License-Identifier: Apache-2.0 */
#include "base/duration.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Digits of one number: more than anybody needs, and few enough that no sum overflows. */
enum { DIGITS_MOST = 9 };

static const struct {
	const char *name;
	int seconds;
} units[] = {
	{ "s", 1 },
	{ "sec", 1 },
	{ "secs", 1 },
	{ "second", 1 },
	{ "seconds", 1 },
	{ "m", 60 },
	{ "min", 60 },
	{ "mins", 60 },
	{ "minute", 60 },
	{ "minutes", 60 },
	{ "h", 3600 },
	{ "hr", 3600 },
	{ "hrs", 3600 },
	{ "hour", 3600 },
	{ "hours", 3600 },
	{ "d", 86400 },
	{ "day", 86400 },
	{ "days", 86400 },
	{ "w", 604800 },
	{ "week", 604800 },
	{ "weeks", 604800 },
};

static const char digits[] = "0123456789", blanks[] = " \t";

static void skip_blanks(const char **at)
{
	*at += strspn(*at, blanks);
}

static bool read_number(const char **at, int64_t *out)
{
	size_t len = strspn(*at, digits);

	if (!len || len > DIGITS_MOST)
		return false;
	*out = 0;
	for (size_t i = 0; i < len; i++)
		*out = *out * 10 + ((*at)[i] - '0');
	*at += len;
	return true;
}

/* Reads the next word. Returns false if it is not a unit. */
static bool read_unit(const char **at, int *out_seconds)
{
	size_t len = strcspn(*at, "0123456789 \t");

	for (size_t i = 0; i < COUNT(units); i++) {
		if (strlen(units[i].name) != len || strncasecmp(units[i].name, *at, len) != 0)
			continue;
		*at += len;
		*out_seconds = units[i].seconds;
		return true;
	}
	return false;
}

bool duration_read(const char *text, int64_t *out_seconds)
{
	int64_t sum = 0;
	int parts = 0;

	skip_blanks(&text);
	do {
		int64_t number;
		int seconds = 1;

		if (!read_number(&text, &number))
			return false;
		skip_blanks(&text);
		/* A number may lack a unit only if it is the whole text. */
		if ((*text || parts) && !read_unit(&text, &seconds))
			return false;
		skip_blanks(&text);
		sum += number * seconds;
	} while (*text && ++parts < (int)COUNT(units));
	if (*text)
		return false;
	*out_seconds = sum;
	return true;
}
