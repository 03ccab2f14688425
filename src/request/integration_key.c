/* SPDX-License-Identifier: Apache-2.0 */
#include "request/integration_key.h"

#include "base/redact.h"
#include "config/explain.h"
#include "config/keys.h"
#include "json/json.h"

#include <string.h>

static const struct config_key_pair *pair_of(const struct events_api *api)
{
	return config_key_pair(api->version);
}

const struct operation *integration_key_version(
	const struct operation *operation, struct json_object *values, const struct config *config)
{
	const struct operation *other = operation->other;
	const struct param *param = operation_param_of(operation, PLACE_KEY);

	if (!other || json_string(values, param->name))
		return operation;
	const struct config_key_pair *own = pair_of(operation->api);
	const struct config_key_pair *others = pair_of(other->api);
	const struct param *naming = operation_param_of(operation, PLACE_KEY_NAME);
	const char *name = naming ? json_string(values, naming->name) : NULL;
	bool has_own =
		name ? config_has_name(config, own->named, name) : config_has(config, own->own);
	bool has_other = name ? config_has_name(config, others->named, name)
			      : config_has(config, others->own);
	return has_other && !has_own ? other : operation;
}

/* Adds that a name is among the keys of another version, if it is. */
static void hint_other(const struct events_api *own, const struct config *config, const char *name,
	struct error *err)
{
	for (const struct events_api *const *api = events_apis; *api; api++) {
		enum config_key keys = pair_of(*api)->named;

		if ((*api)->version == own->version || !config_has_name(config, keys, name))
			continue;
		(void)error_append(err,
			"; %s has it, for %s and the other actions of Events API v%d",
			config_key_name(keys), (*api)->action, (*api)->version);
		break;
	}
}

/* Adds the names for an event that may be sent by both versions of the API. */
static void hint_others(
	const struct operation *other, const struct config *config, struct error *err)
{
	enum config_key keys = pair_of(other->api)->named;
	scoped(text_done) struct text known = TEXT(TEXT_ANY);

	config_add_names(config, keys, &known);
	if (known.len)
		(void)error_append(
			err, "; those of %s are %s", config_key_name(keys), text_string(&known));
}

/* Fails because there is no key of this name, and says why. */
static void explain_unnamed(const struct operation *operation, const struct param *param,
	const char *name, const struct config *config, struct error *err)
{
	const struct param *naming = operation_param_of(operation, PLACE_KEY_NAME);
	enum config_key keys = pair_of(operation->api)->named;
	scoped(text_done) struct text known = TEXT(TEXT_ANY);

	if (config_looks_like_key(name)) {
		(void)error_set(err, ERROR_USAGE, 0,
			"%s wants the name that a key has in %s; what was given looks like a key, which goes into %s",
			naming->name, config_key_name(keys), param->name);
		return;
	}
	if (config_explain_missing(config, keys, name, err))
		return;
	config_add_names(config, keys, &known);
	(void)error_set(err, ERROR_CONFIG, 0, "%s: \"%s\" is not among the %s of %s%s%s",
		naming->name, name, config_key_name(keys), config_source(config),
		known.len ? ": they are " : ", which has none", text_string(&known));
	if (operation->other)
		hint_others(operation->other, config, err);
	else
		hint_other(operation->api, config, name, err);
}

/* Fails because there is no key, and says how to give one. */
static void explain_none(const struct operation *operation, const struct param *param,
	const struct config *config, struct error *err)
{
	const struct config_key_pair *keys = pair_of(operation->api);
	scoped(text_done) struct text named = TEXT(ERROR_TEXT);
	scoped(text_done) struct text own = TEXT(ERROR_TEXT);

	(void)text_add(&named, config_key_name(keys->named));
	(void)text_add(&own, config_key_name(keys->own));
	if (operation->other) {
		const struct config_key_pair *others = pair_of(operation->other->api);

		(void)text_addf(&named, " or %s", config_key_name(others->named));
		(void)text_addf(&own, " or %s", config_key_name(others->own));
	}
	if (!config_explain_missing(config, keys->own, NULL, err))
		(void)error_set(err, ERROR_CONFIG, 0,
			"no integration key: give %s, or the name of a service that is in %s, or set %s in %s",
			param->name, text_string(&named), text_string(&own), config_place(config));
}

bool integration_key_source(const struct operation *operation, struct json_object *values,
	enum config_key *out_key, const char **out_name)
{
	const struct param *param = operation_param_of(operation, PLACE_KEY);
	const struct param *naming = operation_param_of(operation, PLACE_KEY_NAME);

	if (!param || json_string(values, param->name))
		return false;
	*out_name = naming ? json_string(values, naming->name) : NULL;
	*out_key = *out_name ? pair_of(operation->api)->named : pair_of(operation->api)->own;
	return true;
}

/* Returns whether the configuration has a key of this name, for this action. */
static bool is_configured_name(
	const struct operation *operation, const struct config *config, const char *name)
{
	return config_has_name(config, pair_of(operation->api)->named, name) ||
	       (operation->other &&
		       config_has_name(config, pair_of(operation->other->api)->named, name));
}

/* Takes the key that a parameter gives. */
static bool use_given(const struct operation *operation, const struct param *param,
	struct json_object *values, const struct config *config, const char *key, struct error *err)
{
	const struct param *naming = operation_param_of(operation, PLACE_KEY_NAME);

	/* A name is not a secret and may be shown. */
	if (naming && is_configured_name(operation, config, key))
		return error_set(err, ERROR_USAGE, 0,
			"%s wants the key itself; \"%s\" is the name of one in the configuration: give it as %s",
			param->name, key, naming->name);
	if (!redact_remember(key))
		return error_memory(err);
	return !naming || !json_string(values, naming->name) ||
	       error_set(err, ERROR_USAGE, 0, "give %s or the name of a service, not both",
		       param->name);
}

bool integration_key(const struct operation *operation, const struct param *param,
	struct json_object *values, const struct config *config, const char **out,
	struct error *err)
{
	enum config_key source;
	const char *name;

	if (!integration_key_source(operation, values, &source, &name)) {
		*out = json_string(values, param->name);
		return use_given(operation, param, values, config, *out, err);
	}
	*out = name ? config_named(config, source, name) : config_text(config, source);
	if (!*out && name)
		explain_unnamed(operation, param, name, config, err);
	else if (!*out)
		explain_none(operation, param, config, err);
	return *out != NULL;
}

bool integration_key_add_origin(const struct operation *operation, struct json_object *values,
	const struct config *config, struct text *out)
{
	const struct param *param = operation_param_of(operation, PLACE_KEY);
	enum config_key source;
	const char *name;

	if (integration_key_source(operation, values, &source, &name))
		return config_add_origin(config, source, name, out);
	return !param || text_addf(out, "the parameter %s", param->name);
}
