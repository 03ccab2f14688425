/* SPDX-License-Identifier: Apache-2.0 */
/* Requests one page of a list, reads it in one pass, and collects its records. */
#ifndef LIST_PAGE_H
#define LIST_PAGE_H

#include "list/walk.h"

enum {
	PAGE_MOST = 100, /* the largest number of records on a page of most lists */
	PAGE_MOST_WIDE = 1000, /* that of /v3 and /analytics/raw */
};

/* What a page says besides its records. */
struct page {
	struct span next_cursor, after, last; /* valid until the next page */
	/* When its first and its last record were made; "" if not known, or without a timeline. */
	char first_made[INSTANT_TEXT], last_made[INSTANT_TEXT];
	long received;
	long total; /* the number of all records; 0: not known */
	long limit; /* the limit that the server used; 0: not known */
	bool more, says_more, says_offset;
};

/* Returns whether out has as many records as are wanted. */
bool page_enough(const struct walk *walk);

/*
 * Returns the limit of the next page: the number of records that are still wanted, at most most. If
 * records repeat, returns most, because a smaller page might contain only repetitions.
 */
long page_limit(const struct walk *walk, long most);

/*
 * Requests a page of request, which is walk->request or a part of it. The page is in walk->reply,
 * made well formed. paging is added to the query, unless it is NULL. Fails as client_call() does;
 * the sentence says how many records were received before. With walk->shown, sends nothing, and
 * returns false without an error.
 */
bool page_call(struct walk *walk, const struct request *request, const char *paging,
	struct error *err) MUST_CHECK;

/*
 * Requests a page and adds its records to walk->out, each id once, up to the maximum. Also fails
 * with ERROR_REPLY if the page is not JSON, has no list, or if the list is circular.
 */
bool page_fetch(struct walk *walk, const struct request *request, const char *paging,
	struct page *page, struct error *err) MUST_CHECK;

/*
 * Fails with ERROR_REPLY if a page is empty but says that there is more: it is not known where the
 * other records begin, so the list would not be complete.
 */
bool page_go_on(const struct walk *walk, const struct page *page, struct error *err) MUST_CHECK;

/* Fails with ERROR_REPLY: "page 3 of the list ...". Always returns false. */
bool page_refuse(const struct walk *walk, const char *what, struct error *err);

/* Fails because the reply is not JSON from byte at on. Always returns false. */
bool page_refuse_text(const struct walk *walk, size_t at, struct error *err);

#endif
