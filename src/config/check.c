/* SPDX-License-Identifier: Apache-2.0 */
#include "config/check.h"

#include "base/nearest.h"
#include "base/number.h"
#include "base/shown.h"
#include "base/text.h"
#include "config/expression.h"
#include "config/keys.h"
#include "config/quote.h"
#include "yaml/reader.h"
#include "json/json.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { NAME_SHOWN = 60 }; /* characters of a name that a sentence quotes */

struct check {
	const struct config_source *source;
	const char *account; /* the account whose keys are checked; NULL: the top level */
	struct error *err;
};

/*
 * Adds a problem of a value or its key. harmless says that neither is a secret if it stands at the
 * right place, so that quote.c decides whether the line may be shown.
 */
static void add_problem(const struct check *check, struct json_object *value, bool of_key,
	bool harmless, const char *sentence)
{
	const struct yaml_place *place = yaml_place(value);
	scoped(text_done) struct text quote = TEXT(ERROR_TEXT);

	if (!place) {
		error_add_problem(check->err, "%s: %s", check->source->name, sentence);
		return;
	}
	unsigned line = of_key && place->key_line ? place->key_line : place->line;
	unsigned column = of_key && place->key_line ? place->key_column : place->column;
	if (harmless)
		config_quote(check->source->text, line, column, true, &quote);
	error_add_problem(check->err, "%s:%u:%u: %s%s", check->source->name, line, column, sentence,
		text_string(&quote));
}

/* Adds the account for sentences: "accounts.emea.". */
static void add_account(const struct check *check, struct text *out)
{
	if (!check->account)
		return;
	(void)text_add(out, "accounts.");
	(void)shown_add_name(check->account, NAME_SHOWN, out);
	(void)text_add(out, ".");
}

static void add_sentence(const struct check *check, struct json_object *value, bool harmless,
	const char *name, const char *what)
{
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);

	add_account(check, &sentence);
	(void)text_addf(&sentence, "%s %s", name, what);
	add_problem(check, value, false, harmless, text_string(&sentence));
}

/* name may be shown: "timeout", "users.ana". */
static void add_value_problem(const struct check *check, struct json_object *value,
	const struct config_item *item, const char *name, const char *what)
{
	add_sentence(check, value, !item->secret, name, what);
}

/* The same for a value of a wrong type. It may be anything, so its line is never shown. */
static void add_type_problem(
	const struct check *check, struct json_object *value, const char *name, const char *what)
{
	add_sentence(check, value, false, name, what);
}

bool config_is_set(struct json_object *value)
{
	return value && !yaml_is_null(value) &&
	       !(json_object_is_type(value, json_type_string) &&
		       !json_object_get_string_len(value));
}

/* Reads a boolean word of YAML 1.1, like StackStorm's own reader. Returns -1 for any other text. */
static int flag_of(struct json_object *value)
{
	static const char *const yes[] = { "true", "yes", "on" }, *const no[] = { "false", "no",
		"off" };
	const struct yaml_place *place = yaml_place(value);

	if (json_object_is_type(value, json_type_boolean))
		return json_object_get_boolean(value);
	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return -1;
	for (size_t i = 0; i < COUNT(yes); i++) {
		if (!strcasecmp(json_object_get_string(value), yes[i]))
			return 1;
		if (!strcasecmp(json_object_get_string(value), no[i]))
			return 0;
	}
	return -1;
}

/* Reads a number. Returns NaN if the value is not a number. */
static double seconds_of(struct json_object *value)
{
	const struct yaml_place *place = yaml_place(value);
	char *end;

	if (json_is_number(value))
		return json_object_get_double(value);
	if (!place || !place->plain || !json_object_is_type(value, json_type_string))
		return NAN;
	double seconds = strtod(json_object_get_string(value), &end);
	return *end || end == json_object_get_string(value) ? NAN : seconds;
}

bool config_read_flag(struct json_object *value)
{
	return flag_of(value) == 1;
}

double config_read_seconds(struct json_object *value)
{
	return seconds_of(value);
}

static bool is_scalar(struct json_object *value)
{
	return !json_object_is_type(value, json_type_array) &&
	       !json_object_is_type(value, json_type_object);
}

/* name is the value's name for sentences: the key's name, or "users.ana". */
static void check_text(const struct check *check, struct json_object *value,
	const struct config_item *item, const char *name)
{
	struct datastore_name expression;
	bool unknown = false;

	if (!json_object_is_type(value, json_type_string)) {
		scoped(text_done) struct text what = TEXT(ERROR_TEXT);

		(void)text_addf(&what, "must be a text, not %s%s", json_type_words(value),
			is_scalar(value) ? "; put it in quotes" : "");
		add_type_problem(check, value, name, text_string(&what));
		return;
	}
	const char *text = json_object_get_string(value);
	/* The value of an expression is checked later, when it is looked up. */
	if (datastore_expression(text, &expression, &unknown))
		return;
	if (unknown)
		add_value_problem(check, value, item, name,
			"is an expression that this program does not know: write {{st2kv.system.NAME}} or {{st2kv.user.NAME}}");
	else if (config_text_problem(item, text))
		add_value_problem(check, value, item, name, config_text_problem(item, text));
}

