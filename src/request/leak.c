/* SPDX-License-Identifier: Apache-2.0 */
#include "request/leak.h"

#include "base/redact.h"
#include "config/secrets.h"
#include "json/json.h"

struct search {
	struct config_secrets secrets;
	struct error *err;
};

/* The place of a value: a link to the value that contains it. */
struct path {
	const struct path *above; /* NULL: name is the name of a parameter */
	const char *name; /* NULL: an element of an array */
	size_t index;
};

static void add_path(struct text *out, const struct path *path)
{
	if (path->above) {
		add_path(out, path->above);
		(void)text_add(out, "/");
	}
	if (path->name)
		(void)text_add(out, path->name);
	else
		(void)text_addf(out, "%zu", path->index);
}

static bool check_text(const struct search *search, const char *text, const struct path *path)
{
	const struct config_secret *secret = config_secrets_find(&search->secrets, text);
	scoped(text_done) struct text where = TEXT(TEXT_ANY);

	if (!secret)
		return true;
	add_path(&where, path);
	/* The place may contain it as well. */
	if (where.failed || !redact_remember(secret->value))
		return error_memory(search->err);
	return error_set(search->err, ERROR_USAGE, 0,
		"%s holds the value of %s of the configuration, and was not sent: StackStorm renders {{ }} in what it is given; text that may hold it belongs between {%% raw %%} and {%% endraw %%}",
		text_string(&where), secret->key);
}

/* The recursion is as deep as the parameters, whose depth was checked. */
static bool check_value(
	const struct search *search, struct json_object *value, const struct path *path)
{
	if (json_object_is_type(value, json_type_string))
		return check_text(search, json_object_get_string(value), path);
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			if (!check_value(search, json_object_array_get_idx(value, i),
				    &(struct path){ .above = path, .index = i }))
				return false;
		}
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			if (!check_text(search, name, path) ||
				!check_value(search, member,
					&(struct path){ .above = path, .name = name }))
				return false;
		}
	}
	return true;
}

bool leak_check(const struct operation *operation, struct json_object *values,
	struct config *config, struct error *err)
{
	struct search search = { .err = err };
	const struct param *param;
	bool clean = config_secrets_gather(config, &search.secrets) || error_memory(err);

	for (size_t i = 0; clean && (param = operation_param(operation, i)); i++) {
		if (!param->secret)
			clean = check_value(&search, json_member(values, param->name),
				&(struct path){ .name = param->name });
	}
	config_secrets_done(&search.secrets);
	return clean;
}

bool leak_conceal(const struct operation *operation, struct json_object *given,
	struct config *config, struct error *err)
{
	struct error leak = { 0 };
	struct search search = { .err = &leak };
	bool held = false;

	if (!json_object_is_type(given, json_type_object))
		return false;
	if (!config_secrets_gather(config, &search.secrets)) {
		(void)error_memory(&leak);
		held = true;
	}
	json_object_object_foreach(given, name, value)
	{
		const struct param *param = operation_find_param(operation, name);

		if (!held && !(param && param->secret))
			held = !check_text(&search, name,
				       &(struct path){ .name = "the name of a parameter" }) ||
			       !check_value(&search, value,
				       &(struct path){
					       .name = param ? name : "an unknown parameter" });
	}
	config_secrets_done(&search.secrets);
	if (held)
		error_take(err, &leak);
	return held;
}
