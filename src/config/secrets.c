/* SPDX-License-Identifier: Apache-2.0 */
#include "config/secrets.h"

#include "base/redact.h"
#include "config/keys.h"
#include "json/json.h"

#include <string.h>

/* A search for secrets in a text. */
struct look {
	const char *text;
	struct text *out_key;
};

/*
 * name is the name in the table of keys, "" for a whole account. where is the name for sentences.
 * The recursion is as deep as the file.
 */
static bool is_held(
	const struct look *look, struct json_object *value, const char *name, const char *where);

static bool is_secret(const char *name)
{
	enum config_key key = config_find_key(name);

	return key < CONFIG_KEYS && config_key_secret(key);
}

static bool is_held_text(
	const struct look *look, const char *secret, const char *name, const char *where)
{
	bool proxy = config_find_key(name) == CONFIG_PROXY;

	if (strlen(secret) < CONFIG_SECRET_LEAST || strstr(secret, "{{") ||
		(proxy && !strchr(secret, '@')) || !strstr(look->text, secret))
		return false;
	(void)text_add(look->out_key, where);
	/* The place of the text, which a sentence contains, may contain the secret too. */
	if (!redact_remember(secret))
		look->out_key->failed = true;
	return true;
}

static bool is_held_member(const struct look *look, struct json_object *value, const char *name,
	const char *where, const char *member)
{
	scoped(text_done) struct text inner = TEXT(TEXT_ANY);
	scoped(text_done) struct text place = TEXT(TEXT_ANY);
	bool account = !strcmp(where, "accounts");

	/* Everything below a key of the table belongs to that key's value. */
	if (config_find_key(name) < CONFIG_KEYS)
		(void)text_add(&inner, name);
	else if (!account)
		(void)text_addf(&inner, "%s%s%s", name, *name ? "." : "", member);
	(void)text_addf(&place, "%s%s%s", where, *where ? "." : "", member);
	return is_held(look, value, text_string(&inner), text_string(&place));
}

static bool is_held(
	const struct look *look, struct json_object *value, const char *name, const char *where)
{
	if (json_object_is_type(value, json_type_string))
		return is_secret(name) &&
		       is_held_text(look, json_object_get_string(value), name, where);
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (is_held(look, json_object_array_get_idx(value, i), name, where))
				return true;
		}
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, member, inner)
		{
			if (is_held_member(look, inner, name, where, member))
				return true;
		}
	}
	return false;
}

bool config_holds_secret(struct config *config, const char *text, struct text *out_key)
{
	return is_held(&(struct look){ text, out_key }, config_tree(config), "", "");
}
