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
 * The cursor is in the query: the reply's member next_cursor is sent as cursor; with after, its
 * member after is sent as after. None, or null, ends the list.
 */
bool cursor_walk_query(
	struct walk *walk, bool after, const struct page *first, struct error *err) MUST_CHECK;

/*
 * The cursor is in the body: last of the reply is the next starting_after, as long as there is
 * more. Changes the body.
 */
bool cursor_walk_body(struct walk *walk, const struct page *first, struct error *err) MUST_CHECK;

#endif
