/* SPDX-License-Identifier: Apache-2.0 */
/* How a list is paged (REST-API/09-Pagination of PagerDuty's developer documents). */
#ifndef ACTION_PAGING_H
#define ACTION_PAGING_H

enum paging {
	PAGING_NONE,
	PAGING_CLASSIC, /* limit and offset; the reply has more; ends at 10,000 */
	PAGING_CURSOR, /* limit and cursor; the reply has next_cursor */
	PAGING_AFTER, /* limit and after; the reply has after */
	PAGING_BODY, /* starting_after and limit in the body of a POST; the reply has last and more */
	PAGING_V3, /* as classic, up to 1000 a page */
	PAGING_GUESS, /* by the shape of the first reply: rest.request */
};

#endif
