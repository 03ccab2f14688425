/* SPDX-License-Identifier: Apache-2.0 */
#include "base/address.h"

#include "base/utf8.h"

#include <string.h>

bool address_valid(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at > text && at[1] && at[1] != '.' && !strchr(at + 1, '@') &&
	       !strpbrk(text, " <>|\"',;:()[]\\") && !utf8_has_control(text);
}
