/* SPDX-License-Identifier: Apache-2.0 */
/* A made-up account behind client_call(): it serves lists from memory, so that thousands of pages take no time. */
#ifndef ACCOUNT_H
#define ACCOUNT_H

#include "client/client.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * Record number n (from 0, in the order of time) has the id "P0000n" and was made at first_made +
 * n * between seconds. Offsets and limits that PagerDuty refuses are refused.
 */
struct account {
	long records;
	size_t record_size; /* bytes of one record, about; 0: small */
	int64_t first_made; /* seconds since 1970 */
	double between; /* seconds */
	long at_once; /* so many of the newest were made in one moment; 0: none */
	bool without_ends; /* what was made at since or until is not in the range */
	int zone; /* seconds by which the account's clock is ahead of UTC */
	enum paging paging;
	bool newest_first;
	bool without_ids;
	const char *made; /* the member that tells when it was made; NULL: created_at */
	long most; /* records a page, whatever is asked for; 0: as the paging says */
	bool without_more; /* the reply does not say whether there is more */
	bool without_offset;
	bool always_more; /* it says so, to no end */
	bool endless; /* the list starts again from the beginning */
	bool circular; /* every page has the cursor of the first */
	bool without_last; /* there is more, but no cursor to it */
	unsigned
		loses_from; /* calls from this one on have a hundred records in range at the most; 0: none */
	bool ignores_range; /* since and until are read by nobody */
	long grows; /* records made between two pages */
	unsigned
		empty_from; /* pages from this one on have no records, and cursors go on; 0: none */
	unsigned fails_at; /* the call that fails; 0: none */
	const char *body; /* what the calls from body_at on answer, as it is */
	unsigned body_at;
	const char *content_type;

	/* What was asked, one line a call: the query (or body) as sent. */
	struct text asked;
	unsigned calls;
};

extern struct account account;

/* Forgets what was asked, and all of the above. */
void account_reset(void);

#endif
