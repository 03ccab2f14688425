/* SPDX-License-Identifier: Apache-2.0 */
#include "queue/settings.h"

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

static bool refuse_unset(struct config *config, const char *who, struct error *err)
{
	return config_is_absent(config, CONFIG_QUEUE_PATH, NULL, err) &&
	       error_set(err, ERROR_CONFIG, 0,
		       "%s event_queue: set event_queue.path (a file to keep events in) in %s", who,
		       config_place(config));
}

bool queue_settings_read(struct config *config, struct json_object *values,
	struct queue_settings *out, struct error *err)
{
	const char *asked = json_string(values, "queue"), *when = NULL;

	*out = (struct queue_settings){ .configured = is_configured(config) };
	if (!out->configured)
		return !asked || read_when(asked) == QUEUE_NEVER ||
		       refuse_unset(config, "queue: there is no", err);
	if (!config_text(config, CONFIG_QUEUE_WHEN, &when, err))
		return false;
	out->when = read_when(asked ? asked : when);
	if (out->when == QUEUE_NEVER && values)
		return true;
	out->max_age = (int64_t)(config_seconds(config, CONFIG_QUEUE_MAX_AGE) * 1000);
	out->max_events = (int64_t)config_seconds(config, CONFIG_QUEUE_MAX_EVENTS);
	return config_text(config, CONFIG_QUEUE_PATH, &out->path, err);
}

bool queue_settings_need(struct config *config, struct queue_settings *out, struct error *err)
{
	return queue_settings_read(config, NULL, out, err) &&
	       (out->configured || refuse_unset(config, "this action needs an", err));
}
