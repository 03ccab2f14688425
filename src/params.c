/* SPDX-License-Identifier: Apache-2.0 */
#include "params.h"

#include "instant.h"
#include "json.h"
#include "json_read.h"
#include "nearest.h"
#include "schema.h"
#include "text.h"
#include "utf8.h"

#include <string.h>
#include <strings.h>

enum { SHOWN = 60 }; /* characters of a value that a sentence quotes */

/* What one value is checked with: its parameter, and how a sentence names it ("statuses[1]"). */
struct subject {
	const struct param *param;
	const char *name;
	struct error *err;
};

/* Whether a value of the parameter's own type has nothing in it. */
static bool is_empty(const struct param *param, struct json_object *value)
{
	if (param->type == TYPE_LIST || param->type == TYPE_OBJECTS)
		return json_object_is_type(value, json_type_array) &&
		       !json_object_array_length(value);
	return json_object_is_type(value, json_type_string) && !json_object_get_string_len(value);
}

/* The value as a sentence quotes it: short, and never a secret. */
static void add_shown(struct text *out, const struct param *param, const char *string)
{
	size_t len = strlen(string);
	size_t cut = utf8_cut_characters(string, len, SHOWN);

	if (param->secret) {
		(void)text_add(out, "that");
		return;
	}
	(void)json_print_string(out, string, cut);
	if (cut < len)
		(void)text_add(out, "...");
}

static void refuse_value(const struct subject *subject, const char *string, const char *right)
{
	scoped(text_done) struct text shown = TEXT(ERROR_TEXT);

	add_shown(&shown, subject->param, string);
	error_add_problem(
		subject->err, "%s must be %s, not %s", subject->name, right, text_string(&shown));
}

static void check_enum(const struct subject *subject, const char *string)
{
	scoped(text_done) struct text right = TEXT(ERROR_TEXT);
	const char *const *values = subject->param->values;

	for (const char *const *value = values; *value; value++) {
		if (!strcmp(*value, string))
			return;
		(void)text_addf(&right, "%s%s",
			value == values ? (value[1] ? "one of " : "") : ", ", *value);
	}
	refuse_value(subject, string, text_string(&right));
}

/* RFC 3986: "." and ".." would be taken for steps in the path, and a slash for its end. */
static void check_id(const struct subject *subject, const char *string)
{
	if (!strcmp(string, ".") || !strcmp(string, "..") || strchr(string, '/') ||
		utf8_has_control(string))
		refuse_value(subject, string, "an id (without / and control characters)");
}

/* Whether a segment of a path is empty, or a step: ".", "..", however its dots are written. */
static bool has_step(const char *path)
{
	for (const char *segment = path; segment; segment = strchr(segment, '/')) {
		segment += *segment == '/';
		size_t len = strcspn(segment, "/");
		size_t dots = 0;

		while (dots < len &&
			(segment[dots] == '.' || !strncasecmp(segment + dots, "%2e", 3)))
			dots += segment[dots] == '.' ? 1 : 3;
		if (dots >= len)
			return true;
	}
	return false;
}

/*
 * A path in the characters that RFC 3986 lets a path have, so that no part of it can be taken for a host, a query, or a
 * step out of the API.
 */
static void check_path(const struct subject *subject, const char *string)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
		"-._~!$&'()*+,;=:@%/";

	if (string[0] != '/' || has_step(string) || strspn(string, allowed) != strlen(string))
		refuse_value(subject, string,
			"a path below the API's address, such as /incidents/PT4KHLK/notes (what "
			"follows a ? "
			"goes into query)");
}

static void check_string(const struct subject *subject, struct json_object *value)
{
	const char *string = json_object_get_string(value);
	size_t len = strlen(string);
	size_t most = (size_t)subject->param->most;

	if (most && utf8_cut_characters(string, len, most) < len)
		error_add_problem(
			subject->err, "%s must have at most %zu characters", subject->name, most);
	if (subject->param->values)
		check_enum(subject, string);
	else if (subject->param->type == TYPE_TIME && !instant_valid(string))
		refuse_value(subject, string,
			"a date or a date-time of ISO 8601, such as 2026-01-31T08:00:00Z");
	else if (subject->param->type == TYPE_EMAIL &&
		 (!strchr(string, '@') || utf8_has_control(string)))
		refuse_value(subject, string, "an e-mail address");
	else if (subject->param->place == PLACE_PATH)
		check_id(subject, string);
	else if (subject->param->place == PLACE_WHOLE_PATH)
		check_path(subject, string);
}

