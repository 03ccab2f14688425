/* SPDX-License-Identifier: Apache-2.0 */
#include "base/email.h"

#include "base/utf8.h"

#include <string.h>

/* Returns whether text contains a typographic quote, U+2018 to U+201F. */
static bool has_quote(const char *text)
{
	for (const char *at = text; (at = strstr(at, "\xe2\x80")); at++) {
		if ((unsigned char)at[2] >= 0x98 && (unsigned char)at[2] <= 0x9f)
			return true;
	}
	return false;
}

/* Returns whether a host has an empty label: a dot at an end, or two dots in a row. */
static bool has_empty_label(const char *host)
{
	return *host == '.' || host[strlen(host) - 1] == '.' || strstr(host, "..");
}

bool email_valid(const char *text)
{
	const char *at = strchr(text, '@');

	/* An apostrophe may stand inside a name (o'neil), but not around the address. */
	return at && at > text && *text != '\'' && at[1] && !has_empty_label(at + 1) &&
	       !strpbrk(at + 1, "@'") && !strpbrk(text, " <>|\"`,;:()[]\\") &&
	       !utf8_has_control(text) && !utf8_has_hidden_blank(text) && !has_quote(text);
}
