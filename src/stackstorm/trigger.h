/* SPDX-License-Identifier: Apache-2.0 */
/* Dispatches the trigger pagerduty.event through StackStorm's API: POST /webhooks/st2. */
#ifndef STACKSTORM_TRIGGER_H
#define STACKSTORM_TRIGGER_H

#include "stackstorm/api.h"

#define TRIGGER_TYPE "pagerduty.event"
#define TRIGGER_PATH "/webhooks/st2"

/* Add the parts of the body before and after the payload, which is JSON. */
bool trigger_open_body(struct text *out);
bool trigger_close_body(struct text *out);

/*
 * Adds the header line that names the event in StackStorm's traces: "St2-Trace-Tag: pagerduty-ID".
 * Characters that a header must not contain become underscores.
 */
bool trigger_add_trace(const char *id, struct text *out);

/*
 * Dispatches a trigger. body is the whole body, trace the header line, timeout in seconds. Fails
 * with ERROR_CONFIG, and sets err->retryable if another try may succeed; then StackStorm may have
 * taken the trigger, unless it answered that it did not. After a signal fails with
 * ERROR_UNAVAILABLE.
 */
bool trigger_dispatch(struct http *http, const struct stackstorm_access *access,
	const struct text *body, const struct text *trace, double timeout,
	struct error *err) MUST_CHECK;

/*
 * Adds what an answer without success (stackstorm_agrees) means, and what to do. body is the body
 * of the answer. It is not shown, because StackStorm quotes the payload in it.
 */
void trigger_explain(long status, const char *body, struct text *out);

#endif
