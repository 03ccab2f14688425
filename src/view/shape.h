/* SPDX-License-Identifier: Apache-2.0 */
/* What a result is, whatever it is wrapped in: a list, one thing, or a word that it was done. */
#ifndef VIEW_SHAPE_H
#define VIEW_SHAPE_H

#include "json/span.h"

struct shape {
	enum { SHAPE_LIST, SHAPE_ONE, SHAPE_DONE, SHAPE_OTHER } what;
	struct span value; /* the array, the object, or what else it is */
};

/*
 * An object that holds nothing but one object or one array is that; one that holds an array
 * and says how to go on (limit, more) is the array. {"deleted":true} and {"success":true} are done.
 */
struct shape shape_of(struct span document);

#endif
