/* SPDX-License-Identifier: Apache-2.0 */
#include "config_schema.h"

#include "config/keys.h"
#include "yaml/writer.h"
#include "json/json.h"

#include <stdlib.h>
#include <string.h>

static bool add_type(struct json_object *entry, enum config_type type)
{
	static const char *const names[] = {
		[CONFIG_TYPE_TEXT] = "string",
		[CONFIG_TYPE_URL] = "string",
		[CONFIG_TYPE_EMAIL] = "string",
		[CONFIG_TYPE_PROXY] = "string",
		[CONFIG_TYPE_PATH] = "string",
		[CONFIG_TYPE_SECONDS] = "number",
		[CONFIG_TYPE_COUNT] = "integer",
		[CONFIG_TYPE_FLAG] = "boolean",
		[CONFIG_TYPE_LIST] = "array",
		[CONFIG_TYPE_MAP] = "object",
	};

	return json_add_string(entry, "type", names[type]);
}

/*
 * StackStorm looks only at the top level to decide what to mask in its log and in `st2 config get`.
 * So a mapping that contains a secret is marked as secret too. StackStorm decrypts values of the
 * datastore by the marks of the members.
 */
static bool add_secret(struct json_object *entry)
{
	return json_add(entry, "secret", json_object_new_boolean(true));
}

/* Adds the type of a list's elements or of a map's members. */
static bool add_inner(struct json_object *entry, const char *name, bool secret)
{
	struct json_object *inner = json_object_new_object();

	return json_add(entry, name, inner) && json_add_string(inner, "type", "string") &&
	       (!secret || add_secret(inner));
}

static struct json_object *initial_value(const struct config_item *item)
{
	if (item->type == CONFIG_TYPE_SECONDS)
		return json_object_new_int64(strtol(item->initial, NULL, 10));
	if (item->type == CONFIG_TYPE_FLAG)
		return json_object_new_boolean(!strcmp(item->initial, "true"));
	return json_object_new_string(item->initial);
}

static bool add_item(struct json_object *mapping, const char *name, const struct config_item *item,
	bool defaults)
{
	struct json_object *entry = json_object_new_object();

	if (!json_add(mapping, name, entry) ||
		!json_add_string(entry, "description", item->description) ||
		!add_type(entry, item->type) ||
		!json_add(entry, "required", json_object_new_boolean(false)))
		return false;
	if (item->secret && !add_secret(entry))
		return false;
	if (item->type == CONFIG_TYPE_LIST)
		return add_inner(entry, "items", item->secret);
	if (item->type == CONFIG_TYPE_MAP)
		return add_inner(entry, "additionalProperties", item->secret);
	if (item->values && !json_add_strings(entry, "enum", item->values))
		return false;
	return !item->initial || !defaults || json_add(entry, "default", initial_value(item));
}

/* Adds a mapping with its members. It is secret if one of them is. */
static bool add_mapping(struct json_object *outer, const struct config_mapping *mapping)
{
	struct json_object *entry = json_object_new_object();
	struct json_object *properties = json_object_new_object();
	bool secret = false;

	if (!json_add(outer, mapping->name, entry) ||
		!json_add_string(entry, "description", mapping->description) ||
		!json_add_string(entry, "type", "object") ||
		!json_add(entry, "required", json_object_new_boolean(false)))
		return false;
	for (int key = 0; key < CONFIG_KEYS; key++)
		secret = secret || (config_in_mapping(config_item((enum config_key)key), mapping) &&
					   config_item((enum config_key)key)->secret);
	if ((secret && !add_secret(entry)) ||
		!json_add(entry, "additionalProperties", json_object_new_boolean(false)) ||
		!json_add(entry, "properties", properties))
		return false;
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);

		if (config_in_mapping(item, mapping) &&
			!add_item(properties, item->name + strlen(mapping->name) + 1, item, false))
			return false;
	}
	return true;
}

/*
 * Adds all keys to a mapping. The keys of an account have no defaults here: a missing one is taken
 * from the top level or from the program. Some keys exist only at the top level.
 */
static bool add_items(struct json_object *outer, bool defaults)
{
	for (int key = 0; key < CONFIG_KEYS; key++) {
		const struct config_item *item = config_item((enum config_key)key);

		if (!strchr(item->name, '.') && !add_item(outer, item->name, item, defaults))
			return false;
	}
	for (const struct config_mapping *inner = config_mappings; inner->name; inner++) {
		if ((defaults || !inner->host_alone) && !add_mapping(outer, inner))
			return false;
	}
	return true;
}

static bool add_accounts(struct json_object *schema)
{
	struct json_object *accounts = json_object_new_object();
	struct json_object *account = json_object_new_object();
	struct json_object *properties = json_object_new_object();

	return json_add(schema, "accounts", accounts) &&
	       json_add_string(accounts, "description",
		       "Further PagerDuty accounts by name, each with the keys of the top level; "
		       "an action takes the name as account.") &&
	       json_add_string(accounts, "type", "object") &&
	       json_add(accounts, "required", json_object_new_boolean(false)) &&
	       add_secret(accounts) && json_add(accounts, "additionalProperties", account) &&
	       json_add_string(account, "type", "object") &&
	       json_add(account, "additionalProperties", json_object_new_boolean(false)) &&
	       json_add(account, "properties", properties) && add_items(properties, false);
}

bool config_schema_write(struct text *out)
{
	scoped(json_put_at) struct json_object *schema = json_object_new_object();

	return add_items(schema, true) && add_accounts(schema) && yaml_write(out, schema);
}
