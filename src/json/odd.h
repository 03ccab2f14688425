/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Values that JSON allows but that would not arrive at PagerDuty as they are written. PagerDuty
 * does not take NUL or half a surrogate pair in a text; a program that reads an integer beyond 64
 * bits changes it.
 */
#ifndef JSON_ODD_H
#define JSON_ODD_H

#include "json/span.h"

/*
 * What is wrong with a string (a member's name too) or a number, as a sentence says it, with its
 * place in *out_place; NULL when nothing is, or when the value is another one.
 */
const char *odd_problem(struct span scalar, const char **out_place);

/* The same for the first such value within a value of a checked text (scan.h). */
const char *odd_find(struct span value, const char **out_place);

/*
 * Adds the JSON Pointer (RFC 6901) of the value at a place in the document, such as "/details/0".
 * If the place is in a member's name, it is the pointer of the object. Adds nothing for the
 * document itself.
 */
void odd_place(struct span document, const char *place, struct text *out);

#endif
