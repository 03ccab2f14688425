/* SPDX-License-Identifier: Apache-2.0 */
/* Collects from all threads what is wrong with the run of a case. */
#ifndef COMPLAINTS_H
#define COMPLAINTS_H

#include "base/text.h"

#include <stdbool.h>

/* Adds one complaint, a line or several. The first makes the case fail. */
void complain(const char *format, ...) PRINTF(1, 2);

/* Returns all complaints, "" if there are none. */
const char *complaints(void);

/*
 * Adds at most so many bytes of text to out, with unprintable bytes as \xNN. If it was cut, adds
 * its length.
 */
void show_text(struct text *out, const char *text, size_t len);

#endif
