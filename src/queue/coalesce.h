/* SPDX-License-Identifier: Apache-2.0 */
/* What need not be sent, since a resolve has made it pointless before it left. */
#ifndef QUEUE_COALESCE_H
#define QUEUE_COALESCE_H

#include "queue/event.h"

/*
 * Deletes what an event that is about to be stored makes pointless: when it is a resolve, the
 * triggers and acknowledgements of the same key that are kept in its lane, that cannot have been
 * heard, and that nothing which stays stands behind: no resolve, nothing heard, and nothing that
 * was raised after the resolve was. *out_needless: the resolve itself
 * need not be sent either, since what it would end never began: there was a trigger among them,
 * and nothing before them may have been heard. *out_dropped: how many were deleted. To be called
 * within the transaction that stores the event.
 */
bool coalesce(struct queue *queue, const struct queue_event *event, int64_t *out_dropped,
	bool *out_needless, struct error *err) MUST_CHECK;

#endif
