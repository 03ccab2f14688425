/* SPDX-License-Identifier: Apache-2.0 */
/* "Did you mean ...?" */
#ifndef NEAREST_H
#define NEAREST_H

/*
 * The one of words (ended by NULL) that word was most likely meant to be: the fewest characters
 * changed, at most a third of them; NULL when none is that near. Borrowed from words.
 */
const char *nearest(const char *word, const char *const *words);

#endif
