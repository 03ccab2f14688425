/* SPDX-License-Identifier: Apache-2.0 */
/* What is wrong with a case's run, collected from all threads. */
#ifndef COMPLAINTS_H
#define COMPLAINTS_H

#include "base/text.h"

#include <stdbool.h>

/* Adds one complaint, a line or several. The first makes the case fail. */
void complain(const char *format, ...) PRINTF(1, 2);

/* All complaints, one after the other; "" when there are none. */
const char *complaints(void);

/* Adds at most this much of text to out, what does not print as \xNN, and says how long it is when it was cut. */
void show_text(struct text *out, const char *text, size_t len);

#endif
