/* SPDX-License-Identifier: Apache-2.0 */
#include "config_check.h"

#include "config_keys.h"
#include "datastore.h"
#include "json.h"
#include "nearest.h"
#include "text.h"
#include "utf8.h"
#include "yaml_reader.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum {
	LINE_SHOWN = 100,
	NAME_SHOWN = 60
}; /* bytes of a line, characters of a name, that a sentence quotes */

struct check {
	const struct config_source *source;
	struct error *err;
};

/* Whether a line may hold a secret: it names a key of the table that is one, or something that sounds like one. */
static bool may_hold_secret(const char *line, size_t len)
{
	static const char *const words[] = { "key", "token", "secret", "password", "proxy", "://" };

	for (size_t i = 0; i < COUNT(words); i++) {
		if (memmem(line, len, words[i], strlen(words[i])))
			return true;
	}
	return false;
}

static const char *find_line(const char *text, unsigned number)
{
	while (text && --number) {
		text = strchr(text, '\n');
		text = text ? text + 1 : NULL;
	}
	return text;
}

/* Adds the line of a place, a ^ in it, unless it is secret. */
static void quote_line(
	const struct check *check, unsigned number, unsigned column, struct text *out)
{
	const char *line = find_line(check->source->text, number);
	size_t len = line ? strcspn(line, "\r\n") : 0;

	if (!len || column > len || may_hold_secret(line, len))
		return;
	size_t shown = utf8_cut(line, len, LINE_SHOWN);
	size_t before = column - 1 < shown ? column - 1 : shown;
	(void)text_addf(
		out, ": \"%.*s^%.*s\"", (int)before, line, (int)(shown - before), line + before);
}

/* Adds a problem of a value, or of its key. secret: no part of it may be shown. */
static void add_problem(const struct check *check, struct json_object *value, bool of_key,
	bool secret, const char *sentence)
{
	const struct yaml_place *place = yaml_place(value);
	scoped(text_done) struct text quote = TEXT(ERROR_TEXT);

	if (!place) {
		error_add_problem(check->err, "%s: %s", check->source->name, sentence);
		return;
	}
	unsigned line = of_key && place->key_line ? place->key_line : place->line;
	unsigned column = of_key && place->key_line ? place->key_column : place->column;
	if (!secret)
		quote_line(check, line, column, &quote);
	error_add_problem(check->err, "%s:%u:%u: %s%s", check->source->name, line, column, sentence,
		text_string(&quote));
}

static void add_value_problem(const struct check *check, struct json_object *value,
	const struct config_item *item, const char *name, const char *what)
{
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);

	(void)text_addf(&sentence, "%s %s", name, what);
	add_problem(check, value, false, item->secret, text_string(&sentence));
}

bool config_is_set(struct json_object *value)
{
	return value && !yaml_is_null(value);
}

/* YAML 1.1's words, which StackStorm's own reader takes: -1 for none of them. */
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

/* NaN when the value is no number. */
static double seconds_of(struct json_object *value)
{
	const struct yaml_place *place = yaml_place(value);
	char *end;

	if (json_object_is_type(value, json_type_int) ||
		json_object_is_type(value, json_type_double))
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

/* name is how the sentence calls the value: the key's name, or "users.ana". */
static void check_text(const struct check *check, struct json_object *value,
	const struct config_item *item, const char *name)
{
	struct datastore_name expression;
	bool unknown = false;

	if (!json_object_is_type(value, json_type_string)) {
		scoped(text_done) struct text what = TEXT(ERROR_TEXT);

		(void)text_addf(&what, "must be a text, not %s", json_type_words(value));
		add_value_problem(check, value, item, name, text_string(&what));
		return;
	}
	const char *text = json_object_get_string(value);
	/* What a dynamic value turns out to be is checked when it is looked up. */
	if (datastore_expression(text, &expression, &unknown))
		return;
	if (unknown)
		add_value_problem(check, value, item, name,
			"is a dynamic value that is not known here: write {{st2kv.system.NAME}} or "
			"{{st2kv.user.NAME}}");
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
		add_value_problem(check, value, item, item->name, "must be a list of texts");
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++)
		check_text(check, json_object_array_get_idx(value, i), item, item->name);
}

