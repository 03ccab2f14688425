/* SPDX-License-Identifier: Apache-2.0 */
/* Shows a single thing as lines, one for each of its most important members. */
#ifndef VIEW_DETAILS_H
#define VIEW_DETAILS_H

#include "view/kind.h"

/*
 * Adds the lines of a thing. In chat the last line has no newline. If the kind of the thing is not
 * known, shows at most 12 members, and only short ones.
 */
void details_add(struct text *out, struct span thing, const struct look *look);

#endif
