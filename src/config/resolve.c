/* SPDX-License-Identifier: Apache-2.0 */
#include "config/resolve.h"

#include "base/redact.h"
#include "config/contents.h"
#include "config/datastore.h"
#include "config/stackstorm.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

/* A value that is being resolved. */
struct wanted {
	struct config *config;
	const struct config_item *item;
	const char *what; /* the key's name in sentences: "api_key", "users.ana" */
	struct error *err;
};

static void free_secret(char *text)
{
	if (text)
		explicit_bzero(text, strlen(text));
	free(text);
}

/*
 * Stores a text as resolved. own is the same text, which is taken over, or NULL if it is borrowed
 * from the tree.
 */
static bool store_resolved(
	const struct wanted *wanted, const void *origin, const char *text, char *own)
{
	struct resolved *known = malloc(sizeof(*known));

	if (!known) {
		free_secret(own);
		return error_memory(wanted->err);
	}
	*known = (struct resolved){ wanted->config->resolved, origin, text, own };
	wanted->config->resolved = known;
	return true;
}

static char *look_up(const struct wanted *wanted, const struct datastore_name *name)
{
	struct config *config = wanted->config;
	scoped(text_done) struct text what = TEXT(ERROR_TEXT);
	struct stackstorm_access access;

	(void)text_addf(&what, "%s of %s: key %.*s of the datastore can be read", wanted->what,
		config->source, name->name_len, name->name);
	if (!config_stackstorm(config, text_string(&what), &access, wanted->err))
		return NULL;
	char *text = datastore_get(&config->datastore, name, &access, config->end, wanted->err);
	if (!text)
		(void)error_wrap(wanted->err, "%s of %s: ", wanted->what, config->source);
	return text;
}

/* Looks a value up, and checks what it turned out to be. */
static bool fetch(
	const struct wanted *wanted, const void *origin, const struct datastore_name *name)
{
	char *text = look_up(wanted, name);

	if (!text)
		return false;
	const char *problem = *text ? config_text_problem(wanted->item, text) : NULL;
	if (!problem)
		return store_resolved(wanted, origin, text, text);
	free_secret(text);
	return error_set(wanted->err, ERROR_CONFIG, 0,
		"%s of %s %s; its value came from the datastore", wanted->what,
		wanted->config->source, problem);
}

static bool remember_secret(const struct wanted *wanted, const char *text)
{
	return (wanted->item->type == CONFIG_TYPE_PROXY ? redact_remember_proxy(text)
							: redact_remember(text)) ||
	       error_memory(wanted->err);
}

/*
 * Resolves a text of the tree. *out is the text, or its expression if the datastore is switched
 * off.
 */
static bool resolve_text(const struct wanted *wanted, struct json_object *value, const char **out)
{
	struct config *config = wanted->config;
	const char *text = json_object_get_string(value);
	struct datastore_name name;
	bool unknown, secret = wanted->item->secret;

	if (!text)
		return error_memory(wanted->err);
	*out = text;
	if (datastore_expression(text, &name, &unknown)) {
		/* An expression is not a secret and may be shown. */
		if (config->offline)
			return true;
		if (!config_find_resolved(config, value) && !fetch(wanted, value, &name))
			return false;
		*out = config_find_resolved(config, value);
		return !secret || remember_secret(wanted, *out);
	}
	if (!secret)
		return true;
	return remember_secret(wanted, text) &&
	       (config_find_resolved(config, value) || store_resolved(wanted, value, text, NULL));
}

/* Resolves the elements of a list, and, unless they are secrets, all of them as one text. */
static bool resolve_list(const struct wanted *wanted, struct json_object *list)
{
	scoped(text_done) struct text joined = TEXT(TEXT_ANY);

	for (size_t i = 0; i < json_object_array_length(list); i++) {
		const char *text = NULL;

		if (!resolve_text(wanted, json_object_array_get_idx(list, i), &text))
			return false;
		(void)text_addf(&joined, "%s%s", i ? " " : "", text);
	}
	if (wanted->item->secret || config_find_resolved(wanted->config, list))
		return true;
	char *own = joined.failed ? NULL : strdup(text_string(&joined));
	return own ? store_resolved(wanted, list, own, own) : error_memory(wanted->err);
}

/* Resolves a base URL without its last slash, so that a path can follow. */
static bool trim_url(const struct wanted *wanted, const char *url)
{
	size_t len = strlen(url);

	if (!len || url[len - 1] != '/' || config_find_resolved(wanted->config, url))
		return true;
	while (len && url[len - 1] == '/')
		len--;
	char *own = strndup(url, len);
	return own ? store_resolved(wanted, url, own, own) : error_memory(wanted->err);
}

bool config_resolve(struct config *config, enum config_key key, struct error *err)
{
	const struct config_item *item = config_item(key);
	const struct wanted wanted = { config, item, item->name, err };
	struct json_object *value = config_find_value(config, key);
	const char *text = "";

	if (json_object_is_type(value, json_type_array))
		return resolve_list(&wanted, value);
	if (value && !resolve_text(&wanted, value, &text))
		return false;
	/* oauth.url is a whole address, and no path follows it. */
	if (key != CONFIG_API_URL && key != CONFIG_EVENTS_URL)
		return true;
	return *text ? trim_url(&wanted, text) : config_resolve(config, CONFIG_REGION, err);
}

bool config_resolve_all(
	struct config *config, const enum config_key *keys, size_t count, struct error *err)
{
	for (size_t i = 0; i < count; i++) {
		if (!config_resolve(config, keys[i], err))
			return false;
	}
	return true;
}

bool config_resolve_first(struct config *config, const enum config_key *keys, size_t count,
	enum config_key *out, struct error *err)
{
	*out = CONFIG_KEYS;
	for (size_t i = 0; i < count; i++) {
		if (!config_resolve(config, keys[i], err))
			return false;
		if (config_text(config, keys[i])) {
			*out = keys[i];
			return true;
		}
	}
	return true;
}

bool config_resolve_named(
	struct config *config, enum config_key key, const char *name, struct error *err)
{
	struct json_object *value = json_member(config_find_value(config, key), name);
	scoped(text_done) struct text what = TEXT(TEXT_ANY);
	const char *text;

	if (!config_has_name(config, key, name))
		return true;
	(void)config_add_key_name(key, name, &what);
	const struct wanted wanted = { config, config_item(key), text_string(&what), err };
	return resolve_text(&wanted, value, &text);
}

void config_end_at(struct config *config, double end)
{
	config->end = end;
}

void config_stay_offline(struct config *config)
{
	config->offline = true;
}

void config_forget_resolved(struct config *config)
{
	while (config->resolved) {
		struct resolved *next = config->resolved->next;

		free_secret(config->resolved->own);
		free(config->resolved);
		config->resolved = next;
	}
	http_free(config->datastore);
	config->datastore = NULL;
}
