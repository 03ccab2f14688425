/* SPDX-License-Identifier: Apache-2.0 */
#include "config/shared.h"

#include "base/shown.h"
#include "config/account_name.h"
#include "config/contents.h"
#include "json/json.h"

#include <string.h>

/* The secrets of the top level, or of an account. */
static struct json_object *secrets_of(const struct config *config, struct json_object *account)
{
	struct config other = *config;

	other.account = account;
	return config_find_value(&other, CONFIG_WEBHOOK_SECRETS);
}

/* Returns a secret by its index, NULL after the last. *out is its text, "" if it has none. */
static struct json_object *next_secret(
	const struct config *config, struct json_object *list, size_t index, const char **out)
{
	struct json_object *value = list;

	if (json_object_is_type(list, json_type_array))
		value = json_object_array_get_idx(list, index);
	else if (index)
		return NULL;
	const char *text = value ? config_find_resolved(config, value) : NULL;
	if (!text && json_object_is_type(value, json_type_string))
		text = json_object_get_string(value);
	*out = text ? text : "";
	return value;
}

static bool has_secret(const struct config *config, struct json_object *account, const char *secret)
{
	struct json_object *list = secrets_of(config, account);
	const char *text;

	for (size_t i = 0; next_secret(config, list, i, &text); i++) {
		if (!strcmp(text, secret))
			return true;
	}
	return false;
}

/* Returns the name of the first account that has a secret, NULL for the top level. */
static const char *first_owner(const struct config *config, const char *secret)
{
	if (has_secret(config, NULL, secret))
		return NULL;
	json_object_object_foreach(json_member(config->root, "accounts"), name, account)
	{
		if (has_secret(config, account, secret))
			return name;
	}
	return NULL;
}

static bool refuse(
	const struct config *config, const char *first, const char *second, struct error *err)
{
	scoped(text_done) struct text names = TEXT(ERROR_TEXT);
	const char *key = config_key_name(CONFIG_WEBHOOK_SECRETS);

	account_name_add_prefix(first, SHOWN_WHOLE, &names);
	(void)text_addf(&names, "%s and ", key);
	account_name_add_prefix(second, SHOWN_WHOLE, &names);
	(void)text_add(&names, key);
	return error_set(err, ERROR_CONFIG, 0,
		"%s of %s have a secret in common, so that nobody can tell whose event it signs: give each account a secret of its own",
		text_string(&names), config->source);
}

bool config_check_shared(const struct config *config, struct error *err)
{
	struct json_object *accounts = json_member(config->root, "accounts");
	const char *text;

	if (!json_object_is_type(accounts, json_type_object))
		return true;
	json_object_object_foreach(accounts, name, account)
	{
		struct json_object *list = secrets_of(config, account);

		for (size_t i = 0; next_secret(config, list, i, &text); i++) {
			const char *owner = *text ? first_owner(config, text) : name;

			if (owner != name)
				return refuse(config, owner, name, err);
		}
	}
	return true;
}