static void check_list(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	if (json_object_is_type(value, json_type_string)) {
		check_text(check, value, item, item->name);
		return;
	}
	if (!json_object_is_type(value, json_type_array)) {
		add_type_problem(check, value, item->name, "must be a list of texts");
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++)
		check_text(check, json_object_array_get_idx(value, i), item, item->name);
}

static void check_map(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	if (!json_object_is_type(value, json_type_object)) {
		add_type_problem(check, value, item->name, "must map names to texts");
		return;
	}
	json_object_object_foreach(value, name, member)
	{
		scoped(text_done) struct text subject = TEXT(ERROR_TEXT);

		if (item->secret && config_looks_like_key(name)) {
			add_value_problem(check, value, item, item->name,
				"has a key where a name belongs: write NAME: KEY");
			continue;
		}
		(void)text_addf(&subject, "%s.", item->name);
		(void)shown_add_name(name, NAME_SHOWN, &subject);
		if (config_is_set(member))
			check_text(check, member, item, text_string(&subject));
	}
}

static void check_seconds(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	double seconds = seconds_of(value);
	scoped(text_done) struct text what = TEXT(ERROR_TEXT);

	/* A timeout of 0 would allow no try. */
	if (seconds > 0 ? seconds <= item->most : seconds >= 0 && item->zero)
		return;
	(void)text_addf(&what, "must be a number of seconds%s, at most %.0f",
		item->zero ? "" : " above 0", item->most);
	add_value_problem(check, value, item, item->name, text_string(&what));
}

static void check_count(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	double count = seconds_of(value);
	scoped(text_done) struct text what = TEXT(ERROR_TEXT);

	if (count >= 1 && count <= item->most && number_is_whole(count))
		return;
	(void)text_addf(&what, "must be a whole number, 1 to %.0f", item->most);
	add_value_problem(check, value, item, item->name, text_string(&what));
}

static void check_value(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	switch (item->type) {
	case CONFIG_TYPE_TEXT:
	case CONFIG_TYPE_URL:
	case CONFIG_TYPE_EMAIL:
	case CONFIG_TYPE_PROXY:
	case CONFIG_TYPE_PATH:
		check_text(check, value, item, item->name);
		break;
	case CONFIG_TYPE_SECONDS:
		check_seconds(check, value, item);
		break;
	case CONFIG_TYPE_COUNT:
		check_count(check, value, item);
		break;
	case CONFIG_TYPE_FLAG:
		if (flag_of(value) < 0)
			add_value_problem(check, value, item, item->name, "must be true or false");
		break;
	case CONFIG_TYPE_LIST:
		check_list(check, value, item);
		break;
	case CONFIG_TYPE_MAP:
		check_map(check, value, item);
		break;
	}
}

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
		add_problem(check, value, true, false,
			"there is no such key, and it has no value: a blank must follow the colon behind the name of a key");
		return;
	}
	(void)text_add(&sentence, "there is no key \"");
	add_account(check, &sentence);
	(void)shown_add_name(name, 2 * NAME_SHOWN, &sentence);
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
	add_problem(check, value, true, key < CONFIG_KEYS && !config_key_secret(key),
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
		add_account(check, &words);
		(void)text_addf(&words, "%s belongs to the top level: all accounts share one %s",
			mapping->name, mapping->name);
		add_problem(check, value, true, true, text_string(&words));
		return;
	}
	if (json_object_is_type(value, json_type_object)) {
		(void)text_addf(&words, "%s.", mapping->name);
		check_members(check, value, text_string(&words));
		return;
	}
	(void)text_addf(&words, "must be a mapping, with %s and so on", mapping->member);
	add_type_problem(check, value, mapping->name, text_string(&words));
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
		add_problem(check, accounts, false, false, "accounts must map names to accounts");
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
		(void)text_add(&sentence, "accounts.");
		(void)shown_add_name(name, NAME_SHOWN, &sentence);
		(void)text_add(&sentence, " must be a mapping, with api_key and so on");
		add_problem(check, account, false, false, text_string(&sentence));
	}
}

bool config_check(struct json_object *root, const struct config_source *source, struct error *err)
{
	const struct check check = { source, NULL, err };

	if (!json_object_is_type(root, json_type_object))
		add_problem(&check, root, false, false,
			"the configuration must be a mapping, with api_key and so on");
	else
		check_members(&check, root, "");
	check_accounts(&check, json_member(root, "accounts"));
	return error_conclude(err, ERROR_CONFIG);
}
