/* SPDX-License-Identifier: Apache-2.0 */
/* Finds the word that somebody may have meant: "did you mean ...?" */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

#include <stddef.h>

/*
 * Returns the element of words (ended by NULL) that needs the fewest changes to become word. At
 * most a third of the bytes may change. Returns NULL if no element is that near. The result belongs
 * to words.
 *     nearest("incident.gte", names)  is  "incident.get"
 */
const char *nearest(const char *word, const char *const *words);

/*
 * Returns how many bytes must be added, removed or replaced to turn one word into the other, or
 * NEAREST_NEVER if either has more than 63 bytes.
 */
size_t nearest_changes(const char *a, const char *b);

/* Returns the number of changes from which on another word is not near to word. */
size_t nearest_limit(const char *word);

#define NEAREST_NEVER ((size_t)-1)

#endif
