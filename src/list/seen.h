/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Remembers the ids of records that were received, because a list that changes between two pages
 * repeats some. Also remembers cursors.
 */
#ifndef LIST_SEEN_H
#define LIST_SEEN_H

#include "json/span.h"

#include <json-c/linkhash.h>

struct seen {
	struct lh_table *keys; /* NULL until the first key */
};

/* Remembers a key. *out_new is true if it is new. Returns false if memory runs out. */
bool seen_add(struct seen *seen, const char *key, size_t len, bool *out_new) MUST_CHECK;

/*
 * Remembers a record by its id. *out_new is true if no earlier record had that id; it is always
 * true for a record without an id, or whose id is neither a text nor a number.
 */
bool seen_add_record(struct seen *seen, struct span record, bool *out_new) MUST_CHECK;

/* Frees all keys. */
void seen_done(struct seen *seen);

#endif
