/* SPDX-License-Identifier: Apache-2.0 */
/* Reads lists in which each page has a cursor to the next page. */
#ifndef LIST_CURSOR_H
#define LIST_CURSOR_H

#include "list/page.h"

/*
 * Both functions continue after first, a page that was read before. If it is NULL, they begin at
 * the start.
 */

/*
 * Reads a list whose cursor is in the query: the member next_cursor of the reply is sent as cursor;
 * if after is true, the member after is sent as after. The list ends if there is none, or if it is
 * null.
 */
bool cursor_walk_query(
	struct walk *walk, bool after, const struct page *first, struct error *err) MUST_CHECK;

/*
 * Reads a list whose cursor is in the body: last of the reply becomes starting_after, as long as
 * the reply says that there is more. Changes the body.
 */
bool cursor_walk_body(struct walk *walk, const struct page *first, struct error *err) MUST_CHECK;

#endif
