/* SPDX-License-Identifier: Apache-2.0 */
#include "http/trust.h"

#include "base/scope.h"

#include <dirent.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
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

/* The labels that OpenSSL takes. */
static bool is_certificate_line(const char *line)
{
	static const char *const lines[] = { "-----BEGIN CERTIFICATE-----",
		"-----BEGIN TRUSTED CERTIFICATE-----", "-----BEGIN X509 CERTIFICATE-----" };

	for (size_t i = 0; i < COUNT(lines); i++) {
		if (!strncmp(line, lines[i], strlen(lines[i])))
			return true;
	}
	return false;
}

bool trust_holds_certificate(const char *file)
{
	FILE *stream = fopen(file, "re");
	char *line = NULL;
	size_t size = 0;
	bool found = false;

	if (!stream)
		return false;
	while (!found && getline(&line, &size, stream) >= 0)
		found = is_certificate_line(line);
	free(line);
	(void)fclose(stream);
	return found;
}