static void check_integer(const struct subject *subject, struct json_object *value)
{
	const struct param *param = subject->param;
	int64_t number = json_object_get_int64(value);

	if ((!param->least && !param->most) || (number >= param->least && number <= param->most))
		return;
	error_add_problem(subject->err, "%s must be between %ld and %ld, not %lld", subject->name,
		param->least, param->most, (long long)number);
}

static void check_elements(
	const struct subject *subject, struct json_object *value, enum json_type type)
{
	size_t count = json_object_array_length(value);

	for (size_t i = 0; i < count; i++) {
		struct json_object *element = json_object_array_get_idx(value, i);
		scoped(text_done) struct text name = TEXT(ERROR_TEXT);

		(void)text_addf(&name, "%s[%zu]", subject->name, i);
		struct subject inner = { subject->param, text_string(&name), subject->err };
		if (!json_object_is_type(element, type))
			error_add_problem(subject->err, "%s must be %s, not %s", inner.name,
				type == json_type_string ? "a string" : "an object",
				json_type_words(element));
		else if (type == json_type_string && !json_object_get_string_len(element))
			error_add_problem(subject->err, "%s must not be empty", inner.name);
		else if (type == json_type_string)
			check_string(&inner, element);
	}
}

static void check_value(const struct subject *subject, struct json_object *value)
{
	static const struct {
		enum json_type json;
		const char *words;
	} types[] = {
		[TYPE_STRING] = { json_type_string, "a string" },
		[TYPE_INTEGER] = { json_type_int, "an integer" },
		[TYPE_BOOLEAN] = { json_type_boolean, "a boolean (true or false)" },
		[TYPE_LIST] = { json_type_array, "an array of strings" },
		[TYPE_OBJECTS] = { json_type_array, "an array of objects" },
		[TYPE_OBJECT] = { json_type_object, "an object" },
		[TYPE_TIME] = { json_type_string, "a string" },
		[TYPE_EMAIL] = { json_type_string, "a string" },
	};
	enum param_type type = subject->param->type;

	if (!json_object_is_type(value, types[type].json)) {
		error_add_problem(subject->err, "%s must be %s, not %s", subject->name,
			types[type].words, json_type_words(value));
		return;
	}
	if (type == TYPE_INTEGER)
		check_integer(subject, value);
	else if (type == TYPE_LIST)
		check_elements(subject, value, json_type_string);
	else if (type == TYPE_OBJECTS)
		check_elements(subject, value, json_type_object);
	else if (types[type].json == json_type_string)
		check_string(subject, value);
}

/* Whether a list is of texts alone, the first of which begins with [ and the last of which ends with ]. */
static bool has_brackets(struct json_object *list)
{
	size_t count = json_object_array_length(list);

	for (size_t i = 0; i < count; i++) {
		if (!json_object_is_type(json_object_array_get_idx(list, i), json_type_string))
			return false;
	}
	if (!count)
		return false;
	struct json_object *last = json_object_array_get_idx(list, count - 1);
	int len = json_object_get_string_len(last);
	return json_object_get_string(json_object_array_get_idx(list, 0))[0] == '[' &&
	       len > (count == 1) && json_object_get_string(last)[len - 1] == ']';
}

/*
 * People type [triggered,acknowledged] in chat, and StackStorm splits that at the comma with the brackets kept: the list
 * loses these two. Returns a new reference; NULL without memory.
 */
static struct json_object *without_brackets(struct json_object *list)
{
	size_t count = json_object_array_length(list);

	if (!has_brackets(list))
		return json_object_get(list);
	scoped(json_put_at) struct json_object *bare = json_object_new_array_ext((int)count);
	for (size_t i = 0; bare && i < count; i++) {
		struct json_object *element = json_object_array_get_idx(list, i);
		const char *start = json_object_get_string(element);
		size_t left = strlen(start);

		if (i == 0) {
			start++;
			left--;
		}
		if (i == count - 1)
			left--;
		if (count == 1 && !left)
			break;
		if (!json_append(bare, json_object_new_string_len(start, (int)left)))
			return NULL;
	}
	return steal(bare);
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
		(int)utf8_cut_characters(name, strlen(name), SHOWN), name,
		near ? "; did you mean " : "", near ? near : text_string(&known), near ? "?" : "");
}

