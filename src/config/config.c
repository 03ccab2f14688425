/* SPDX-License-Identifier: Apache-2.0 */
#include "config/config.h"

#include "base/redact.h"
#include "config/check.h"
#include "config/datastore.h"
#include "config/find.h"
#include "config/keys.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/*
 * A text that was computed or looked up, kept so that this is done once. origin is the node of the
 * tree that it came from.
 */
struct made {
	struct made *next;
	const void *origin;
	char *text;
};

struct config {
	char *source; /* where it was read */
	bool passed; /* by StackStorm, who read it */
	char *place; /* the answer of config_place() */
	struct json_object *root; /* what was read */
	/* The account chosen; borrowed from root; NULL: the top level. */
	struct json_object *account;
	const char *account_name; /* borrowed from root; NULL: none was chosen */
	bool offline;
	double end; /* of all look-ups, on clock_now(); 0: no such moment */
	struct made *made;
	struct http *datastore; /* for all look-ups; NULL before the first */
	char *names; /* the last answer of config_names() */
};

void config_free(struct config *config)
{
	if (!config)
		return;
	while (config->made) {
		struct made *next = config->made->next;

		explicit_bzero(config->made->text, strlen(config->made->text));
		free(config->made->text);
		free(config->made);
		config->made = next;
	}
	http_free(config->datastore);
	json_wipe(config->root);
	json_object_put(config->root);
	free(config->names);
	free(config->place);
	free(config->source);
	free(config);
}

void config_free_at(struct config **config)
{
	config_free(*config);
}

struct config *config_load(const char *file, struct error *err)
{
	scoped(config_found_done) struct config_found found = { 0 };

	if (!config_find(file, &found, err))
		return NULL;
	struct config *config = calloc(1, sizeof(*config));
	if (config)
		config->source = strdup(found.source);
	if (!config || !config->source) {
		free(config);
		(void)error_memory(err);
		return NULL;
	}
	config->root = steal(found.root);
	config->passed = found.passed;
	return config;
}

static char *join_names(struct json_object *map)
{
	struct text names = TEXT(TEXT_ANY);
	int left = map ? json_object_object_length(map) : 0;

	if (map) {
		json_object_object_foreach(map, name, value)
		{
			(void)value;
			left--;
			(void)text_addf(&names, "%s%s", name,
				left > 1 ? ", "
				: left   ? " and "
					 : "");
		}
	}
	/* The caller frees it. */
	return names.data;
}

/* account: NULL for the top level. */
static bool set_place(struct config *config, const char *account, struct error *err)
{
	struct text place = TEXT(TEXT_ANY);

	if (account)
		(void)text_addf(&place, "accounts.%s of ", account);
	(void)text_add(&place, config->passed ? CONFIG_FILE : config->source);
	if (config->passed)
		(void)text_add(&place, ", then: st2ctl reload --register-configs");
	free(config->place);
	/* config_free() frees it. */
	config->place = place.data;
	return !place.failed || error_memory(err);
}

bool config_use_account(struct config *config, const char *account, struct error *err)
{
	struct json_object *accounts = json_member(config->root, "accounts");

	struct lh_entry *entry =
		account && json_object_is_type(accounts, json_type_object)
			? lh_table_lookup_entry(json_object_get_object(accounts), account)
			: NULL;

	config->account = entry ? json_member(accounts, account) : NULL;
	config->account_name = entry ? lh_entry_k(entry) : NULL;
	if (config->account || !account)
		return set_place(config, account, err);
	char *names = join_names(config_is_set(accounts) ? accounts : NULL);
	(void)error_set(err, ERROR_CONFIG, 0, "\"%s\" is not among the accounts of %s%s%s", account,
		config->source, names ? ": they are " : ", which has none", names ? names : "");
	free(names);
	return false;
}

void config_end_at(struct config *config, double end)
{
	config->end = end;
}

void config_stay_offline(struct config *config)
{
	config->offline = true;
}

/* The member's name of a key such as "oauth.url"; moves *mapping to the mapping that it is in. */
static const char *step_in(struct json_object **mapping, const struct config_item *item)
{
	for (const struct config_mapping *step = config_mappings; step->name; step++) {
		if (config_in_mapping(item, step)) {
			*mapping = json_member(*mapping, step->name);
			return item->name + strlen(step->name) + 1;
		}
	}
	return item->name;
}

