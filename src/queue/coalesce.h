/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Drops waiting events that a resolve makes pointless: an alert that was never sent need not be
 * opened and closed again.
 */
#ifndef QUEUE_COALESCE_H
#define QUEUE_COALESCE_H

#include "queue/event.h"

/*
 * Called within the transaction that stores event. If event is a resolve, it deletes the triggers
 * and acknowledgements of the same key in its lane that PagerDuty cannot have heard. It deletes
 * only those behind the last event that must stay: a resolve, an event that may have been heard, or
 * one that was raised after this resolve. *out_dropped: how many were deleted. *out_needless: the
 * resolve need not be sent either, since a trigger was among those deleted, and no earlier event
 * left an alert open.
 *     waiting: trigger A, acknowledge A    stored: resolve A    nothing is sent
 *     waiting: trigger A (heard)           stored: resolve A    both stay
 */
bool coalesce(struct queue *queue, const struct queue_event *event, int64_t *out_dropped,
	bool *out_needless, struct error *err) MUST_CHECK;

#endif
