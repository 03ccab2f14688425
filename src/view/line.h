/* SPDX-License-Identifier: Apache-2.0 */
/* Shows a record as one line in chat. */
#ifndef VIEW_LINE_H
#define VIEW_LINE_H

#include "view/kind.h"

enum { LINE_LIST_MOST = 25 }; /* records of a list that chat shows */

/* Adds the columns of a record that a list shows, separated by middle dots. Adds no newline. */
void line_add(struct text *out, struct span record, const struct view_kind *kind,
	const struct look *look);

/* Adds the first LINE_LIST_MOST records of an array, each after a newline. */
void line_add_list(struct text *out, struct span list, const struct look *look);

#endif
