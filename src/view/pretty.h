/* SPDX-License-Identifier: Apache-2.0 */
/* Writes a JSON document indented, with one member on each line. */
#ifndef VIEW_PRETTY_H
#define VIEW_PRETTY_H

#include "json/span.h"

/*
 * Adds a document that scan_document() has checked, with two blanks for each level and without a
 * newline at its end. Characters that control a terminal or change the direction of text are
 * written as \u escapes.
 */
void pretty_add(struct text *out, struct span document);

#endif