/* The value of a key in a mapping, or NULL when it is not set. */
static struct json_object *find_in(struct json_object *mapping, const struct config_item *item)
{
	const char *name = step_in(&mapping, item);
	struct json_object *value = json_member(mapping, name);
	/* StackStorm adds an empty mapping to an account that has none. */
	if (json_object_is_type(value, json_type_object) && !json_object_object_length(value))
		return NULL;
	return config_is_set(value) ? value : NULL;
}

static struct json_object *find(const struct config *config, enum config_key key)
{
	const struct config_item *item = config_item(key);
	struct json_object *value = find_in(config->account ? config->account : config->root, item);

	return value || !config->account || !item->host_wide ? value : find_in(config->root, item);
}

/* Whether a mapping has a member of that name which is null. */
static bool is_null(struct json_object *mapping, const char *name)
{
	struct json_object *value = NULL;

	return json_object_is_type(mapping, json_type_object) &&
	       json_object_object_get_ex(mapping, name, &value) && !value;
}

bool config_is_absent(
	const struct config *config, enum config_key key, const char *name, struct error *err)
{
	const struct config_item *item = config_item(key);
	struct json_object *mapping = config->account ? config->account : config->root;
	const char *member, *account = item->host_wide ? NULL : config->account_name;

	if (name) {
		mapping = find(config, key);
		member = name;
	} else {
		member = step_in(&mapping, item);
	}
	if (!config->passed || !is_null(mapping, member))
		return true;
	return error_set(err, ERROR_CONFIG, 0,
		"%s%s%s%s%s%s of %s has no value: what it names is not in StackStorm's datastore",
		account ? "accounts." : "", account ? account : "", account ? "." : "", item->name,
		name ? "." : "", name ? name : "", config->source);
}

static const char *find_made(const struct config *config, const void *origin)
{
	for (const struct made *made = config->made; made; made = made->next) {
		if (made->origin == origin)
			return made->text;
	}
	return NULL;
}

/* Keeps a text, taking it over. Returns it, or NULL without memory. */
static const char *keep(struct config *config, const void *origin, char *text)
{
	struct made *made = text ? malloc(sizeof(*made)) : NULL;

	if (!made) {
		free(text);
		return NULL;
	}
	*made = (struct made){ config->made, origin, text };
	config->made = made;
	return text;
}

/* How the datastore is asked for a value. */
static bool find_access(struct config *config, const struct config_item *item, const char *what,
	const struct datastore_name *name, struct stackstorm_access *out, struct error *err)
{
	scoped(text_done) struct text whose = TEXT(ERROR_TEXT);

	if (item == config_item(CONFIG_STACKSTORM_API_URL) ||
		item == config_item(CONFIG_STACKSTORM_API_KEY))
		return error_set(err, ERROR_CONFIG, 0,
			"%s of %s cannot be in the datastore, which is asked with it: write the value itself",
			what, config->source);
	(void)text_addf(&whose, "%s of %s: key %.*s of the datastore can be read", what,
		config->source, name->name_len, name->name);
	return config_stackstorm(config, text_string(&whose), out, err);
}

/* Looks a dynamic value up, once, and checks what it turned out to be. what: the key's name in sentences. */
static bool look_up(struct config *config, struct json_object *value,
	const struct config_item *item, const char *what, const struct datastore_name *name,
	const char **out, struct error *err)
{
	*out = find_made(config, value);
	if (*out)
		return true;
	struct stackstorm_access access;
	if (!find_access(config, item, what, name, &access, err))
		return false;
	char *text = datastore_get(&config->datastore, name, &access, config->end, err);
	if (!text)
		return error_wrap(err, "%s of %s: ", what, config->source);
	const char *problem = *text ? config_text_problem(item, text) : NULL;
	if (problem) {
		explicit_bzero(text, strlen(text));
		free(text);
		return error_set(err, ERROR_CONFIG, 0,
			"%s of %s %s; its value came from the datastore", what, config->source,
			problem);
	}
	*out = keep(config, value, text);
	return *out || error_memory(err);
}

