/* SPDX-License-Identifier: Apache-2.0 */
/* Checks an e-mail address before it is sent in a header. */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

/*
 * Returns whether a text is exactly one address: a name, one @, and a host. It must not contain
 * quotes, blanks, "mailto:", a second address or control characters. Inside the name an apostrophe
 * is allowed: o'neil.
 */
bool address_valid(const char *text);

#endif
