/* SPDX-License-Identifier: Apache-2.0 */
/* Keeps an event within what Events API v2 takes: a page with a shortened text beats no page. */
#ifndef EVENT_SIZE_H
#define EVENT_SIZE_H

#include "operation.h"

/*
 * An operation_shape for events. payload/summary is cut to 1024 characters, the last of them an ellipsis. While the whole is more
 * than 512,000 bytes of JSON (events-API-v2/01-Overview), the largest of custom_details, images and links is left out, and
 * the member truncated of custom_details says which and how large they were; where that is not enough, every other text
 * is cut like the summary.
 */
bool event_fit(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err) MUST_CHECK;

#endif