static void check_map(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	if (!json_object_is_type(value, json_type_object)) {
		add_value_problem(check, value, item, item->name, "must map names to texts");
		return;
	}
	json_object_object_foreach(value, name, member)
	{
		scoped(text_done) struct text subject = TEXT(ERROR_TEXT);

		(void)text_addf(&subject, "%s.%.*s", item->name,
			(int)utf8_cut_characters(name, strlen(name), NAME_SHOWN), name);
		if (config_is_set(member))
			check_text(check, member, item, text_string(&subject));
	}
}

static void check_seconds(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	double seconds = seconds_of(value);
	scoped(text_done) struct text what = TEXT(ERROR_TEXT);

	/* A timeout of nothing would be no try at all. */
	if (seconds > 0 ? seconds <= item->most
			: seconds >= 0 && !strcmp(item->name, "max_retry_time"))
		return;
	(void)text_addf(&what, "must be a number of seconds, at most %.0f", item->most);
	add_value_problem(check, value, item, item->name, text_string(&what));
}

static void check_value(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	switch (item->type) {
	case CONFIG_TYPE_TEXT:
	case CONFIG_TYPE_URL:
	case CONFIG_TYPE_EMAIL:
		check_text(check, value, item, item->name);
		break;
	case CONFIG_TYPE_SECONDS:
		check_seconds(check, value, item);
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

static void refuse_unknown(
	const struct check *check, struct json_object *value, const char *name, bool top)
{
	const char *names[CONFIG_KEYS + 2];
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);
	size_t count = 0;

	while (count < CONFIG_KEYS) {
		names[count] = config_key_name((enum config_key)count);
		count++;
	}
	names[count++] = top ? "accounts" : NULL;
	names[count] = NULL;
	const char *near = nearest(name, names);
	(void)text_addf(&sentence, "there is no key \"%.*s\"%s%s%s",
		(int)utf8_cut_characters(name, strlen(name), NAME_SHOWN), name,
		near ? "; did you mean " : "", near ? near : "", near ? "?" : "");
	add_problem(check, value, true, false, text_string(&sentence));
}

/* Checks the members of a mapping. prefix: of their names in the table, "" or "oauth.". */
static void check_members(
	const struct check *check, struct json_object *mapping, const char *prefix, bool top)
{
	json_object_object_foreach(mapping, name, value)
	{
		scoped(text_done) struct text full = TEXT(ERROR_TEXT);

		if (top && !strcmp(name, "accounts"))
			continue;
		if (!*prefix && !strcmp(name, "oauth") && config_is_set(value)) {
			if (json_object_is_type(value, json_type_object))
				check_members(check, value, "oauth.", false);
			else
				add_problem(check, value, false, true,
					"oauth must be a mapping, with client_id and so on");
			continue;
		}
		(void)text_addf(&full, "%s%s", prefix, name);
		enum config_key key = *prefix || strcmp(name, "oauth") != 0
					      ? config_find_key(text_string(&full))
					      : CONFIG_OAUTH_URL;
		/* "oauth.url" is a name in the table, not in a file. */
		if (key == CONFIG_KEYS || strchr(name, '.'))
			refuse_unknown(check, value, text_string(&full), top);
		else if (config_is_set(value))
			check_value(check, value, config_item(key));
	}
}

static void check_accounts(const struct check *check, struct json_object *accounts)
{
	if (!config_is_set(accounts))
		return;
	if (!json_object_is_type(accounts, json_type_object)) {
		add_problem(check, accounts, false, true, "accounts must map names to accounts");
		return;
	}
	json_object_object_foreach(accounts, name, account)
	{
		scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);

		if (json_object_is_type(account, json_type_object)) {
			check_members(check, account, "", false);
			continue;
		}
		(void)text_addf(&sentence,
			"accounts.%.*s must be a mapping, with api_key and so on",
			(int)utf8_cut_characters(name, strlen(name), NAME_SHOWN), name);
		add_problem(check, account, false, true, text_string(&sentence));
	}
}

bool config_check(struct json_object *root, const struct config_source *source, struct error *err)
{
	const struct check check = { source, err };

	if (!json_object_is_type(root, json_type_object))
		add_problem(&check, root, false, true,
			"the configuration must be a mapping, with api_key and so on");
	else
		check_members(&check, root, "", true);
	check_accounts(&check, json_member(root, "accounts"));
	return error_conclude(err, ERROR_CONFIG);
}