/* The text of a value of the tree. */
static bool read_text(struct config *config, struct json_object *value,
	const struct config_item *item, const char *what, const char **out, struct error *err)
{
	struct datastore_name name;
	bool unknown, secret = item->secret;
	const char *text = json_object_get_string(value);

	if (!text)
		return error_memory(err);
	if (datastore_expression(text, &name, &unknown)) {
		/* An expression may be shown; it is no secret. */
		secret = secret && !config->offline;
		if (!config->offline && !look_up(config, value, item, what, &name, &text, err))
			return false;
	}
	if (secret && text &&
		!(item->type == CONFIG_TYPE_PROXY ? redact_remember_proxy(text)
						  : redact_remember(text)))
		return error_memory(err);
	*out = text;
	return true;
}

static bool read_list(struct config *config, struct json_object *value,
	const struct config_item *item, const char **out, struct error *err)
{
	scoped(text_done) struct text joined = TEXT(TEXT_ANY);

	*out = find_made(config, value);
	if (*out)
		return true;
	for (size_t i = 0; i < json_object_array_length(value); i++) {
		const char *text = NULL;

		if (!read_text(config, json_object_array_get_idx(value, i), item, item->name, &text,
			    err))
			return false;
		(void)text_addf(&joined, "%s%s", i ? " " : "", text);
	}
	*out = joined.failed ? NULL : keep(config, value, strdup(text_string(&joined)));
	return *out || error_memory(err);
}

/* A base URL without its last slash, so that a path can follow. */
static bool without_slash(
	struct config *config, const char *url, const char **out, struct error *err)
{
	size_t len = strlen(url);

	if (len && url[len - 1] != '/') {
		*out = url;
		return true;
	}
	*out = find_made(config, url);
	while (len && url[len - 1] == '/')
		len--;
	if (!*out)
		*out = keep(config, url, strndup(url, len));
	return *out || error_memory(err);
}

/* PagerDuty's own hosts (its "Service Regions" document). */
static bool regional_url(
	struct config *config, enum config_key key, const char **out, struct error *err)
{
	bool events = key == CONFIG_EVENTS_URL;
	const char *region;

	if (!config_text(config, CONFIG_REGION, &region, err))
		return false;
	/* Offline it may not be known yet. */
	if (region && strstr(region, "{{"))
		*out = region;
	else if (region && !strcmp(region, "eu"))
		*out = events ? "https://events.eu.pagerduty.com" : "https://api.eu.pagerduty.com";
	else
		*out = events ? "https://events.pagerduty.com" : "https://api.pagerduty.com";
	return true;
}

bool config_text(struct config *config, enum config_key key, const char **out, struct error *err)
{
	const struct config_item *item = config_item(key);
	struct json_object *value = find(config, key);
	const char *text = NULL;

	if (json_object_is_type(value, json_type_array)) {
		if (!read_list(config, value, item, &text, err))
			return false;
	} else if (value && !read_text(config, value, item, item->name, &text, err)) {
		return false;
	}
	*out = item->initial;
	if (!text || !*text)
		return (key != CONFIG_API_URL && key != CONFIG_EVENTS_URL) ||
		       regional_url(config, key, out, err);
	/* oauth.url is a whole address, and no path follows it. */
	if (key == CONFIG_API_URL || key == CONFIG_EVENTS_URL)
		return without_slash(config, text, out, err);
	*out = text;
	return true;
}

bool config_element(struct config *config, enum config_key key, size_t index, const char **out,
	struct error *err)
{
	const struct config_item *item = config_item(key);
	struct json_object *value = find(config, key);

	*out = NULL;
	if (json_object_is_type(value, json_type_array))
		value = index < json_object_array_length(value)
				? json_object_array_get_idx(value, index)
				: NULL;
	else if (index)
		value = NULL;
	return !value || read_text(config, value, item, item->name, out, err);
}

bool config_stackstorm(
	struct config *config, const char *what, struct stackstorm_access *out, struct error *err)
{
	struct stackstorm_access access = { 0 };

