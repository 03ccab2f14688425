/* SPDX-License-Identifier: Apache-2.0 */
/* A list as aligned columns on a terminal: a line of titles, and one line for each record. */
#ifndef VIEW_TABLE_H
#define VIEW_TABLE_H

#include "view/kind.h"

/*
 * Adds the table of an array's records. Columns in which nothing stands are left out; those that
 * may be are narrowed until a line fits look->width. indent is put in front of each line.
 */
void table_add(struct text *out, struct span list, const struct view_kind *kind,
	const struct look *look, const char *indent);

#endif
