/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Finds values that JSON allows but that would change on their way. PagerDuty does not accept NUL
 * or half a surrogate pair in a text, and programs change integers beyond 64 bits when they read
 * them.
 */
#ifndef JSON_ODD_H
#define JSON_ODD_H

#include "json/span.h"

/*
 * Returns what is wrong with a string, a name or a number, as a part of a sentence, and its place
 * in *out_place. Returns NULL if nothing is wrong, or for any other value.
 */
const char *odd_problem(struct span scalar, const char **out_place);

/* Does the same for the first such value within a value of a checked text (scan.h). */
const char *odd_find(struct span value, const char **out_place);

/*
 * Adds the JSON Pointer (RFC 6901) of the value at a place in the document, such as "/details/0".
 * If the place is in a member's name, it is the pointer of the object. Adds nothing for the
 * document itself.
 */
void odd_place(struct span document, const char *place, struct text *out);

#endif
