/* SPDX-License-Identifier: Apache-2.0 */
/* What came before: the ids of records, since a list that changes between pages repeats some; and cursors. */
#ifndef LIST_SEEN_H
#define LIST_SEEN_H

#include "json/span.h"

#include <json-c/linkhash.h>

struct seen {
	struct lh_table *keys; /* NULL until the first */
};

/*
 * Takes note of a key. *out_new is whether it is the first of its kind. Returns false without
 * memory.
 */
bool seen_add(struct seen *seen, const char *key, size_t len, bool *out_new) MUST_CHECK;

/*
 * Takes note of a record by its id. *out_new is whether it is the first with that id; always true
 * for one whose id is absent, or neither a text nor a number.
 */
bool seen_add_record(struct seen *seen, struct span record, bool *out_new) MUST_CHECK;

/* Forgets all. */
void seen_done(struct seen *seen);

#endif
