/* SPDX-License-Identifier: Apache-2.0 */
#include "request/leak.h"

#include "config/secrets.h"
#include "json/json.h"

struct search {
	struct config *config;
	struct error *err;
};

static bool check_text(const struct search *search, const char *text, const char *place)
{
	scoped(text_done) struct text key = TEXT(TEXT_ANY);

	if (!config_holds_secret(search->config, text, &key))
		return true;
	if (key.failed)
		return error_memory(search->err);
	return error_set(search->err, ERROR_USAGE, 0,
		"%s holds the value of %s of the configuration, and was not sent: StackStorm renders {{ }} in what it is given; text that may hold it belongs between {%% raw %%} and {%% endraw %%}",
		place, text_string(&key));
}

/* The recursion is as deep as the parameters, whose depth was checked. */
static bool check_value(const struct search *search, struct json_object *value, const char *place)
{
	if (json_object_is_type(value, json_type_string))
		return check_text(search, json_object_get_string(value), place);
	if (json_object_is_type(value, json_type_array)) {
		for (size_t i = 0; i < json_object_array_length(value); i++) {
			scoped(text_done) struct text inner = TEXT(TEXT_ANY);

			(void)text_addf(&inner, "%s/%zu", place, i);
			if (!check_value(search, json_object_array_get_idx(value, i),
				    text_string(&inner)))
				return false;
		}
	} else if (json_object_is_type(value, json_type_object)) {
		json_object_object_foreach(value, name, member)
		{
			scoped(text_done) struct text inner = TEXT(TEXT_ANY);

			(void)text_addf(&inner, "%s/%s", place, name);
			if (!check_text(search, name, place) ||
				!check_value(search, member, text_string(&inner)))
				return false;
		}
	}
	return true;
}

bool leak_check(const struct operation *operation, struct json_object *values,
	struct config *config, struct error *err)
{
	const struct search search = { config, err };
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (!param->secret &&
			!check_value(&search, json_member(values, param->name), param->name))
			return false;
	}
	return true;
}

bool leak_conceal(const struct operation *operation, struct json_object *given,
	struct config *config, struct error *err)
{
	struct error leak = { 0 };
	const struct search search = { config, &leak };
	bool held = false;

	if (!json_object_is_type(given, json_type_object))
		return false;
	json_object_object_foreach(given, name, value)
	{
		const struct param *param = operation_find_param(operation, name);

		if (!held && !(param && param->secret))
			held = !check_text(&search, name, "the name of a parameter") ||
			       !check_value(&search, value, param ? name : "an unknown parameter");
	}
	if (held)
		error_take(err, &leak);
	return held;
}
