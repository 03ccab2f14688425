/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean ...?" */
#ifndef BASE_NEAREST_H
#define BASE_NEAREST_H

/*
 * The one of words (ended by NULL) that word was most likely meant to be: the fewest characters
 * changed, at most a third of them; NULL when none is that near. Borrowed from words.
 */
const char *nearest(const char *word, const char *const *words);

#endif
