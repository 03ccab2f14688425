/* SPDX-License-Identifier: Apache-2.0 */
#include "base/percent.h"

#include "base/hex.h"

#include <stddef.h>
#include <string.h>

/* Returns the bytes of text, 1 or 3, that stand for a byte of a plain text; 0 if they do not. */
static size_t match_byte(const char *text, char wanted)
{
	if (*text == wanted)
		return 1;
	if (*text == '+' && wanted == ' ')
		return 1;
	if (*text != '%' || !hex_is_digit(text[1]) || !hex_is_digit(text[2]))
		return 0;
	return (hex_digit(text[1]) << 4 | hex_digit(text[2])) == (unsigned char)wanted ? 3 : 0;
}

/* Returns where plain ends if text begins with it, or NULL. */
static const char *match_all(const char *text, const char *plain)
{
	for (; *plain; plain++) {
		size_t len = match_byte(text, *plain);

		if (!len)
			return NULL;
		text += len;
	}
	return text;
}

const char *percent_find(const char *text, const char *plain, const char **end)
{
	const char starts[] = { *plain, '%', *plain == ' ' ? '+' : '%', '\0' };

	if (!strpbrk(text, strchr(plain, ' ') ? "%+" : "%")) {
		text = strstr(text, plain);
		*end = text ? text + strlen(plain) : NULL;
		return text;
	}
	for (text = strpbrk(text, starts); text; text = strpbrk(text + 1, starts)) {
		*end = match_all(text, plain);
		if (*end)
			return text;
	}
	return NULL;
}