/* Whether an empty value of it is as not given. */
static bool is_optional(const struct param *param)
{
	return !param->filled && !param->required;
}

/* Takes the given value of a parameter over into checked, unless it is as not given. */
static bool take(const struct param *param, struct json_object *given, struct json_object *checked,
	struct error *err)
{
	scoped(json_put_at) struct json_object *value = json_object_get(given);
	const struct subject subject = { param, param->name, err };

	if (param->type == TYPE_LIST && json_object_is_type(value, json_type_array)) {
		json_object_put(value);
		value = without_brackets(given);
		if (!value)
			return error_memory(err);
	}
	if (is_empty(param, value)) {
		if (!is_optional(param))
			error_add_problem(err, "%s must not be empty", param->name);
		return true;
	}
	check_value(&subject, value);
	return json_add(checked, param->name, steal(value)) || error_memory(err);
}

/* The default of a parameter that was not given. */
static bool take_initial(const struct param *param, struct json_object *checked, struct error *err)
{
	struct json_object *initial = NULL;

	if (!json_read(param->initial, strlen(param->initial), JSON_DEPTH_PARAMETERS, param->name,
		    ERROR_INTERNAL, &initial, err))
		return false;
	return json_add(checked, param->name, initial) || error_memory(err);
}

static bool check_data(const struct operation *operation, const struct param *param,
	struct json_object *checked, struct error *err)
{
	struct json_object *data = json_member(checked, param->name);

	if (!operation->schema || !json_object_is_type(data, json_type_object))
		return true;
	scoped(json_put_at) struct json_object *schema =
		schema_for_data(operation->schema, operation_updates(operation));
	if (!schema)
		return error_memory(err);
	if (!schema_fill(schema, data, err))
		return false;
	/* The problems are in the list, and fail the whole in the end. */
	bool valid = schema_check(schema, data, param->name, err);
	(void)valid;
	return true;
}

static bool check_params(const struct operation *operation, struct json_object *given,
	struct json_object *checked, struct error *err)
{
	const struct param *param;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		struct json_object *value = json_member(given, param->name);

		if (value && is_empty(param, value) && is_optional(param))
			value = NULL;
		if (value && !take(param, value, checked, err))
			return false;
		if (!value && param->initial && !take_initial(param, checked, err))
			return false;
		if (!value && !param->initial && param->required)
			error_add_problem(err, "%s is required, and was not given", param->name);
		if (param->place == PLACE_DATA && !check_data(operation, param, checked, err))
			return false;
	}
	json_object_object_foreach(given, name, member)
	{
		(void)member;
		if (!operation_find_param(operation, name))
			refuse_unknown(operation, name, err);
	}
	return error_conclude(err, ERROR_USAGE);
}

static bool is_blank(const char *text, size_t len)
{
	while (len && *text && strchr(" \t\r\n", *text)) {
		text++;
		len--;
	}
	return !len;
}

struct json_object *params_read(
	const struct operation *operation, const char *text, size_t len, struct error *err)
{
	scoped(json_put_at) struct json_object *given = NULL;
	scoped(json_put_at) struct json_object *checked = json_object_new_object();

	if (is_blank(text, len)) {
		text = "{}";
		len = 2;
	}
	if (!checked) {
		(void)error_memory(err);
		return NULL;
	}
	if (!json_read(
		    text, len, JSON_DEPTH_PARAMETERS, "the parameters", ERROR_USAGE, &given, err)) {
		if (len == PARAMS_PASSED_MOST)
			(void)error_append(err,
				": StackStorm passes on %d bytes of parameters, and these are more",
				PARAMS_PASSED_MOST);
		return NULL;
	}
	if (!json_object_is_type(given, json_type_object)) {
		(void)error_set(err, ERROR_USAGE, 0,
			"the parameters must be one JSON object, such as {\"entity_id\": "
			"\"PT4KHLK\"}, not %s",
			json_type_words(given));
		return NULL;
	}
	if (!check_params(operation, given, checked, err))
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
			json_wipe(json_member(values, param->wire ? param->wire : param->name));
	}
}