	if (stackstorm_of_execution(&access)) {
		*out = access;
		return redact_remember(access.token) || error_memory(err);
	}
	if (!config_text(config, CONFIG_STACKSTORM_API_URL, &access.url, err) ||
		!config_text(config, CONFIG_STACKSTORM_API_KEY, &access.api_key, err))
		return false;
	if (!access.api_key)
		return error_set(err, ERROR_CONFIG, 0,
			"%s only in an execution of StackStorm (ST2_ACTION_API_URL and ST2_ACTION_AUTH_TOKEN are not set), or with stackstorm.api_key of the configuration",
			what);
	*out = access;
	return true;
}

const char *config_account(const struct config *config, size_t index)
{
	struct json_object *accounts = json_member(config->root, "accounts");

	if (json_object_is_type(accounts, json_type_object)) {
		json_object_object_foreach(accounts, name, value)
		{
			(void)value;
			if (!index--)
				return name;
		}
	}
	return NULL;
}

bool config_named(struct config *config, enum config_key key, const char *name, const char **out,
	struct error *err)
{
	struct json_object *value = json_member(find(config, key), name);
	scoped(text_done) struct text what = TEXT(TEXT_ANY);
	const char *text = NULL;

	*out = NULL;
	(void)text_addf(&what, "%s.%s", config_key_name(key), name);
	if (config_is_set(value) &&
		!read_text(config, value, config_item(key), text_string(&what), &text, err))
		return false;
	*out = text && *text ? text : NULL;
	return true;
}

bool config_has_name(const struct config *config, enum config_key key, const char *name)
{
	return config_is_set(json_member(find(config, key), name));
}

const char *config_account_used(const struct config *config)
{
	return config->account_name;
}

/* Whether a value is a text, and this one, as far as is known without looking it up. */
static bool is_known_text(const struct config *config, struct json_object *value, const char *text)
{
	const char *made = value ? find_made(config, value) : NULL;

	return json_object_is_type(value, json_type_string) &&
	       !strcmp(made ? made : json_object_get_string(value), text);
}

bool config_name_integration_key(
	const struct config *config, const char *key, struct text *out, bool *out_found)
{
	static const enum config_key own[] = { CONFIG_ROUTING_KEY, CONFIG_SERVICE_KEY },
				     maps[] = { CONFIG_ROUTING_KEYS, CONFIG_SERVICE_KEYS };

	*out_found = true;
	for (size_t i = 0; i < COUNT(own); i++) {
		if (is_known_text(config, find(config, own[i]), key))
			return text_add(out, config_key_name(own[i]));
	}
	for (size_t i = 0; i < COUNT(maps); i++) {
		struct json_object *map = find(config, maps[i]);

		if (!json_object_is_type(map, json_type_object))
			continue;
		json_object_object_foreach(map, name, value)
		{
			if (is_known_text(config, value, key))
				return text_addf(out, "%s.%s", config_key_name(maps[i]), name);
		}
	}
	*out_found = false;
	return true;
}

bool config_add_origin(
	const struct config *config, enum config_key key, const char *name, struct text *out)
{
	const struct config_item *item = config_item(key);
	struct json_object *value = name ? json_member(find(config, key), name) : find(config, key);
	const char *account = item->host_wide ? NULL : config->account_name;
	struct datastore_name stored;
	bool unknown;

	if (account)
		(void)text_addf(out, "accounts.%s.", account);
	(void)text_addf(
		out, "%s%s%s of %s", item->name, name ? "." : "", name ? name : "", config->source);
	if (json_object_is_type(value, json_type_string) &&
		datastore_expression(json_object_get_string(value), &stored, &unknown))
		(void)text_addf(
			out, ", key %.*s of StackStorm's datastore", stored.name_len, stored.name);
	return !out->failed;
}

const char *config_names(struct config *config, enum config_key key)
{
	free(config->names);
	config->names = join_names(find(config, key));
	return config->names ? config->names : "";
}

double config_seconds(const struct config *config, enum config_key key)
{
	struct json_object *value = find(config, key);

	return value ? config_read_seconds(value) : strtod(config_item(key)->initial, NULL);
}

bool config_flag(const struct config *config, enum config_key key)
{
	return config_read_flag(find(config, key));
}

struct json_object *config_tree(struct config *config)
{
	return config->root;
}

const char *config_source(const struct config *config)
{
	return config->source;
}

const char *config_place(const struct config *config)
{
	return config->place ? config->place : config->source;
}

bool config_has(const struct config *config, enum config_key key)
{
	return find(config, key) != NULL;
}
