/* SPDX-License-Identifier: Apache-2.0 */
/* A list of many records at the mock, paged as PagerDuty pages its lists. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "base/text.h"
#include "http_message.h"

#include <stdbool.h>

/* How the list is paged: https://developer.pagerduty.com/docs/pagination */
enum account_paging {
	ACCOUNT_CLASSIC, /* limit, offset, more; 400 where offset + limit is beyond 10,000 */
	ACCOUNT_CURSOR, /* limit, cursor, next_cursor */
	ACCOUNT_AFTER, /* limit, after */
	ACCOUNT_BODY, /* a POST: limit and starting_after in the body; last and more in the reply */
};

struct account {
	char *path;
	const char *member; /* within the text of path */
	long count;
	size_t size; /* bytes of a record */
	enum account_paging paging;
	long most; /* records on a page, whatever the limit */
	/* The longest range in days; a range without an end lasts 30 days; 0: any length. */
	long days;
	bool moving; /* a new record is added at the front after each page */
	bool newest; /* the newest record comes first */
	/*
	 * The records are spread evenly over this time, in seconds since 1970. Both 0: they have no
	 * time.
	 */
	long since, until;
	long pages; /* records served until now */
};

struct account_reply {
	long status;
	struct text body;
};

/*
 * Reads "PATH MEMBER COUNT SIZE [cursor|after|body] [most=N] [days=N] [moving] [newest]
 * [spread=FROM/UNTIL]", with times such as 2026-01-31T00:00:00Z. Returns false if the text has
 * another form.
 */
bool account_read(struct account *account, const char *text) MUST_CHECK;

/* Returns whether the request is for this list. If so, *reply is the page. */
bool account_answer(struct account *account, const struct message *message,
	struct account_reply *reply) MUST_CHECK;

#endif
