/* SPDX-License-Identifier: Apache-2.0 */
#include "action/params.h"

#include "action/data_check.h"
#include "action/elements.h"
#include "action/given.h"
#include "action/param_check.h"
#include "action/time_values.h"
#include "base/instant.h"
#include "base/nearest.h"
#include "base/text.h"
#include "base/utf8.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>
#include <strings.h>

static const char blanks[] = " \t\r\n";

/*
 * Returns whether a value is empty, or only white space. A title of only white space would page
 * somebody without saying why.
 */
static bool is_empty(const struct param *param, struct json_object *value)
{
	if (param->type == TYPE_LIST || param->type == TYPE_OBJECTS)
		return json_object_is_type(value, json_type_array) &&
		       !json_object_array_length(value);
	if (!json_object_is_type(value, json_type_string))
		return false;
	const char *string = json_object_get_string(value);
	return !string[strspn(string, blanks)];
}

/*
 * Removes the white space around a string, such as a pasted id. Returns a new reference, NULL if
 * memory runs out.
 */
static struct json_object *trim_string(struct json_object *value)
{
	const char *start = json_object_get_string(value);
	size_t len;

	if (!start)
		return NULL;
	start += strspn(start, blanks);
	len = strlen(start);
	while (len && strchr(blanks, start[len - 1]))
		len--;
	return json_object_new_string_len(start, (int)len);
}

static void refuse_unknown(const struct operation *operation, const char *name, struct error *err)
{
	const char *names[128];
	const struct param *param;
	size_t count = 0;

	while (count < COUNT(names) - 1 && (param = operation_param(operation, count)))
		names[count++] = param->name;
	names[count] = NULL;
	const char *near = nearest(name, names);
	scoped(text_done) struct text known = TEXT(ERROR_TEXT);
	for (size_t i = 0; !near && i < count; i++)
		(void)text_addf(&known, "%s%s", i ? ", " : "; it takes ", names[i]);
	error_add_problem(err, "there is no parameter \"%.*s\"%s%s%s",
		(int)utf8_cut_characters(name, strlen(name), PARAM_SHOWN), name,
		near ? "; did you mean " : "", near ? near : text_string(&known), near ? "?" : "");
}

/* Returns whether an empty value counts as not given. */
static bool is_optional(const struct param *param)
{
	return !param->filled && !param->required;
}

/* Returns whether a parameter is an id or an address, which people paste. */
static bool is_id(const struct param *param)
{
	return param->place == PLACE_PATH || param->type == TYPE_EMAIL ||
	       ((param->reference || param->kind != KIND_NONE || param->kind_by) &&
		       param->type == TYPE_STRING);
}

/* Removes the white space around the texts of a list. Returns false if memory runs out. */
static bool trim_elements(struct json_object **list)
{
	bool is_list = json_object_is_type(*list, json_type_array);
	size_t count = is_list ? json_object_array_length(*list) : 0;
	scoped(json_put_at) struct json_object *stripped = json_object_new_array();

	for (size_t i = 0; stripped && i < count; i++) {
		struct json_object *element = json_object_array_get_idx(*list, i);
		bool is_text = json_object_is_type(element, json_type_string);

		/* Keep null: it is refused later with its position. */
		if (element ? !json_append(stripped,
				      is_text ? trim_string(element) : json_object_get(element))
			    : json_object_array_add(stripped, NULL) != 0)
			return false;
	}
	if (count && stripped) {
		json_object_put(*list);
		*list = steal(stripped);
	}
	return !count || *list;
}

/* Copies the given value of a parameter into checked, unless it counts as not given. */
static bool copy_given(const struct param *param, struct json_object *given,
	struct json_object *checked, struct error *err)
{
	scoped(json_put_at) struct json_object *value = json_object_get(given);

