/* SPDX-License-Identifier: Apache-2.0 */
/* Dispatching the trigger pagerduty.event by StackStorm's API: POST /webhooks/st2. */
#ifndef STACKSTORM_TRIGGER_H
#define STACKSTORM_TRIGGER_H

#include "stackstorm/api.h"

#define TRIGGER_TYPE "pagerduty.event"
#define TRIGGER_PATH "/webhooks/st2"

/* Adds what stands before the payload (JSON) and behind it. */
bool trigger_open_body(struct text *out);
bool trigger_close_body(struct text *out);

/*
 * Adds the header line by which an event is found again among StackStorm's traces:
 * "St2-Trace-Tag: pagerduty-ID". What may not stand in a header becomes an underscore.
 */
bool trigger_add_trace(const char *id, struct text *out);

/*
 * Dispatches one: body is all of it, trace the header line. Fails with ERROR_CONFIG, retryable
 * where it may pass; then it is not known whether StackStorm took it, unless it said no. With
 * ERROR_UNAVAILABLE after a signal.
 */
bool trigger_dispatch(struct http *http, const struct stackstorm_access *access,
	const struct text *body, const struct text *trace, double timeout,
	struct error *err) MUST_CHECK;

/*
 * Adds what an answer means that is no success, in a sentence, with what to do. body is the
 * answer's; nothing of it is shown, since StackStorm quotes the payload in it.
 */
void trigger_explain(long status, const char *body, struct text *out);

#endif
