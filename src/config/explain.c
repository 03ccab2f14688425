/* SPDX-License-Identifier: Apache-2.0 */
#include "config/explain.h"

#include "base/shown.h"
#include "config/account_name.h"
#include "config/contents.h"
#include "config/expression.h"
#include "json/json.h"

/* Returns whether a mapping has a member of that name that is null. */
static bool is_null(struct json_object *mapping, const char *name)
{
	struct json_object *value = NULL;

	return json_object_is_type(mapping, json_type_object) &&
	       json_object_object_get_ex(mapping, name, &value) && !value;
}

static bool is_empty(struct json_object *value)
{
	return json_object_is_type(value, json_type_string) && !json_object_get_string_len(value);
}

/* Adds the name of a value: "accounts.emea.users.ana". account and name may be NULL. */
static void add_subject(
	const struct config_item *item, const char *account, const char *name, struct text *out)
{
	account_name_add_prefix(account, SHOWN_WHOLE, out);
	(void)text_add(out, item->name);
	if (name) {
		(void)text_add(out, ".");
		(void)shown_add_name(name, SHOWN_WHOLE, out);
	}
}

/*
 * Returns whether a value is in StackStorm's datastore and was found to be empty there, and if so,
 * its key. Of a list, the first such element counts.
 */
static bool is_stored_empty(
	const struct config *config, struct json_object *value, struct datastore_name *out)
{
	const char *text = value ? config_find_resolved(config, value) : NULL;
	bool unknown;

	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (is_stored_empty(config, json_object_array_get_idx(value, i), out))
				return true;
		}
		return false;
	}
	return text && !*text && json_object_is_type(value, json_type_string) &&
	       datastore_expression(json_object_get_string(value), out, &unknown);
}

/* Adds why a value that is written in the configuration is missing. Adds nothing if it is not. */
static void find_reason(const struct config *config, const struct config_item *item,
	struct json_object *mapping, const char *member, struct text *out)
{
	struct json_object *value = json_member(mapping, member);
	struct datastore_name stored;

	if (is_stored_empty(config, value, &stored)) {
		const char *scope = datastore_scope(&stored);

		(void)text_addf(out,
			"the datastore's key %.*s in scope %s is empty: st2 key set %.*s VALUE --scope %s --encrypt",
			stored.name_len, stored.name, scope, stored.name_len, stored.name, scope);
	} else if (config->passed && is_null(mapping, member)) {
		(void)text_add(out, "what it names is not in StackStorm's datastore");
	} else if (config->passed && item->secret && is_empty(value)) {
		/* StackStorm does not tell which key of its datastore it was. */
		(void)text_add(
			out, "it is empty, or what it names in StackStorm's datastore is empty");
	}
}

bool config_explain_missing(
	const struct config *config, enum config_key key, const char *name, struct error *err)
{
	const struct config_item *item = config_item(key);
	struct json_object *mapping = config->account ? config->account : config->root;
	const char *member, *account = item->host_wide ? NULL : config->account_name;
	scoped(text_done) struct text reason = TEXT(ERROR_TEXT);
	scoped(text_done) struct text subject = TEXT(ERROR_TEXT);

	if (name) {
		mapping = config_find_value(config, key);
		member = name;
	} else {
		member = config_step_in(&mapping, item);
	}
	find_reason(config, item, mapping, member, &reason);
	if (!reason.len)
		return false;
	add_subject(item, account, name, &subject);
	(void)error_set(err, ERROR_CONFIG, 0, "%s of %s has no value: %s", text_string(&subject),
		config->source, text_string(&reason));
	return true;
}

const char *config_place(const struct config *config)
{
	return config->place ? config->place : config->source;
}

bool config_add_origin(
	const struct config *config, enum config_key key, const char *name, struct text *out)
{
	const struct config_item *item = config_item(key);
	struct json_object *whole = config_find_value(config, key);
	struct json_object *value = name ? json_member(whole, name) : whole;
	const char *account = item->host_wide ? NULL : config->account_name;
	struct datastore_name stored;
	bool unknown;

	add_subject(item, account, name, out);
	(void)text_addf(out, " of %s", config->source);
	if (json_object_is_type(value, json_type_string) &&
		datastore_expression(json_object_get_string(value), &stored, &unknown))
		(void)text_addf(
			out, ", key %.*s of StackStorm's datastore", stored.name_len, stored.name);
	return !out->failed;
}

void config_join_names(struct json_object *map, struct text *out)
{
	int left = map ? json_object_object_length(map) : 0;

	if (!map)
		return;
	json_object_object_foreach(map, name, value)
	{
		(void)value;
		left--;
		(void)shown_add_name(name, SHOWN_WHOLE, out);
		(void)text_add(out, left > 1 ? ", " : left ? " and " : "");
	}
}

void config_add_names(const struct config *config, enum config_key key, struct text *out)
{
	config_join_names(config_find_value(config, key), out);
}
