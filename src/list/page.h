/* SPDX-License-Identifier: Apache-2.0 */
/* Requests one page of a list, reads it in one pass, and collects its records. */
#ifndef LIST_PAGE_H
#define LIST_PAGE_H

#include "list/walk.h"

enum {
	PAGE_MOST = 100, /* the largest number of records on a page */
	PAGE_MOST_WIDE = 1000, /* the same for /v3 and /analytics/raw */
};

/* What a page says besides its records. */
struct page {
	struct span next_cursor, after, last; /* valid until the next page */
	char first_made
		[INSTANT_TEXT]; /* when its first record was made; "" when not known, or without a timeline */
	char last_made[INSTANT_TEXT]; /* when its last record was created */
	long received;
	long total; /* the number of all records; 0: not known */
	long limit; /* the limit that the server used; 0: not known */
	bool more, says_more, says_offset;
};

/* Returns whether out has as many records as are wanted. */
bool page_enough(const struct walk *walk);

/*
 * How many records to ask for next: as many as are still wanted, at most most. If records repeat,
 * it is most, since a smaller page might hold nothing but repetitions.
 */
long page_limit(const struct walk *walk, long most);

/*
 * Asks for one page of request (walk->request, or a part of it) and leaves it in walk->reply,
 * made well formed. paging is added to the query; NULL: nothing is. Fails as client_call, saying
 * how many records had come.
 */
bool page_call(struct walk *walk, const struct request *request, const char *paging,
	struct error *err) MUST_CHECK;

/*
 * The same, and adds the records of the page to walk->out, each id once, up to the maximum. Fails
 * with ERROR_REPLY too: when the page is not JSON, or has no list, or the list goes in circles.
 */
bool page_fetch(struct walk *walk, const struct request *request, const char *paging,
	struct page *page, struct error *err) MUST_CHECK;

/*
 * Fails with ERROR_REPLY if a page is empty and yet says that there is more: it is not known where
 * the rest begins, so the list would not be complete.
 */
bool page_go_on(const struct walk *walk, const struct page *page, struct error *err) MUST_CHECK;

/* "page 3 of the list ...": ERROR_REPLY. Always returns false. */
bool page_refuse(const struct walk *walk, const char *what, struct error *err);

/* Fails because the reply is not JSON from byte at on. Always returns false. */
bool page_refuse_text(const struct walk *walk, size_t at, struct error *err);

#endif
