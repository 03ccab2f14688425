/* SPDX-License-Identifier: Apache-2.0 */
/* Finds out whether a result is a list, a single thing, or only a confirmation. */
#ifndef VIEW_SHAPE_H
#define VIEW_SHAPE_H

#include "json/span.h"

struct shape {
	enum { SHAPE_LIST, SHAPE_ONE, SHAPE_DONE, SHAPE_OTHER } what;
	struct span value; /* the array, the object, or another value */
};

/*
 * Returns the shape of a document. An object with a single member that is an object or an array is
 * a wrapper; the shape is that of the member. Members about paging (limit, more) do not count.
 * {"deleted":true} and {"success":true} are SHAPE_DONE.
 */
struct shape shape_of(struct span document);

#endif
