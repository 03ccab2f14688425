/* SPDX-License-Identifier: Apache-2.0 */
/* The kinds of things, and the columns that are shown of each. */
#ifndef VIEW_KIND_H
#define VIEW_KIND_H

#include "view/field.h"

struct view_kind {
	/* The type in the records. If it begins with "_", it is the end of their types. */
	const char *type;
	/* For records without a type: members that all such records have, ended by NULL. */
	const char *const *members;
	const char *one, *many; /* "incident", "incidents" */
	const struct column *columns;
	const char *inner; /* a member that is a list and is shown below a single thing, or NULL */
};

/* Returns the kind of a record. An unknown record gets a kind that shows its id and summary. */
const struct view_kind *view_kind_of(struct span record);

/* Returns whether the kind of a record is known. */
bool view_kind_known(struct span record);

/* Returns the kind of a type ("incident"), or the kind that shows id and summary. */
const struct view_kind *view_kind_named(const char *type);

#endif
