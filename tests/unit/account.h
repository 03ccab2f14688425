/* SPDX-License-Identifier: Apache-2.0 */
/*
 * A simulated account behind client_call(): it serves lists from memory, so that thousands of pages
 * take no time.
 */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "client/client.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Record number n (from 0, in the order of time) has the id "P0000n" and was created at first_made
 * + n * between seconds. Offsets and limits that PagerDuty refuses are refused.
 */
struct account {
	long records;
	size_t record_size; /* approximate size of a record in bytes; 0: small */
	int64_t first_made; /* seconds since 1970 */
	double between; /* seconds */
	long at_once; /* so many of the newest records were created at the same time; 0: none */
	bool without_ends; /* records created exactly at since or until are not in the range */
	int zone; /* seconds by which the account's clock is ahead of UTC */
	enum paging paging;
	bool newest_first;
	bool without_ids;
	const char *made; /* the member with the time of creation; NULL: created_at */
	long most; /* records on a page, whatever the limit; 0: as the paging says */
	bool without_more; /* the reply does not say whether there is more */
	bool without_offset;
	bool always_more; /* the reply always says that there is more */
	bool endless; /* the list begins again after its end */
	bool circular; /* every page has the cursor of the first */
	bool without_last; /* the reply says that there is more, but has no cursor */
	unsigned loses_from; /* from this call on a range has at most a hundred records; 0: never */
	bool ignores_range; /* since and until are ignored */
	long grows; /* records that are created between two pages */
	unsigned empty_from; /* pages from this one on have no records, but have cursors; 0: none */
	unsigned fails_at; /* the call that fails; 0: none */
	const char *body; /* the answer to the calls from body_at on */
	unsigned body_at;
	const char *content_type;

	/* The queries (or bodies) of all calls, one on each line. */
	struct text asked;
	unsigned calls;
};

extern struct account account;

/* Resets the calls and all settings above. */
void account_reset(void);

#endif
