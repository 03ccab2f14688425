/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Drops waiting events that a later resolve makes unnecessary: an alert that was never sent need
 * not be opened and resolved.
 */
#ifndef QUEUE_COALESCE_H
#define QUEUE_COALESCE_H

#include "queue/event.h"

/*
 * Must be called within the transaction that stores event. If event is a resolve, deletes triggers
 * and acknowledgements of the same key in its lane that PagerDuty cannot have received. The events
 * up to and including the last of these stay: a resolve, an event that PagerDuty may have received
 * ("heard"), or one that was raised after this resolve.
 *
 * *out_dropped is the number of deleted events. *out_needless becomes true if the resolve need not
 * be sent either: a trigger was deleted, and no earlier event left an alert open.
 *     waiting: trigger A, acknowledge A    stored: resolve A    nothing is sent
 *     waiting: trigger A (heard)           stored: resolve A    both are sent
 */
bool coalesce(struct queue *queue, const struct queue_event *event, int64_t *out_dropped,
	bool *out_needless, struct error *err) MUST_CHECK;

#endif
