/* SPDX-License-Identifier: Apache-2.0 */
#include "request/integration_key.h"

#include "base/redact.h"
#include "config/check.h"
#include "json/json.h"

#include <string.h>

/* Where the configuration has keys of a kind: one by default, and others by name. */
struct place_of_keys {
	enum config_key own, named;
};

static struct place_of_keys place_of(const struct param *param)
{
	bool routing = !strcmp(param->name, "routing_key");

	return routing ? (struct place_of_keys){ CONFIG_ROUTING_KEY, CONFIG_ROUTING_KEYS }
		       : (struct place_of_keys){ CONFIG_SERVICE_KEY, CONFIG_SERVICE_KEYS };
}

/* Says that a name is among the keys of the other kind, where it is. */
static bool hint_other(
	struct config *config, enum config_key keys, const char *name, struct error *err)
{
	enum config_key other =
		keys == CONFIG_SERVICE_KEYS ? CONFIG_ROUTING_KEYS : CONFIG_SERVICE_KEYS;

	return config_has_name(config, other, name) &&
	       error_append(err, "; %s has it, for %s", config_key_name(other),
		       other == CONFIG_ROUTING_KEYS
			       ? "event.trigger and the other actions of Events API v2"
			       : "launch_incident and the other actions of Events API v1");
}

static bool find_named(const struct param *param, const struct param *naming, const char *name,
	enum config_key keys, struct config *config, const char **out, struct error *err)
{
	if (!config_named(config, keys, name, out, err))
		return false;
	if (*out)
		return true;
	if (config_looks_like_key(name))
		return error_set(err, ERROR_USAGE, 0,
			"%s wants the name that a key has in %s; what was given looks like a key, which goes into %s",
			naming->name, config_key_name(keys), param->name);
	const char *known = config_names(config, keys);
	if (!config_is_absent(config, keys, name, err))
		return false;
	(void)error_set(err, ERROR_CONFIG, 0, "%s: \"%s\" is not among the %s of %s%s%s",
		naming->name, name, config_key_name(keys), config_source(config),
		*known ? ": they are " : ", which has none", known);
	return hint_other(config, keys, name, err);
}

bool integration_key(const struct operation *operation, const struct param *param,
	struct json_object *values, struct config *config, const char **out, struct error *err)
{
	const struct place_of_keys keys = place_of(param);
	const struct param *naming = operation_param_of(operation, PLACE_KEY_NAME);
	const char *name = naming ? json_string(values, naming->name) : NULL;

	*out = json_string(values, param->name);
	if (*out && !redact_remember(*out))
		return error_memory(err);
	if (*out && name)
		return error_set(err, ERROR_USAGE, 0, "give %s or the name of a service, not both",
			param->name);
	if (name)
		return find_named(param, naming, name, keys.named, config, out, err);
	if (!*out && !config_text(config, keys.own, out, err))
		return false;
	return *out ||
	       (config_is_absent(config, keys.own, NULL, err) &&
		       error_set(err, ERROR_CONFIG, 0,
			       "no integration key: give %s, or the name of a service that is in %s, or set %s in %s",
			       param->name, config_key_name(keys.named), param->name,
			       config_place(config)));
}
