/* SPDX-License-Identifier: Apache-2.0 */
/* What most of PagerDuty's resources have in common: list, get, create, delete. */
#ifndef COLLECTIONS_H
#define COLLECTIONS_H

#include "call.h"

/* Answers a request to a collection of the table. Returns false when the path is none of theirs. */
bool collections_answer(struct call *call);

/* Whether a record is to be in a list. */
typedef bool collections_filter(const struct call *call, struct json_object *record);

/*
 * Answers with a page of a collection, as limit and offset say: {name: [...], "limit", "offset", "total": null, "more"}. offset + limit
 * beyond 10,000 is refused. filter: NULL takes all.
 */
void collections_page(
	struct call *call, const char *name, struct json_object *all, collections_filter *filter);

#endif
