/* SPDX-License-Identifier: Apache-2.0 */
#include "config/check_value.h"

#include "base/number.h"
#include "base/shown.h"
#include "config/account_name.h"
#include "config/expression.h"
#include "config/quote.h"
#include "config/scalar.h"
#include "yaml/reader.h"
#include "json/json.h"

void check_add_problem(const struct check *check, struct json_object *value, bool of_key,
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

void check_add_account(const struct check *check, struct text *out)
{
	account_name_add_prefix(check->account, CHECK_NAME_SHOWN, out);
}

static void add_sentence(const struct check *check, struct json_object *value, bool harmless,
	const char *name, const char *what)
{
	scoped(text_done) struct text sentence = TEXT(ERROR_TEXT);

	check_add_account(check, &sentence);
	(void)text_addf(&sentence, "%s %s", name, what);
	check_add_problem(check, value, false, harmless, text_string(&sentence));
}

/* Adds a problem of a value. name may be shown: "timeout", "users.ana". */
static void add_value_problem(const struct check *check, struct json_object *value,
	const struct config_item *item, const char *name, const char *what)
{
	add_sentence(check, value, !item->secret, name, what);
}

void check_add_type_problem(
	const struct check *check, struct json_object *value, const char *name, const char *what)
{
	add_sentence(check, value, false, name, what);
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
		check_add_type_problem(check, value, name, text_string(&what));
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
		check_add_type_problem(check, value, item->name, "must be a list of texts");
		return;
	}
	for (size_t i = 0; i < json_object_array_length(value); i++)
		check_text(check, json_object_array_get_idx(value, i), item, item->name);
}

static void check_map(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	if (!json_object_is_type(value, json_type_object)) {
		check_add_type_problem(check, value, item->name, "must map names to texts");
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
		(void)shown_add_name(name, CHECK_NAME_SHOWN, &subject);
		if (config_is_set(member))
			check_text(check, member, item, text_string(&subject));
	}
}

static void check_seconds(
	const struct check *check, struct json_object *value, const struct config_item *item)
{
	double seconds = config_read_number(value);
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
	double count = config_read_number(value);
	scoped(text_done) struct text what = TEXT(ERROR_TEXT);

	if (count >= 1 && count <= item->most && number_is_whole(count))
		return;
	(void)text_addf(&what, "must be a whole number, 1 to %.0f", item->most);
	add_value_problem(check, value, item, item->name, text_string(&what));
}

void check_value(
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
		if (config_read_flag(value) < 0)
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
