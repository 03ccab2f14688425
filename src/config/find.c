/* SPDX-License-Identifier: Apache-2.0 */
#include "config/find.h"

#include "config/check.h"
#include "config/config.h"
#include "config/file.h"
#include "config/keys.h"
#include "config/quote.h"
#include "yaml/reader.h"
#include "json/json.h"
#include "json/read.h"

#include <stdlib.h>
#include <string.h>

/* Shows the line that is not YAML. */
static void quote(const struct yaml_mark *at, const char *text, struct error *err)
{
	scoped(text_done) struct text line = TEXT(ERROR_TEXT);

	config_quote(text, at->line, at->column, false, &line);
	(void)error_append(err, "%s", text_string(&line));
}

static bool read_file(const char *file, bool required, struct config_found *out, struct error *err)
{
	scoped(text_done) struct text text = TEXT_SECRET(CONFIG_FILE_MOST);
	struct yaml_mark at;
	bool missing = false;

	out->source = file;
	if (!config_file_read(file, &text, &missing, err))
		return false;
	if (missing && required)
		return error_set(err, ERROR_CONFIG, 0, "there is no file %s", file);
	if (missing) {
		out->root = json_object_new_object();
		return out->root || error_memory(err);
	}
	const struct config_source source = { file, text_string(&text) };
	out->root = yaml_read(source.text, text.len, file, &at, err);
	/* An empty file, "---", or null. */
	if (out->root && yaml_is_null(out->root)) {
		json_object_put(out->root);
		out->root = json_object_new_object();
		return out->root || error_memory(err);
	}
	if (out->root)
		return config_check(out->root, &source, err);
	if (at.line)
		quote(&at, source.text, err);
	return false;
}

/*
 * Returns whether a value is null, or an empty list or object that StackStorm adds for a missing
 * key, such as {"scopes":[]}.
 */
static bool is_empty(struct json_object *value)
{
	if (json_object_is_type(value, json_type_array))
		return !json_object_array_length(value);
	if (!json_object_is_type(value, json_type_object))
		return !value;
	json_object_object_foreach(value, name, member)
	{
		(void)name;
		if (!is_empty(member))
			return false;
	}
	return true;
}

/* Returns whether a key has its default of the schema. */
static bool is_default(const char *name, struct json_object *value)
{
	enum config_key key = config_find_key(name);
	const char *initial = key < CONFIG_KEYS ? config_item(key)->initial : NULL;
	/* NULL if memory runs out while a number is printed. */
	const char *text = initial && value ? json_object_get_string(value) : NULL;

	return text && !strcmp(text, initial);
}

/*
 * Returns whether the configuration contains more than the defaults of the schema. StackStorm
 * passes only these defaults if no file was registered.
 */
static bool says_something(struct json_object *root)
{
	if (!json_object_is_type(root, json_type_object))
		return !is_empty(root);
	json_object_object_foreach(root, name, value)
	{
		if (!is_empty(value) && !is_default(name, value))
			return true;
	}
	return false;
}

/* Reads the configuration in the environment. *out_found says whether there is one. */
static bool read_environment(struct config_found *out, bool *out_found, struct error *err)
{
	static const struct config_source source = { "the configuration StackStorm passed", NULL };
	const char *text = getenv("ST2_PAGERDUTY_CONFIG");

	if (!text || !*text)
		return true;
	if (!json_read(text, strlen(text), JSON_DEPTH_PARAMETERS, "ST2_PAGERDUTY_CONFIG",
		    ERROR_CONFIG, &out->root, err))
		return false;
	*out_found = says_something(out->root);
	if (!*out_found) {
		config_found_done(out);
		return true;
	}
	out->source = source.name;
	out->passed = true;
	return config_check(out->root, &source, err);
}

bool config_find(const char *file, struct config_found *out, struct error *err)
{
	bool found = false;

	*out = (struct config_found){ 0 };
	if (file)
		return read_file(file, true, out, err);
	if (!read_environment(out, &found, err))
		return false;
	return found || read_file(CONFIG_FILE, false, out, err);
}

void config_found_done(struct config_found *found)
{
	json_wipe(found->root);
	json_object_put(found->root);
	found->root = NULL;
}
