/* SPDX-License-Identifier: Apache-2.0 */
/* Shared by the parts that walk over the pages of a list. */
#ifndef LIST_WALK_H
#define LIST_WALK_H

#include "action/list_want.h"
#include "base/instant.h"
#include "client/client.h"
#include "list/seen.h"

/* One list that is being read. */
struct walk {
	struct client *client;
	const struct request *request;
	const struct list_want *want;
	struct text *out;
	/* Takes the query of the first request, which is then not sent; NULL: requests are sent. */
	struct text *shown;
	struct seen seen;
	struct http_reply reply;
	long given; /* records in out */
	unsigned pages; /* pages that were requested */
	unsigned fruitless; /* the number of last pages in a row without a new record */
	bool repeats; /* a record was received twice */
	/* the last walk ended at PagerDuty's limit, before all records were read (offset.h) */
	bool limited;
	/* When the first record of the last walk was made; "" when not known. */
	char first_made[INSTANT_TEXT];
	char last_made[INSTANT_TEXT]; /* when its last record was created */
};

#endif
