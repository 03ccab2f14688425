/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps an event within what Events API v2 takes: a page with a shortened text beats no page. */
#ifndef EVENT_SIZE_H
#define EVENT_SIZE_H

#include "operation.h"

/*
 * An operation_shape for events. payload/summary is cut to 1024 characters, the last of them an ellipsis. While the whole is more
 * than 512,000 bytes of JSON (events-API-v2/01-Overview), what matters least gives way: custom_details becomes {"truncated": why};
 * then images and links are left out; then every other text of the payload is cut like the summary.
 */
bool event_fit(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err) MUST_CHECK;

#endif
