/* SPDX-License-Identifier: Apache-2.0 */
/* The request that delivers an event that was kept. */
#ifndef QUEUE_SENDING_H
#define QUEUE_SENDING_H

#include "queue/event.h"
#include "request/request.h"

/*
 * Builds it; the event's account must be chosen. The body has the very bytes that were kept, with
 * the integration key in front. It borrows from the event, and is valid until request_done(). The
 * body is wiped then. Fails with ERROR_CONFIG where the key is gone, as queue_key_value.
 */
bool sending_build(struct request *request, const struct queue_event *event, struct config *config,
	struct error *err) MUST_CHECK;

#endif
