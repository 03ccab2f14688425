/* SPDX-License-Identifier: Apache-2.0 */
/* One thing as its few telling members: a line each. */
#ifndef VIEW_ONE_H
#define VIEW_ONE_H

#include "view/kind.h"

/*
 * Adds the lines of a thing, without the last line's end in chat. If the kind is not known, it
 * shows the members that are short, at most a dozen.
 */
void one_add(struct text *out, struct span thing, const struct look *look);

#endif
