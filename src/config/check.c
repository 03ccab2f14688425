/* SPDX-License-Identifier: Apache-2.0 */
#include "config/check.h"

#include "base/nearest.h"
#include "base/shown.h"
#include "config/account_name.h"
#include "config/check_value.h"
#include "config/scalar.h"
#include "yaml/reader.h"
#include "json/json.h"

#include <string.h>

/* The text of a value; "" if it has none. */
static const char *text_of(struct json_object *value)
{
	const char *text = value ? json_object_get_string(value) : NULL;

	return text ? text : "";
}

static void refuse_unknown(
	const struct check *check, struct json_object *value, const char *name, bool top)
{
	const char *names[CONFIG_KEYS + CONFIG_MAPPINGS + 2];
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);
	size_t count = 0;

	while (count < CONFIG_KEYS) {
		names[count] = config_key_name((enum config_key)count);
		count++;
	}
	for (const struct config_mapping *inner = config_mappings; inner->name; inner++)
		names[count++] = inner->name;
	names[count++] = top ? "accounts" : NULL;
	names[count] = NULL;
	const char *near = nearest(name, names);
	/*
	 * Without the blank behind a colon, the name of a key holds its value, which may be a
	 * secret.
	 */
	if (!near && !*text_of(value)) {
		check_add_problem(check, value, true, false,
			"there is no such key, and it has no value: a blank must follow the colon behind the name of a key");
		return;
	}
	(void)text_add(&sentence, "there is no key \"");
	check_add_account(check, &sentence);
	(void)shown_add_name(name, 2 * CHECK_NAME_SHOWN, &sentence);
	if (near && !strcmp(near, name))
		(void)text_addf(&sentence, "\": write %s as a member of %.*s",
			strchr(name, '.') + 1, (int)strcspn(name, "."), name);
	else
		(void)text_addf(&sentence, "\"%s%s%s", near ? "; did you mean " : "",
			near ? near : "", near ? "?" : "");
	/*
	 * An unknown name may be a misspelt api_key, and its value the key: the line is shown only
	 * if the nearest known name is no secret.
	 */
	enum config_key key = near ? config_find_key(near) : CONFIG_KEYS;
	check_add_problem(check, value, true, key < CONFIG_KEYS && !config_key_secret(key),
		text_string(&sentence));
}

static void check_members(
	const struct check *check, struct json_object *mapping, const char *prefix);

static void check_mapping(
	const struct check *check, struct json_object *value, const struct config_mapping *mapping)
{
	scoped(text_done) struct text words = TEXT(ERROR_TEXT);

	if (!config_is_set(value))
		return;
	if (check->account && mapping->host_alone) {
		check_add_account(check, &words);
		(void)text_addf(&words, "%s belongs to the top level: all accounts share one %s",
			mapping->name, mapping->name);
		check_add_problem(check, value, true, true, text_string(&words));
		return;
	}
	if (json_object_is_type(value, json_type_object)) {
		(void)text_addf(&words, "%s.", mapping->name);
		check_members(check, value, text_string(&words));
		return;
	}
	(void)text_addf(&words, "must be a mapping, with %s and so on", mapping->member);
	check_add_type_problem(check, value, mapping->name, text_string(&words));
}

/* Returns whether these are the members of the top level, where alone accounts are allowed. */
static bool is_top(const struct check *check, const char *prefix)
{
	return !check->account && !*prefix;
}

/* Checks the members of a mapping. prefix is that of their names in the table: "" or "oauth.". */
static void check_members(
	const struct check *check, struct json_object *mapping, const char *prefix)
{
	json_object_object_foreach(mapping, name, value)
	{
		scoped(text_done) struct text full = TEXT(ERROR_TEXT);

		if (is_top(check, prefix) && !strcmp(name, "accounts"))
			continue;
		const struct config_mapping *inner = *prefix ? NULL : config_find_mapping(name);

		if (inner) {
			check_mapping(check, value, inner);
			continue;
		}
		(void)text_addf(&full, "%s%s", prefix, name);
		enum config_key key = config_find_key(text_string(&full));
		/* "oauth.url" is a name in the table, not in a file. */
		if (key == CONFIG_KEYS || strchr(name, '.'))
			refuse_unknown(check, value, text_string(&full), is_top(check, prefix));
		else if (config_is_set(value))
			check_value(check, value, config_item(key));
	}
}

static void check_accounts(const struct check *check, struct json_object *accounts)
{
	if (!config_is_set(accounts))
		return;
	if (!json_object_is_type(accounts, json_type_object)) {
		check_add_problem(
			check, accounts, false, false, "accounts must map names to accounts");
		return;
	}
	json_object_object_foreach(accounts, name, account)
	{
		scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);

		if (json_object_is_type(account, json_type_object)) {
			struct check inner = { check->source, name, check->err };

			check_members(&inner, account, "");
			continue;
		}
		account_name_add(name, CHECK_NAME_SHOWN, &sentence);
		(void)text_add(&sentence, " must be a mapping, with api_key and so on");
		check_add_problem(check, account, false, false, text_string(&sentence));
	}
}

bool config_check(struct json_object *root, const struct config_source *source, struct error *err)
{
	const struct check check = { source, NULL, err };

	if (!json_object_is_type(root, json_type_object))
		check_add_problem(&check, root, false, false,
			"the configuration must be a mapping, with api_key and so on");
	else
		check_members(&check, root, "");
	check_accounts(&check, json_member(root, "accounts"));
	return error_conclude(err, ERROR_CONFIG);
}
