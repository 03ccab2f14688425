/* SPDX-License-Identifier: Apache-2.0 */
/* Lists whose time range is longer than PagerDuty takes at once: walked piece by piece. */
#ifndef LIST_PIECES_H
#define LIST_PIECES_H

#include "list/range.h"
#include "list/walk.h"

/*
 * Whether the range of a list is longer than its row says that PagerDuty takes (range_days);
 * *out is that range. False too where the range cannot be read: then PagerDuty says what it
 * thinks of it.
 */
bool pieces_needed(const struct walk *walk, struct range *out) MUST_CHECK;

/*
 * Walks all pieces, in the order of the list: as sort_by says, else as the times of the records
 * tell. Fails with ERROR_USAGE where the order is not that of time, since pieces would not keep it.
 */
bool pieces_walk(struct walk *walk, const struct range *range, struct error *err) MUST_CHECK;

#endif
