/* SPDX-License-Identifier: Apache-2.0 */
#include "config/account_name.h"

#include "base/shown.h"

void account_name_add(const char *account, size_t most, struct text *out)
{
	(void)text_add(out, "accounts.");
	(void)shown_add_name(account, most, out);
}

void account_name_add_prefix(const char *account, size_t most, struct text *out)
{
	if (!account)
		return;
	account_name_add(account, most, out);
	(void)text_add(out, ".");
}
