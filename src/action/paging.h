/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The paging of a list (REST-API/09-Pagination of PagerDuty's developer documents), and its time
 * range.
 */
#ifndef ACTION_PAGING_H
#define ACTION_PAGING_H

/* Records: PagerDuty refuses offset + limit beyond it. Below it the number as people read it. */
enum { PAGING_MOST = 10000 };
#define PAGING_MOST_TEXT "10,000"

enum paging {
	PAGING_NONE,
	PAGING_CLASSIC, /* limit and offset; the reply has more; at most PAGING_MOST records */
	PAGING_CURSOR, /* limit and cursor; the reply has next_cursor */
	PAGING_AFTER, /* limit and after; the reply has after */
	/* starting_after and limit in the body of a POST; the reply has last and more */
	PAGING_BODY,
	PAGING_V3, /* like PAGING_CLASSIC, with up to 1000 records a page */
	PAGING_GUESS, /* decided by the first reply: rest.request */
};

/*
 * The time range of a list and the order of its records, by the names that its query and its
 * records have for them. A list that has one can be read in slices of time, past PAGING_MOST
 * records.
 */
struct timeline {
	const char *since, *until; /* parameters of the query: the start and the end of the range */
	long days_most; /* the longest range that PagerDuty accepts; 0: no limit */
	/* The parameter with which PagerDuty ignores both ends; NULL: there is none. */
	const char *any_time;
	const char *made; /* the member of a record with the time of its creation */
	/* The parameter for the order of the list; NULL: the list is always sorted by time. */
	const char *order;
	/*
	 * How its values for an order by time begin, ended by NULL. ":desc" after that means the
	 * newest first.
	 */
	const char *const *by_time;
	/* The value that a chat uses by default: the newest first. NULL: none. */
	const char *in_chat;
};

#endif
