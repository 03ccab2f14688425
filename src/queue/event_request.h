/* SPDX-License-Identifier: Apache-2.0 */
/* Builds the request that sends an event from the queue. */
#ifndef QUEUE_EVENT_REQUEST_H
#define QUEUE_EVENT_REQUEST_H

#include "queue/event.h"
#include "request/request.h"

/*
 * Builds the request of an event. The event's account must be the one in use (config_use_account).
 * The body consists of the bytes that were stored, with the integration key in front. The request
 * borrows from the event, and request_done() overwrites its body. Fails with ERROR_CONFIG if the
 * configuration no longer has the key.
 */
bool event_request_build(struct request *request, const struct queue_event *event,
	const struct config *config, struct error *err) MUST_CHECK;

#endif