	if (param->type == TYPE_LIST && json_object_is_type(value, json_type_array)) {
		json_object_put(value);
		value = elements_without_brackets(given);
		if (!value)
			return error_memory(err);
	}
	if (is_id(param) && json_object_is_type(value, json_type_string)) {
		json_object_put(value);
		value = trim_string(given);
		if (!value)
			return error_memory(err);
	}
	if (param->type == TYPE_LIST && !trim_elements(&value))
		return error_memory(err);
	if (param->type == TYPE_LIST && (kind_row(param->kind)->flags & KIND_TAKES_NUMBER) &&
		json_object_is_type(value, json_type_array) && !elements_split_numbered(&value))
		return error_memory(err);
	if (is_empty(param, value)) {
		if (!is_optional(param))
			error_add_problem(err, "%s must not be empty", param->name);
		return true;
	}
	param_check(param, value, err);
	return json_add(checked, param->name, steal(value)) || error_memory(err);
}

/* Copies the default of a parameter that was not given into checked. */
static bool copy_default(const struct param *param, struct json_object *checked, struct error *err)
{
	struct json_object *initial = NULL;

	if (!json_read(param->initial, strlen(param->initial), JSON_DEPTH_PARAMETERS, param->name,
		    ERROR_INTERNAL, &initial, err))
		return false;
	return json_add(checked, param->name, initial) || error_memory(err);
}

/* Checks the parameters that are required if another one is absent. */
static void check_required_unless(
	const struct operation *operation, struct json_object *checked, struct error *err)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		const char *other = param->required_unless;

		if (other && !json_member(checked, param->name) && !json_member(checked, other))
			error_add_problem(
				err, "%s is required unless %s is given", param->name, other);
	}
}

/* Checks that the start of a time range is not after its end. */
static void check_order(struct json_object *values, const char *prefix, struct error *err)
{
	static const char *const pairs[][2] = { { "since", "until" }, { "start", "end" },
		{ "start_time", "end_time" }, { "starts_at", "ends_at" } };

	for (size_t i = 0; i < COUNT(pairs); i++) {
		const char *start = json_string(values, pairs[i][0]);
		const char *end = json_string(values, pairs[i][1]);
		int64_t from, to;

		/* If only one of two times has an offset, they cannot be compared. */
		if (!start || !end || !instant_read(start, &from) || !instant_read(end, &to) ||
			instant_is_local(start) != instant_is_local(end) || from <= to)
			continue;
		error_add_problem(err, "%s%s (%s) must not be after %s%s (%s)", prefix, pairs[i][0],
			start, prefix, pairs[i][1], end);
	}
}

static bool check_params(const struct operation *operation, struct json_object *given,
	struct json_object *checked, struct error *err)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		struct json_object *value = json_member(given, param->name);

		if (value && is_empty(param, value) && is_optional(param))
			value = NULL;
		if (value && !copy_given(param, value, checked, err))
			return false;
		if (!value && param->initial && !copy_default(param, checked, err))
			return false;
		if (!value && !param->initial && param->required)
			error_add_problem(err, "%s is required, and was not given", param->name);
		if (param->place == PLACE_DATA && !data_check(operation, param, checked, err))
			return false;
	}
	json_object_object_foreach(given, name, member)
	{
		(void)member;
		if (operation_find_param(operation, name))
			continue;
		/* Stop when the list of problems is full. */
		if (error_is_full(err))
			error_add_problem(err, "there is no such parameter");
		else
			refuse_unknown(operation, name, err);
	}
	check_required_unless(operation, checked, err);
	check_order(checked, "", err);
	check_order(json_member(checked, "data"), "data/", err);
	check_order(json_member(checked, "query"), "query/", err);
	return error_conclude(err, ERROR_USAGE);
}

struct json_object *params_read(
	const struct operation *operation, const char *text, size_t len, struct error *err)
{
	scoped(json_put_at) struct json_object *given = NULL;
	scoped(json_put_at) struct json_object *checked = json_object_new_object();

	if (!checked) {
		(void)error_memory(err);
		return NULL;
	}
	if (!given_read(operation, text, len, &given, err) ||
		!check_params(operation, given, checked, err))
		return NULL;
	if (!time_values_resolve(operation, checked, err))
		return NULL;
	/* Times in words can be compared only now. */
	check_order(checked, "", err);
	if (!error_conclude(err, ERROR_USAGE))
		return NULL;
	if (operation->prepare && !operation->prepare(operation, checked, err))
		return NULL;
	return steal(checked);
}

void params_wipe(const struct operation *operation, struct json_object *values)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->secret)
			json_wipe(values);
	}
}
