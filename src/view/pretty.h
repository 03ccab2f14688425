/* SPDX-License-Identifier: Apache-2.0 */
/* A JSON document for people who want all of it: a member a line, indented. */
#ifndef VIEW_PRETTY_H
#define VIEW_PRETTY_H

#include "json/span.h"

/*
 * Adds a checked document, two blanks for each level, without a newline at its end. Characters
 * that command a terminal or turn the direction of a line are written as \u escapes.
 */
void pretty_add(struct text *out, struct span document);

#endif
