/* SPDX-License-Identifier: Apache-2.0 */
#include "config/stackstorm.h"

#include "base/redact.h"
#include "config/contents.h"
#include "config/expression.h"

/* Reads a key whose value cannot be in the datastore. *out is NULL if it is not set. */
static bool read_own(
	const struct config *config, enum config_key key, const char **out, struct error *err)
{
	struct json_object *value = config_find_value(config, key);
	const char *text = value ? json_object_get_string(value) : config_item(key)->initial;
	struct datastore_name name;
	bool unknown;

	if (value && datastore_expression(text, &name, &unknown))
		return error_set(err, ERROR_CONFIG, 0,
			"%s of %s cannot be in the datastore, which is asked with it: write the value itself",
			config_key_name(key), config->source);
	*out = text;
	return true;
}

bool config_stackstorm(const struct config *config, const char *what, struct stackstorm_access *out,
	struct error *err)
{
	struct stackstorm_access access = { 0 };

	if (stackstorm_of_execution(&access)) {
		*out = access;
		return redact_remember(access.token) || error_memory(err);
	}
	if (!read_own(config, CONFIG_STACKSTORM_API_URL, &access.url, err) ||
		!read_own(config, CONFIG_STACKSTORM_API_KEY, &access.api_key, err))
		return false;
	if (!access.api_key)
		return error_set(err, ERROR_CONFIG, 0,
			"%s only in an execution of StackStorm (ST2_ACTION_API_URL and ST2_ACTION_AUTH_TOKEN are not set), or with stackstorm.api_key of the configuration",
			what);
	*out = access;
	return redact_remember(access.api_key) || error_memory(err);
}
