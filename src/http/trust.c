/* SPDX-License-Identifier: Apache-2.0 */
#include "http/trust.h"

#include <dirent.h>
#include <stddef.h>
#include <string.h>

enum { HASH_DIGITS = 8 };

static bool is_hash_link(const char *name)
{
	return strspn(name, "0123456789abcdef") == HASH_DIGITS && name[HASH_DIGITS] == '.' &&
	       name[HASH_DIGITS + 1] >= '0' && name[HASH_DIGITS + 1] <= '9';
}

bool trust_is_hashed(const char *folder)
{
	DIR *directory = folder ? opendir(folder) : NULL;
	const struct dirent *entry;
	bool found = false;

	if (!directory)
		return false;
	while (!found && (entry = readdir(directory)))
		found = is_hash_link(entry->d_name);
	(void)closedir(directory);
	return found;
}
