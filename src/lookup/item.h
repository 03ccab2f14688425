/* SPDX-License-Identifier: Apache-2.0 */
/* A text in the parameters that must be looked up. Only read.c and lookup.c use this. */
#ifndef LOOKUP_ITEM_H
#define LOOKUP_ITEM_H

#include "action/named.h"
#include "action/operation.h"

enum { ITEM_WHOLE = -1 }; /* instead of an index: the parameter is not a list */

struct lookup_item {
	const struct param *param;
	enum kind kind;
	int index; /* in the list, or ITEM_WHOLE */
	enum named_by by;
	char *text; /* the number, or the name; owned */
	char *host; /* owned; of the web address that has the number; NULL: none was given */
	char *id; /* owned; the id, after it was found */
	bool mine; /* the word "mine": id is the id of the user whose incidents are meant */
	/* For a name among several kinds: the parameter that takes the id. */
	const struct param *target;
};

/* Adds the words of a sentence for the place of an item: "user_ids[1]". */
void item_add_place(const struct lookup_item *item, struct text *out);

/*
 * Puts an id of len bytes into values, in the place of what the caller gave in param. index is the
 * place in the list, or ITEM_WHOLE. Fails only if memory runs out.
 */
bool item_put_id(struct json_object *values, const struct param *param, int index, const char *id,
	size_t len, struct error *err) MUST_CHECK;

/* Frees what the item owns. */
void item_done(struct lookup_item *item);

#endif
