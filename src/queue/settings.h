/* SPDX-License-Identifier: Apache-2.0 */
/* Reads what the configuration and the caller say about the queue. */
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
 * Resolves the values that queue_settings_read() needs (config/resolve.h). values are the
 * parameters of an event, NULL for other uses of the queue.
 */
bool queue_settings_resolve(
	struct config *config, struct json_object *values, struct error *err) MUST_CHECK;

/*
 * Reads event_queue of the configuration, and the parameter queue, which overrides `when` for one
 * call. values may be NULL. If event_queue is not set, `when` is QUEUE_NEVER, and a caller who asks
 * for the queue is refused with ERROR_CONFIG.
 */
bool queue_settings_read(const struct config *config, struct json_object *values,
	struct queue_settings *out, struct error *err) MUST_CHECK;

/* Reads event_queue of the configuration. Fails with ERROR_CONFIG if it is not set. */
bool queue_settings_need(
	const struct config *config, struct queue_settings *out, struct error *err) MUST_CHECK;

#endif
