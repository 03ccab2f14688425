/* SPDX-License-Identifier: Apache-2.0 */
#include "config/secrets.h"

#include "base/percent.h"
#include "base/shown.h"
#include "config/keys.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

static bool is_secret(const char *name, const char *value)
{
	enum config_key key = config_find_key(name);

	return key < CONFIG_KEYS && config_key_secret(key) &&
	       strlen(value) >= CONFIG_SECRET_LEAST && !strstr(value, "{{") &&
	       (key != CONFIG_PROXY || strchr(value, '@'));
}

static bool add_secret(struct config_secrets *secrets, const char *value, const char *key)
{
	struct config_secret *all =
		reallocarray(secrets->all, secrets->count + 1, sizeof(*secrets->all));

	if (!all)
		return false;
	secrets->all = all;
	struct config_secret *secret = &secrets->all[secrets->count++];
	*secret = (struct config_secret){ .value = value, .key = strdup(key) };
	return secret->key != NULL;
}

static bool gather_secrets(struct config_secrets *secrets, struct json_object *value,
	const char *name, const char *where);

static bool gather_member(struct config_secrets *secrets, struct json_object *value,
	const char *name, const char *where, const char *member)
{
	scoped(text_done) struct text inner = TEXT(TEXT_ANY);
	scoped(text_done) struct text place = TEXT(TEXT_ANY);
	bool account = !strcmp(where, "accounts");

	/* Everything below a key of the table belongs to that key's value. */
	if (config_find_key(name) < CONFIG_KEYS)
		(void)text_add(&inner, name);
	else if (!account)
		(void)text_addf(&inner, "%s%s%s", name, *name ? "." : "", member);
	(void)text_addf(&place, "%s%s", where, *where ? "." : "");
	(void)shown_add_name(member, SHOWN_WHOLE, &place);
	return !inner.failed && !place.failed &&
	       gather_secrets(secrets, value, text_string(&inner), text_string(&place));
}

/*
 * Adds the secrets in a value. name is the name of its key in the table of keys, "" for a whole
 * account. where is its name for people, such as "accounts.emea.api_key". The recursion is as deep
 * as the file, whose depth was checked. Returns false if memory runs out.
 */
static bool gather_secrets(struct config_secrets *secrets, struct json_object *value,
	const char *name, const char *where)
{
	if (json_object_is_type(value, json_type_string)) {
		const char *text = json_object_get_string(value);

		return !is_secret(name, text) || add_secret(secrets, text, where);
	}
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (!gather_secrets(
				    secrets, json_object_array_get_idx(value, i), name, where))
				return false;
		}
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, member, inner)
		{
			if (!gather_member(secrets, inner, name, where, member))
				return false;
		}
	}
	return true;
}

bool config_secrets_gather(struct config *config, struct config_secrets *out)
{
	*out = (struct config_secrets){ 0 };
	return gather_secrets(out, config_tree(config), "", "");
}

const struct config_secret *config_secrets_find(
	const struct config_secrets *secrets, const char *text)
{
	for (size_t i = 0; i < secrets->count; i++) {
		const struct config_secret *secret = &secrets->all[i];
		const char *end;

		if (percent_find(text, secret->value, &end))
			return secret;
	}
	return NULL;
}

void config_secrets_done(struct config_secrets *secrets)
{
	for (size_t i = 0; i < secrets->count; i++)
		free(secrets->all[i].key);
	free(secrets->all);
	*secrets = (struct config_secrets){ 0 };
}
