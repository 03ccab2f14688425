/* SPDX-License-Identifier: Apache-2.0 */
/* A record on one line of chat. */
#ifndef VIEW_LINE_H
#define VIEW_LINE_H

#include "view/kind.h"

enum { LINE_LIST_MOST = 25 }; /* records of a list that chat shows */

/* Adds what a list tells about a record, parted by middle dots; no newline. */
void line_add(struct text *out, struct span record, const struct view_kind *kind,
	const struct look *look);

/* Adds the first records of an array, a newline in front of each. */
void line_add_list(struct text *out, struct span list, const struct look *look);

#endif
