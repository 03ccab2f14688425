/* SPDX-License-Identifier: Apache-2.0 */
#include "base/nearest.h"

#include <string.h>

enum { LONGEST = 63 }; /* bytes; for longer words no near word is looked for */

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* Returns the Levenshtein distance of two words of at most LONGEST bytes. */
static size_t distance(const char *a, const char *b)
{
	size_t row[LONGEST + 1];
	size_t len = strlen(b);

	for (size_t j = 0; j <= len; j++)
		row[j] = j;
	for (size_t i = 0; a[i]; i++) {
		size_t corner = row[0];

		row[0] = i + 1;
		for (size_t j = 0; j < len; j++) {
			size_t changed = corner + (a[i] != b[j]);

			corner = row[j + 1];
			row[j + 1] = least(changed, least(row[j], row[j + 1]) + 1);
		}
	}
	return row[len];
}

size_t nearest_changes(const char *a, const char *b)
{
	return strlen(a) > LONGEST || strlen(b) > LONGEST ? NEAREST_NEVER : distance(a, b);
}

size_t nearest_limit(const char *word)
{
	return strlen(word) / 3 + 1;
}

const char *nearest(const char *word, const char *const *words)
{
	size_t best = nearest_limit(word);
	const char *found = NULL;

	if (strlen(word) > LONGEST)
		return NULL;
	for (; *words; words++) {
		size_t changes = nearest_changes(word, *words);

		if (changes < best) {
			best = changes;
			found = *words;
		}
	}
	return found;
}
