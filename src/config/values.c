/* SPDX-License-Identifier: Apache-2.0 */
/* The values of the configuration. Nothing here uses a network: config/resolve.c did before. */
#include "config/config.h"

#include "config/contents.h"
#include "config/expression.h"
#include "config/scalar.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

const char *config_step_in(struct json_object **mapping, const struct config_item *item)
{
	/* Most keys are not in a mapping. */
	if (!strchr(item->name, '.'))
		return item->name;
	for (const struct config_mapping *step = config_mappings; step->name; step++) {
		if (config_in_mapping(item, step)) {
			*mapping = json_member(*mapping, step->name);
			return item->name + strlen(step->name) + 1;
		}
	}
	return item->name;
}

/* The value of a key in a mapping, or NULL if it is not set. */
static struct json_object *find_in_mapping(
	struct json_object *mapping, const struct config_item *item)
{
	const char *name = config_step_in(&mapping, item);
	struct json_object *value = json_member(mapping, name);
	/* StackStorm adds an empty mapping to an account that has none. */
	if (json_object_is_type(value, json_type_object) && !json_object_object_length(value))
		return NULL;
	return config_is_set(value) ? value : NULL;
}

struct json_object *config_find_value(const struct config *config, enum config_key key)
{
	const struct config_item *item = config_item(key);
	struct json_object *value =
		find_in_mapping(config->account ? config->account : config->root, item);

	return value || !config->account || !item->host_wide ? value
							     : find_in_mapping(config->root, item);
}

const char *config_find_resolved(const struct config *config, const void *origin)
{
	for (const struct resolved *known = config->resolved; known; known = known->next) {
		if (known->origin == origin)
			return known->text;
	}
	return NULL;
}

static bool is_expression(const char *text)
{
	struct datastore_name name;
	bool unknown;

	return datastore_expression(text, &name, &unknown);
}

/*
 * The text of a value of the tree; NULL if it is empty, or there is none. A secret is given out
 * only after config_resolve() made it known to redact.h; its expression is none.
 */
static const char *read_text(
	const struct config *config, struct json_object *value, const struct config_item *item)
{
	const char *text = value ? config_find_resolved(config, value) : NULL;

	if (!text && json_object_is_type(value, json_type_string)) {
		text = json_object_get_string(value);
		if (item->secret && !is_expression(text))
			text = NULL;
	}
	return text && *text ? text : NULL;
}

/* PagerDuty's own hosts (its "Service Regions" document). */
static const char *regional_url(const struct config *config, enum config_key key)
{
	bool events = key == CONFIG_EVENTS_URL;
	const char *region = config_text(config, CONFIG_REGION);

	/* --dry-run does not look it up. */
	if (strstr(region, "{{"))
		return region;
	if (!strcmp(region, "eu"))
		return events ? "https://events.eu.pagerduty.com" : "https://api.eu.pagerduty.com";
	return events ? "https://events.pagerduty.com" : "https://api.pagerduty.com";
}

/* Returns a URL without its last slash: resolve.c stores it with the text itself as its origin. */
static const char *without_slash(const struct config *config, const char *url)
{
	const char *trimmed = config_find_resolved(config, url);

	return trimmed ? trimmed : url;
}

const char *config_text(const struct config *config, enum config_key key)
{
	const struct config_item *item = config_item(key);
	const char *text = read_text(config, config_find_value(config, key), item);

	if (key != CONFIG_API_URL && key != CONFIG_EVENTS_URL)
		return text ? text : item->initial;
	if (!text)
		return regional_url(config, key);
	return without_slash(config, text);
}

bool config_element(
	const struct config *config, enum config_key key, size_t index, const char **out)
{
	struct json_object *value = config_find_value(config, key);

	if (json_object_is_type(value, json_type_array))
		value = index < json_object_array_length(value)
				? json_object_array_get_idx(value, index)
				: NULL;
	else if (index)
		value = NULL;
	*out = read_text(config, value, config_item(key));
	return value != NULL;
}

const char *config_named(const struct config *config, enum config_key key, const char *name)
{
	return read_text(
		config, json_member(config_find_value(config, key), name), config_item(key));
}

bool config_has_name(const struct config *config, enum config_key key, const char *name)
{
	return config_is_set(json_member(config_find_value(config, key), name));
}

/* Returns whether a value is this text, without looking it up. */
static bool is_known_text(const struct config *config, struct json_object *value, const char *text)
{
	const char *known = value ? config_find_resolved(config, value) : NULL;

	return json_object_is_type(value, json_type_string) &&
	       !strcmp(known ? known : json_object_get_string(value), text);
}

bool config_name_integration_key(
	const struct config *config, const char *key, struct text *out, bool *out_found)
{
	*out_found = true;
	for (size_t i = 0; i < CONFIG_KEY_PAIRS; i++) {
		enum config_key own = config_key_pairs[i].own;

		if (is_known_text(config, config_find_value(config, own), key))
			return config_add_key_name(own, NULL, out);
	}
	for (size_t i = 0; i < CONFIG_KEY_PAIRS; i++) {
		enum config_key named = config_key_pairs[i].named;
		struct json_object *map = config_find_value(config, named);

		if (!json_object_is_type(map, json_type_object))
			continue;
		json_object_object_foreach(map, name, value)
		{
			if (is_known_text(config, value, key))
				return config_add_key_name(named, name, out);
		}
	}
	*out_found = false;
	return true;
}

double config_number(const struct config *config, enum config_key key)
{
	struct json_object *value = config_find_value(config, key);

	return value ? config_read_number(value) : strtod(config_item(key)->initial, NULL);
}

bool config_flag(const struct config *config, enum config_key key)
{
	return config_read_flag(config_find_value(config, key)) == 1;
}

bool config_has(const struct config *config, enum config_key key)
{
	return config_find_value(config, key) != NULL;
}
