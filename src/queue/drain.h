/* SPDX-License-Identifier: Apache-2.0 */
/* Serves all lanes. */
#ifndef QUEUE_DRAIN_H
#define QUEUE_DRAIN_H

#include "queue/serve.h"

/*
 * Serves each lane that has events, those first that wait longest, in turns, until each is empty
 * or has failed, or the time is over. A lane that another process serves is left to it. Where
 * nobody can be reached at all, the lanes of the same events_url are not tried. Fails when the
 * queue itself cannot be used; serving tells the rest.
 */
bool drain_all(struct serving *serving, struct error *err) MUST_CHECK;

#endif
