/* SPDX-License-Identifier: Apache-2.0 */
/* Finds a text in another one that is percent-encoded, as in a URL or a form. */
#ifndef BASE_PERCENT_H
#define BASE_PERCENT_H

/*
 * Returns where plain, which must not be empty, begins in text, and stores in *end where it ends.
 * Each byte of plain may stand in text as it is or percent-encoded ("/" or "%2f"), and a blank also
 * as "+": encoders differ in what they leave as it is. Returns NULL if plain is not there.
 */
const char *percent_find(const char *text, const char *plain, const char **end);

#endif
