/* SPDX-License-Identifier: Apache-2.0 */
/* Reads a list piece by piece if its time range is longer than PagerDuty accepts. */
#ifndef LIST_PIECES_H
#define LIST_PIECES_H

#include "list/range.h"
#include "list/walk.h"

/*
 * Returns whether the time range of a list is longer than PagerDuty accepts (days_most of the
 * timeline). *out is that range. Returns false if the range cannot be read: then PagerDuty decides.
 */
bool pieces_needed(const struct walk *walk, struct range *out) MUST_CHECK;

/*
 * Reads all pieces in the order of the query, or in the order that the times of the records show.
 * Fails with ERROR_USAGE if the list is not sorted by time, because pieces would not keep its
 * order.
 */
bool pieces_walk(struct walk *walk, const struct range *range, struct error *err) MUST_CHECK;

#endif
