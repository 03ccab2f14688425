/* SPDX-License-Identifier: Apache-2.0 */
/* Delivers an event, or keeps it. */
#ifndef QUEUE_DELIVER_H
#define QUEUE_DELIVER_H

#include "client/client.h"
#include "queue/settings.h"
#include "request/request.h"

/* Sends a request, and adds its result. Fails as client_call and reply_result. */
typedef bool deliver_send(void *data, struct text *out, struct error *err);

/*
 * Delivers the event of a request, built from values, as settings.when says (not QUEUE_NEVER), and
 * adds the result: what PagerDuty answers, or {"status":"queued","message", and the event's key}.
 * It is sent by send, with data.
 *
 * QUEUE_ON_FAILURE: an event whose key has others waiting is kept behind them, and those are
 * delivered first, where they need not wait. Else it is sent, and kept when that fails with
 * ERROR_TRANSPORT or ERROR_UNAVAILABLE. QUEUE_ALWAYS: it is kept, and nothing is asked.
 *
 * If the queue cannot be used, the event is sent all the same. If PagerDuty takes it, a line on
 * stderr reports the queue's failure; else the error does.
 */
bool deliver_event(const struct queue_settings *settings, struct client *client,
	const struct request *request, struct json_object *values, deliver_send *send, void *data,
	struct text *out, struct error *err) MUST_CHECK;

#endif
