/* SPDX-License-Identifier: Apache-2.0 */
/* The ids of the records given out so far, since a list that changes between pages repeats some. */
#ifndef SEEN_H
#define SEEN_H

#include "span.h"

#include <json-c/linkhash.h>

struct seen {
	struct lh_table *ids; /* NULL until the first */
};

/*
 * Takes note of a record. *out_new is whether it is the first with its id; always for one that has no id. Returns false
 * without memory.
 */
bool seen_add(struct seen *seen, struct span record, bool *out_new) MUST_CHECK;

/* Forgets all. */
void seen_done(struct seen *seen);

#endif
