/* SPDX-License-Identifier: Apache-2.0 */
/* Finds out what a result is, inside whatever wrapper: a list, one thing, or only "done". */
#ifndef VIEW_SHAPE_H
#define VIEW_SHAPE_H

#include "json/span.h"

struct shape {
	enum { SHAPE_LIST, SHAPE_ONE, SHAPE_DONE, SHAPE_OTHER } what;
	struct span value; /* the array, the object, or what else it is */
};

/*
 * An object whose only member is an object or an array stands for that member; members about paging
 * (limit, more) do not count. {"deleted":true} and {"success":true} are SHAPE_DONE.
 */
struct shape shape_of(struct span document);

#endif
