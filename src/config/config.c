/* SPDX-License-Identifier: Apache-2.0 */
#include "config/config.h"

#include "base/shown.h"
#include "config/account_name.h"
#include "config/contents.h"
#include "config/explain.h"
#include "config/find.h"
#include "config/scalar.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

void config_free(struct config *config)
{
	if (!config)
		return;
	config_forget_resolved(config);
	json_wipe(config->root);
	json_object_put(config->root);
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

/* account is NULL for the top level. */
static bool set_place(struct config *config, const char *account, struct error *err)
{
	struct text place = TEXT(TEXT_ANY);

	if (account) {
		account_name_add(account, SHOWN_WHOLE, &place);
		(void)text_add(&place, " of ");
	}
	(void)text_add(&place, config->passed ? CONFIG_FILE : config->source);
	if (config->passed)
		(void)text_add(&place, ", then: st2ctl reload --register-configs");
	free(config->place);
	/* config_free() frees it. */
	config->place = place.data;
	return !place.failed || error_memory(err);
}

/* Fails, and lists the accounts. accounts are those of the configuration, NULL if it has none. */
static void refuse_account(
	struct json_object *accounts, const char *account, const char *source, struct error *err)
{
	scoped(text_done) struct text names = TEXT(TEXT_ANY);

	config_join_names(accounts, &names);
	(void)error_set(err, ERROR_CONFIG, 0, "\"%s\" is not among the accounts of %s%s%s", account,
		source, names.len ? ": they are " : ", which has none", text_string(&names));
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
	refuse_account(config_is_set(accounts) ? accounts : NULL, account, config->source, err);
	return false;
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

const char *config_account_used(const struct config *config)
{
	return config->account_name;
}

struct json_object *config_tree(struct config *config)
{
	return config->root;
}

const char *config_source(const struct config *config)
{
	return config->source;
}
