/* SPDX-License-Identifier: Apache-2.0 */
/* The columns that are shown of each kind of thing: one row for each kind. */
#ifndef VIEW_KIND_H
#define VIEW_KIND_H

#include "view/field.h"

struct view_kind {
	/* As records name themselves; one that begins with "_" is what they end in. */
	const char *type;
	/* For records without a type: the members that each of them has, ended by NULL. */
	const char *const *members;
	const char *one, *many; /* "incident", "incidents" */
	const struct column *columns;
	const char *inner; /* a list inside one thing that is shown below it, or NULL */
};

/* The kind of a record; a kind that shows id and summary when it is none of those known. */
const struct view_kind *kind_of(struct span record);

/* Whether a record is of a kind that is known. */
bool kind_known(struct span record);

/* The kind of this name ("incident"), or the one that shows id and summary. */
const struct view_kind *kind_named(const char *type);

#endif
