/* SPDX-License-Identifier: Apache-2.0 */
#include "list/pieces.h"

#include "list/offset.h"
#include "list/order.h"
#include "list/page.h"
#include "request/query.h"

#include <string.h>

enum { DAY = 24 * 3600 };

/* The walk over the pieces of a range. */
struct pieces {
	struct walk *walk;
	struct range whole;
	int64_t step; /* seconds from the start of a piece to that of the next */
	long count;
	bool newest_first;
	bool ordered; /* the order is known: the caller asked for it, or the times show it */
};

/* Returns the longest range in seconds that PagerDuty accepts; 0: any. */
static int64_t most_of(const struct walk *walk)
{
	const struct timeline *timeline = walk->request->operation->timeline;

	return timeline ? (int64_t)timeline->days_most * DAY : 0;
}

bool pieces_needed(const struct walk *walk, struct range *out)
{
	int64_t most = most_of(walk);

	return most &&
	       !query_value(text_string(&walk->request->query),
		       walk->request->operation->timeline->any_time) &&
	       range_of_request(walk->request, "", out) && out->until - out->since > most;
}

/* Pieces overlap by a second, since PagerDuty does not say whether a range includes its ends. */
static struct range piece_at(const struct pieces *pieces, long index)
{
	struct range piece = pieces->whole;

	if (index) {
		piece.since += index * pieces->step - 1;
		piece.own_since = false;
	}
	if (index < pieces->count - 1) {
		piece.until = pieces->whole.since + (index + 1) * pieces->step;
		piece.own_until = false;
	}
	return piece;
}

/* Returns whether the times of the last walk show the opposite order. */
static bool runs_otherwise(const struct pieces *pieces)
{
	int order = strcmp(pieces->walk->first_made, pieces->walk->last_made);

	return pieces->newest_first ? order < 0 : order > 0;
}

/* *out_turned becomes true if the records show the opposite order; then the walk ends. */
static bool walk_all(const struct pieces *pieces, bool *out_turned, struct error *err)
{
	struct walk *walk = pieces->walk;

	*out_turned = false;
	for (long i = 0; i < pieces->count; i++) {
		const struct range piece =
			piece_at(pieces, pieces->newest_first ? pieces->count - 1 - i : i);

		if (!offset_walk_range(walk, &piece, pieces->newest_first, err))
			return false;
		/* If the caller asked for an order, it may be by another time. */
		*out_turned = !pieces->ordered && runs_otherwise(pieces);
		if (*out_turned || page_enough(walk) || walk->limited)
			break;
	}
	return true;
}

static bool refuse_order(const struct pieces *pieces, struct error *err)
{
	const struct timeline *timeline = pieces->walk->request->operation->timeline;
	long days = (long)((pieces->whole.until - pieces->whole.since) / DAY);

	return error_set(err, ERROR_USAGE, 0,
		"%s/%s spans %ld days, and PagerDuty takes at most %ld at once: give a shorter range, or leave %s out",
		timeline->since, timeline->until, days, timeline->days_most, timeline->order);
}

bool pieces_walk(struct walk *walk, const struct range *range, struct error *err)
{
	const struct timeline *timeline = walk->request->operation->timeline;
	const char *query = text_string(&walk->request->query);
	size_t start = walk->out->len;
	bool turned;
	/*
	 * A step is two seconds shorter than the longest range that PagerDuty takes. A piece is a
	 * second longer than a step.
	 */
	struct pieces pieces = { .walk = walk, .whole = *range, .step = most_of(walk) - 2 };

	pieces.count = (long)((range->until - range->since + pieces.step - 1) / pieces.step);
	if (!order_is_by_time(timeline, query))
		return refuse_order(&pieces, err);
	pieces.newest_first = order_is_newest_first(timeline, query, &pieces.ordered);
	if (!walk_all(&pieces, &turned, err))
		return false;
	if (!turned)
		return true;
	/* Begin at the other end of the range: the records so far are not the start of the list. */
	text_remove(walk->out, start, walk->out->len - start);
	walk->given = 0;
	seen_done(&walk->seen);
	pieces.newest_first = !pieces.newest_first;
	pieces.ordered = true;
	return walk_all(&pieces, &turned, err);
}
