/* SPDX-License-Identifier: Apache-2.0 */
/* Reads how many records a call wants: its parameters all, maximum and partial. */
#ifndef ACTION_LIST_WANT_H
#define ACTION_LIST_WANT_H

#include "action/operation.h"

struct list_want {
	long maximum; /* records; 0: all */
	/* gets the number of records that the server counts; NULL: not asked */
	long *total;
	/* return a part of the list at PagerDuty's limit, PAGING_MOST, instead of failing */
	bool partial;
};

/*
 * Reads what the checked parameters of a call say; NULL values say nothing. Returns whether all
 * pages of a list are wanted, rather than the one reply.
 */
bool list_want_read(
	const struct operation *operation, struct json_object *values, struct list_want *out);

/* Makes the parameters of a list ask for all of its records. Returns false if memory runs out. */
bool list_want_all(struct json_object *values) MUST_CHECK;

#endif
