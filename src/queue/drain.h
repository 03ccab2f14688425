/* SPDX-License-Identifier: Apache-2.0 */
/* Delivers the events of all lanes. */
#ifndef QUEUE_DRAIN_H
#define QUEUE_DRAIN_H

#include "queue/serve.h"

/*
 * Serves the lanes in turns, beginning with the one whose first event was stored first, until each
 * is empty or has failed, or the time is over. A lane that another process serves is left to that
 * process. If the events host cannot be reached, the other lanes with the same events_url are not
 * tried. Fails only if the queue itself cannot be used. What happened to the events is in serving.
 */
bool drain_all(struct serving *serving, struct error *err) MUST_CHECK;

#endif
