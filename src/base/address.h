/* SPDX-License-Identifier: Apache-2.0 */
/* E-mail addresses, as far as a header needs them right. */
#ifndef BASE_ADDRESS_H
#define BASE_ADDRESS_H

#include <stdbool.h>

/*
 * Whether a text is one address and nothing else: a name, one @, a host; no quotes, no blanks, no
 * "mailto:", no second address, no control character.
 */
bool address_valid(const char *text);

#endif
