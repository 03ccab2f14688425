/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/settings.h"

#include "config/explain.h"
#include "config/resolve.h"
#include "json/json.h"

#include <string.h>

/* An empty mapping counts as not configured, because StackStorm adds one by itself. */
static bool is_configured(const struct config *config)
{
	for (int key = CONFIG_QUEUE_PATH; key <= CONFIG_QUEUE_MAX_EVENTS; key++) {
		if (config_has(config, (enum config_key)key))
			return true;
	}
	return false;
}

static enum queue_when read_when(const char *text)
{
	if (!strcmp(text, "never"))
		return QUEUE_NEVER;
	return !strcmp(text, "always") ? QUEUE_ALWAYS : QUEUE_ON_FAILURE;
}

static void explain_unset(const struct config *config, const char *who, struct error *err)
{
	if (!config_explain_missing(config, CONFIG_QUEUE_PATH, NULL, err))
		(void)error_set(err, ERROR_CONFIG, 0,
			"%s event_queue: set event_queue.path (a file to keep events in) in %s",
			who, config_place(config));
}

/* When an event is kept: as the caller asks, else as is configured. */
static enum queue_when decide_when(const struct config *config, struct json_object *values)
{
	const char *asked = json_string(values, "queue");

	return read_when(asked ? asked : config_text(config, CONFIG_QUEUE_WHEN));
}

bool queue_settings_resolve(struct config *config, struct json_object *values, struct error *err)
{
	if (!is_configured(config))
		return true;
	if (values && !json_string(values, "queue") &&
		!config_resolve(config, CONFIG_QUEUE_WHEN, err))
		return false;
	return (values && decide_when(config, values) == QUEUE_NEVER) ||
	       config_resolve(config, CONFIG_QUEUE_PATH, err);
}

bool queue_settings_read(const struct config *config, struct json_object *values,
	struct queue_settings *out, struct error *err)
{
	const char *asked = json_string(values, "queue");

	*out = (struct queue_settings){ .configured = is_configured(config) };
	if (out->configured) {
		out->when = decide_when(config, values);
		out->max_age = (int64_t)(config_number(config, CONFIG_QUEUE_MAX_AGE) * 1000);
		out->max_events = (int64_t)config_number(config, CONFIG_QUEUE_MAX_EVENTS);
		out->path = config_text(config, CONFIG_QUEUE_PATH);
		return true;
	}
	if (!asked || read_when(asked) == QUEUE_NEVER)
		return true;
	explain_unset(config, "queue: there is no", err);
	return false;
}

bool queue_settings_need(const struct config *config, struct queue_settings *out, struct error *err)
{
	if (queue_settings_read(config, NULL, out, err) && !out->configured)
		explain_unset(config, "this action needs an", err);
	return out->configured;
}
