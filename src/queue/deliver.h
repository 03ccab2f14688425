/* SPDX-License-Identifier: Apache-2.0 */
/* Delivers an event, or keeps it in the queue. */
#ifndef QUEUE_DELIVER_H
#define QUEUE_DELIVER_H

#include "client/client.h"
#include "queue/settings.h"
#include "request/request.h"

/* Sends a request and adds its result. Fails as client_call() and reply_result() do. */
typedef bool deliver_send(void *data, struct text *out, struct error *err);

/*
 * Delivers an event as settings->when says, which must not be QUEUE_NEVER, and adds the result:
 * PagerDuty's answer, or {"status":"queued","cause","message"} with the event's de-duplication key.
 * request was built from values. send, called with data, sends the event.
 *
 * QUEUE_ON_FAILURE: if other events of the same integration key are stored, the event is stored
 * after them, and all are delivered in order unless the lane must wait. Otherwise the event is
 * sent, and stored if that fails with ERROR_TRANSPORT, ERROR_UNAVAILABLE, or with an ERROR_REPLY or
 * ERROR_REFUSED after which it may be sent again (serve_is_final). QUEUE_ALWAYS: the event is
 * stored, and PagerDuty is not asked.
 *
 * If the queue cannot be used, the event is sent nevertheless. The queue's failure is then a line
 * on stderr if PagerDuty takes the event, otherwise a part of the error.
 */
bool deliver_event(const struct queue_settings *settings, struct client *client,
	const struct request *request, struct json_object *values, deliver_send *send, void *data,
	struct text *out, struct error *err) MUST_CHECK;

#endif
