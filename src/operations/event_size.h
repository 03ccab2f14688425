/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Shortens an event to the limits of Events API v1 and v2, so that somebody is paged, although with
 * a shortened text.
 */
#ifndef OPERATIONS_EVENT_SIZE_H
#define OPERATIONS_EVENT_SIZE_H

#include "action/operation.h"

/*
 * An operation_shape for events. payload/summary (v1: description) is cut to 1024 characters, the
 * last of them an ellipsis. While the whole is more than 512,000 bytes of JSON
 * (events-API-v2/01-Overview, events-API-v1/01-Overview), the largest of custom_details (v1:
 * details), images, links and contexts is left out, and the member truncated of the details says
 * which and how large they were; where that is not enough, every other text is cut like the
 * summary.
 */
bool event_fit(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err) MUST_CHECK;

#endif
