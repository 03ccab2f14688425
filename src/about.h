/* SPDX-License-Identifier: Apache-2.0 */
/* What the program says of itself: --help, --list. */
#ifndef ABOUT_H
#define ABOUT_H

#include "text.h"

#define PROGRAM "st2-pagerduty"

/* Every action, with one line about it. False without memory. */
bool about_list(struct text *out) MUST_CHECK;

/* How the program is called. False without memory. */
bool about_usage(struct text *out) MUST_CHECK;

#endif
