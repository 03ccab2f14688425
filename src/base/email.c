/* SPDX-License-Identifier: Apache-2.0 */
#include "base/email.h"

#include "base/utf8.h"

#include <string.h>

bool email_valid(const char *text)
{
	const char *at = strchr(text, '@');

	/* An apostrophe may stand inside a name (o'neil), but not around the address. */
	return at && at > text && *text != '\'' && at[1] && at[1] != '.' &&
	       !strpbrk(at + 1, "@'") && !strpbrk(text, " <>|\",;:()[]\\") &&
	       !utf8_has_control(text);
}
