/* SPDX-License-Identifier: Apache-2.0 */
/* One page of a list: asked for, read in one pass, its records taken. */
#ifndef PAGE_H
#define PAGE_H

#include "client.h"
#include "instant.h"
#include "list.h"
#include "seen.h"

/* One list on its way. */
struct walk {
	struct client *client;
	const struct request *request;
	const struct list_want *want;
	struct text *out;
	struct seen seen;
	struct http_reply reply;
	long given; /* records in out */
	unsigned pages; /* asked for */
	unsigned fruitless; /* of the last ones, in a row */
	bool limited; /* the last walk ended at LIST_LIMIT with more behind it */
	bool newest_first; /* of the order of the list, as its first page showed */
};

/* What one page said. */
struct page {
	struct span next_cursor, after, last; /* valid until the next page */
	char first_made[INSTANT_TEXT],
		last_made
			[INSTANT_TEXT]; /* created_at of its first and last record; "" when not known */
	long received;
	long limit; /* the one the server says it kept to; 0 when it does not say */
	bool more, says_more;
};

/* Whether as many records as were wanted are in out. */
bool page_enough(const struct walk *walk);

/*
 * Asks for one page of request (walk->request, or a part of it) and adds its records to walk->out, each id once, up to the maximum.
 * paging is added to the query; NULL: nothing is. Fails as client_call, or with ERROR_REPLY when the page is not JSON, or has no list,
 * or the list goes in circles.
 */
bool page_fetch(struct walk *walk, const struct request *request, const char *paging,
	struct page *page, struct error *err) MUST_CHECK;

/* "page 3 of the list ...": ERROR_REPLY. Always returns false. */
bool page_nonsense(const struct walk *walk, const char *what, struct error *err);

#endif
