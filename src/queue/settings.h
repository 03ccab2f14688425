/* SPDX-License-Identifier: Apache-2.0 */
/* What the configuration and the caller say of the queue. */
#ifndef QUEUE_SETTINGS_H
#define QUEUE_SETTINGS_H

#include "config/config.h"

#include <json-c/json.h>
#include <stdint.h>

enum queue_when { QUEUE_NEVER, QUEUE_ON_FAILURE, QUEUE_ALWAYS };

struct queue_settings {
	bool configured;
	const char *path; /* borrowed from the configuration */
	enum queue_when when;
	int64_t max_age; /* milliseconds */
	int64_t max_events;
};

/*
 * Reads event_queue of the configuration, and the parameter queue, which decides for one call;
 * values may be NULL. Where event_queue is not set, when is QUEUE_NEVER; a caller who asks for
 * something else is refused with ERROR_CONFIG.
 */
bool queue_settings_read(struct config *config, struct json_object *values,
	struct queue_settings *out, struct error *err) MUST_CHECK;

/* The same for who needs the queue: ERROR_CONFIG where it is not configured. */
bool queue_settings_need(
	struct config *config, struct queue_settings *out, struct error *err) MUST_CHECK;

#endif
