/* SPDX-License-Identifier: Apache-2.0 */
/* Serves all lanes. */
#ifndef QUEUE_DRAIN_H
#define QUEUE_DRAIN_H

#include "queue/serve.h"

/*
 * Serves the lanes in turns, the one that waits longest first, until each is empty or has failed,
 * or the time is over. A lane that another process serves is left to that process. If the events
 * host cannot be reached at all, the other lanes with the same events_url are not tried. Fails if
 * the queue itself cannot be used; serving tells everything else.
 */
bool drain_all(struct serving *serving, struct error *err) MUST_CHECK;

#endif
