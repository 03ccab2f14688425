/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The configuration: from a file (YAML), or from StackStorm (JSON in the environment). One table
 * (config/keys.c) holds the keys; config.schema.yaml, pagerduty.yaml.example and
 * docs/configuration.md are tested against it.
 */
#ifndef CONFIG_H
#define CONFIG_H

#include "base/error.h"
#include "base/text.h"

#include <json-c/json.h>
#include <stdbool.h>

#define CONFIG_FILE "/opt/stackstorm/configs/pagerduty.yaml"

/* The keys of a configuration. Their names in the file are those of config_key_name(). */
enum config_key {
	CONFIG_API_KEY,
	CONFIG_OAUTH_TOKEN,
	CONFIG_OAUTH_CLIENT_ID, /* oauth.client_id, and so on */
	CONFIG_OAUTH_CLIENT_SECRET,
	CONFIG_OAUTH_SUBDOMAIN,
	CONFIG_OAUTH_SCOPES, /* one text, separated by spaces; a list in the file */
	CONFIG_OAUTH_URL, /* where tokens are requested; by default PagerDuty's identity service */
	CONFIG_SERVICE_KEY,
	CONFIG_ROUTING_KEY,
	CONFIG_SERVICE_KEYS, /* name -> key: config_named() */
	CONFIG_ROUTING_KEYS,
	CONFIG_USERS, /* StackStorm or chat user -> PagerDuty e-mail address */
	CONFIG_FROM_EMAIL,
	CONFIG_REGION,
	CONFIG_API_URL, /* as configured, otherwise by region; does not end in a slash */
	CONFIG_EVENTS_URL,
	CONFIG_TIMEOUT, /* seconds: config_number() */
	CONFIG_MAX_RETRY_TIME,
	CONFIG_PROXY,
	CONFIG_CA_FILE,
	CONFIG_DEBUG, /* config_flag() */
	CONFIG_QUEUE_PATH, /* event_queue.path, and so on */
	CONFIG_QUEUE_WHEN,
	CONFIG_QUEUE_MAX_AGE, /* seconds: config_number() */
	CONFIG_QUEUE_MAX_EVENTS, /* config_number() */
	CONFIG_STACKSTORM_API_URL, /* config_stackstorm() reads these two */
	CONFIG_STACKSTORM_API_KEY,
	CONFIG_WEBHOOK_SECRETS, /* a list: config_element() */
	CONFIG_WEBHOOK_LISTEN,
	CONFIG_WEBHOOK_PATH,
	CONFIG_KEYS
};

/*
 * Where the configuration has the integration keys for one version of the Events API: a default
 * key, and keys by names that callers give as service.
 */
struct config_key_pair {
	int version;
	enum config_key own, named;
};

enum { CONFIG_KEY_PAIRS = 2 };

/* In the order in which a key is looked for: config_name_integration_key(). */
extern const struct config_key_pair config_key_pairs[CONFIG_KEY_PAIRS];

/* Returns the pair of a version, 1 or 2; never NULL. */
const struct config_key_pair *config_key_pair(int version);

struct config;

/*
 * Finds the configuration (config/find.h) and reads it. If there is no file at CONFIG_FILE, the
 * configuration is empty, and an operation fails when it needs a key. Returns NULL with
 * ERROR_CONFIG, which lists all problems, or if memory runs out.
 */
struct config *config_load(const char *file, struct error *err) MUST_CHECK;

/*
 * Chooses one of `accounts`, or the top level if the name is NULL. An account inherits the keys of
 * the host from the top level (host_wide in config/keys.h), such as proxy, timeout and users. It
 * does not inherit keys of PagerDuty, from_email or URLs. Fails with ERROR_CONFIG for an unknown
 * name; the sentence lists the known names.
 */
bool config_use_account(struct config *config, const char *account, struct error *err) MUST_CHECK;

/*
 * Returns the text of a key or its default, or NULL if it is not set or empty. Borrowed. Getters
 * use no network: config_resolve() must have resolved values in the datastore and all secrets.
 * Before that a value in the datastore is its expression, a secret is NULL, and a list has no text.
 */
const char *config_text(const struct config *config, enum config_key key);

/*
 * Returns whether a list has an element with this index. A single text is a list of one element.
 * *out is its text, as from config_text().
 */
bool config_element(
	const struct config *config, enum config_key key, size_t index, const char **out);

/* Returns the name of an account by its index, NULL after the last. Borrowed. */
const char *config_account(const struct config *config, size_t index);

/*
 * Returns the value of name in service_keys, routing_keys or users, as config_text() does; NULL if
 * there is none.
 */
const char *config_named(const struct config *config, enum config_key key, const char *name);

/* Returns whether name is in service_keys, routing_keys or users. Asks no datastore. */
bool config_has_name(const struct config *config, enum config_key key, const char *name);

/*
 * Finds an integration key by its value in the configuration of the chosen account, and adds its
 * name to out: "routing_key", "service_keys.database". Values in the datastore are ignored.
 * *out_found is false if the configuration does not have the key. Returns false if memory runs out.
 */
bool config_name_integration_key(
	const struct config *config, const char *key, struct text *out, bool *out_found) MUST_CHECK;

/* Returns the name of the chosen account, NULL for the top level. Borrowed. */
const char *config_account_used(const struct config *config);

/*
 * Returns the value of a key that is a number of seconds, or, for CONFIG_QUEUE_MAX_EVENTS, a number
 * of events. Returns the key's default if it is not set.
 */
double config_number(const struct config *config, enum config_key key);

/* Returns whether the value of a key is true, false if it is not set. */
bool config_flag(const struct config *config, enum config_key key);

/* Returns whether a key is set in the chosen account or at the top level. Asks no datastore. */
bool config_has(const struct config *config, enum config_key key);

/* Returns the whole configuration as a tree. Borrowed. */
struct json_object *config_tree(struct config *config);

/*
 * Returns the source of the configuration for sentences: the file's name, or "the configuration
 * StackStorm passed". Borrowed.
 */
const char *config_source(const struct config *config);

/* Returns a key's name: "oauth.client_id". */
const char *config_key_name(enum config_key key);

/*
 * Adds the name of a key, or of one value of its map: "routing_key", "routing_keys.database". name
 * is NULL for a key that is no map. Returns false if memory runs out.
 */
bool config_add_key_name(enum config_key key, const char *name, struct text *out);

bool config_key_secret(enum config_key key);

/* Overwrites and frees the configuration. Takes NULL. */
void config_free(struct config *config);
void config_free_at(struct config **config); /* for scoped() */

#endif
