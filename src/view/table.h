/* SPDX-License-Identifier: Apache-2.0 */
/* Shows a list as a table on a terminal: a line of titles, and one line for each record. */
#ifndef VIEW_TABLE_H
#define VIEW_TABLE_H

#include "view/kind.h"

/*
 * Adds the table of an array's records. Empty columns are left out. Columns are narrowed until a
 * line fits look->width. Each line begins with indent.
 */
void table_add(struct text *out, struct span list, const struct view_kind *kind,
	const struct look *look, const char *indent);

#endif
