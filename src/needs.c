/* SPDX-License-Identifier: Apache-2.0 */
#include "needs.h"

#include "client/credential.h"
#include "client/oauth.h"
#include "config/explain.h"
#include "config/resolve.h"
#include "lookup/lookup.h"
#include "queue/settings.h"
#include "request/acting.h"
#include "request/integration_key.h"
#include "json/json.h"

/* Resolves the host of the request, and the integration key of an event. */
static bool resolve_address(const struct run *run, struct error *err)
{
	const struct operation *operation =
		integration_key_version(run->operation, run->values, run->config);
	bool events = operation->host == HOST_EVENTS;
	enum config_key key;
	const char *name;

	if (operation->host == HOST_QUEUE)
		return true;
	if (!config_resolve(run->config, events ? CONFIG_EVENTS_URL : CONFIG_API_URL, err))
		return false;
	if (!integration_key_source(operation, run->values, &key, &name))
		return true;
	return name ? config_resolve_named(run->config, key, name, err)
		    : config_resolve(run->config, key, err);
}

/*
 * Resolves the acting user, in the order of acting_find(). An action without a path has no request
 * of its own, and the requests of its function only read.
 */
static bool resolve_actor(const struct run *run, struct error *err)
{
	const struct param *param = operation_param_of(run->operation, PLACE_FROM);
	bool sent = run->operation->path && request_names_actor(run->operation);

	if (!sent && !lookup_names_asker(run->lookup))
		return true;
	if (param && json_string(run->values, param->name))
		return true;
	if (run->user) {
		if (!config_resolve_named(run->config, CONFIG_USERS, run->user, err))
			return false;
		if (acting_find(run->operation, run->values, run->config, run->user).own)
			return true;
	}
	return config_resolve(run->config, CONFIG_FROM_EMAIL, err);
}

static bool resolve_shown(const struct run *run, struct error *err)
{
	static const enum config_key hosts[] = { CONFIG_REGION, CONFIG_API_URL, CONFIG_EVENTS_URL };

	return !run->operation->shows_hosts ||
	       (config_resolve_all(run->config, hosts, COUNT(hosts), err) &&
		       queue_settings_resolve(run->config, NULL, err));
}

/*
 * Resolves the proxy, the authorities, and the queue of an event. For the events in the queue
 * drain.c does this, because their accounts may have other proxies.
 */
static bool resolve_way(const struct run *run, struct error *err)
{
	static const enum config_key way[] = { CONFIG_PROXY, CONFIG_CA_FILE };

	if (run->operation->host == HOST_QUEUE)
		return queue_settings_resolve(run->config, NULL, err);
	return config_resolve_all(run->config, way, COUNT(way), err) &&
	       (run->operation->host == HOST_REST ||
		       queue_settings_resolve(run->config, run->values, err));
}

/* Fails if one of these keys is configured and has no value. */
static bool refuse_empty(
	const struct config *config, const enum config_key *keys, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!config_text(config, keys[i]) &&
			config_explain_missing(config, keys[i], NULL, err))
			return false;
	}
	return true;
}

static bool resolve_credential(const struct run *run, struct error *err)
{
	struct config *config = run->config;
	enum config_key key;

	if (run->operation->host != HOST_REST)
		return true;
	if (!config_resolve_first(config, credential_keys, CREDENTIAL_KEYS, &key, err))
		return false;
	if (key == CONFIG_KEYS)
		return refuse_empty(config, credential_keys, CREDENTIAL_KEYS, err);
	return key != CONFIG_OAUTH_CLIENT_ID ||
	       (config_resolve_all(config, oauth_keys, OAUTH_KEYS, err) &&
		       refuse_empty(config, oauth_keys, OAUTH_KEYS, err));
}

bool needs_resolve(const struct run *run, bool sends, struct error *err)
{
	return resolve_address(run, err) && resolve_actor(run, err) && resolve_shown(run, err) &&
	       (!sends || resolve_way(run, err)) && resolve_credential(run, err);
}
