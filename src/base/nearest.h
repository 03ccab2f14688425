/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean ...?" */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/*
 * Returns the one of words (ended by NULL) that is most like word: the one with the fewest
 * characters to change, at most a third of them. NULL if none is that near. Borrowed from words.
 *     nearest("incident.gte", names)  is  "incident.get"
 */
const char *nearest(const char *word, const char *const *words);

/* How many bytes must change for one word to become the other; NEAREST_NEVER where either is too long to be near. */
size_t nearest_changes(const char *a, const char *b);

/* The least number of changes at which nothing is near to word any more. */
size_t nearest_limit(const char *word);

#define NEAREST_NEVER ((size_t)-1)

#endif
