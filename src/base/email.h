/* SPDX-License-Identifier: Apache-2.0 */
/* An e-mail address, which is checked before it is sent in a header. */
#ifndef BASE_EMAIL_H
#define BASE_EMAIL_H

#include <stdbool.h>

/*
 * Returns whether a text is exactly one address: a name, one @, and a host. It must not contain
 * quotes, blanks, invisible characters, "mailto:", a second address or control characters, and its
 * host has no empty label. Inside the name an apostrophe is allowed: o'neil.
 */
bool email_valid(const char *text);

#endif
