/* SPDX-License-Identifier: Apache-2.0 */
#include "action/param_check.h"

#include "action/named.h"
#include "base/duration.h"
#include "base/email.h"
#include "base/utf8.h"
#include "base/when.h"
#include "json/json.h"

#include <ctype.h>
#include <string.h>
#include <strings.h>

/* A value that is checked belongs to a parameter and has a name for sentences: "statuses[1]". */
struct subject {
	const struct param *param;
	const char *name;
	struct error *err;
};

/* Adds a value for a sentence, cut to PARAM_SHOWN characters. A secret is not shown. */
static void add_shown(struct text *out, const struct param *param, const char *string)
{
	size_t len = strlen(string);
	size_t cut = utf8_cut_characters(string, len, PARAM_SHOWN);

	if (param->secret) {
		(void)text_add(out, "that");
		return;
	}
	(void)text_add_quoted(out, string, cut);
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

/*
 * Refuses a text that cannot be an id. "." and ".." are steps in a path, and a slash separates its
 * segments (RFC 3986). Invisible characters and blanks outside ASCII come from pasting. Ids do not
 * contain blanks, commas and "#", which people write between several ids. If the caller wrote "id:"
 * (forced), these three are allowed.
 */
static void check_id(const struct subject *subject, const char *string, bool forced)
{
	uint32_t hidden = utf8_hidden_blank(string);

	if (!strcmp(string, ".") || !strcmp(string, "..") || utf8_has_control(string) ||
		strpbrk(string, forced ? "/" : "/ ,#")) {
		refuse_value(subject, string,
			"an id (without /, blanks, commas, # and control characters)");
	} else if (hidden) {
		scoped(text_done) struct text right = TEXT(ERROR_TEXT);

		(void)text_addf(&right, "an id (without the blank or invisible character U+%04X)",
			(unsigned)hidden);
		refuse_value(subject, string, text_string(&right));
	}
}

/* Returns whether the things of a kind have no names, so that every other text is an id. */
static bool is_numbered(enum kind kind)
{
	return kind_row(kind)->flags & KIND_TAKES_NUMBER;
}

/* Checks a text that names a thing: an id, or something else that its kind allows. */
static void check_thing(const struct subject *subject, const char *string)
{
	const struct param *param = subject->param;
	struct named given;

	named_read(param->kind, string, &given);
	if (given.by == NAMED_WRONG)
		refuse_value(subject, string, given.start);
	else if (given.by == NAMED_BY_NAME && utf8_has_control(string))
		refuse_value(subject, string, "a name without control characters");
	else if (given.by == NAMED_BY_ID && given.start != given.mended &&
		 (param->place == PLACE_PATH || is_numbered(param->kind)))
		check_id(subject, given.start, given.forced);
}

/* Returns whether a segment of a path is empty, "." or "..", also with percent-encoded dots. */
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

/* Returns whether a percent sign is not followed by two hexadecimal digits. */
static bool has_bad_escape(const char *path)
{
	for (const char *at = path; (at = strchr(at, '%')); at++) {
		if (!isxdigit((unsigned char)at[1]) || !isxdigit((unsigned char)at[2]))
			return true;
	}
	return false;
}

/*
 * Checks that a path has only characters that RFC 3986 allows in a path, so that no part of it is
 * taken for a host, a query, or a step out of the API.
 */
static void check_path(const struct subject *subject, const char *string)
{
	static const char allowed[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@%/";

	if (string[0] != '/' || has_step(string) || has_bad_escape(string) ||
		strspn(string, allowed) != strlen(string))
		refuse_value(subject, string,
			"a path below the API's address, such as /incidents/PT4KHLK/notes (what follows a ? goes into query)");
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
	else if (subject->param->type == TYPE_TIME && !instant_valid(string) && !when_valid(string))
		refuse_value(subject, string,
			"a date or a date-time of ISO 8601, such as 2026-01-31T08:00:00Z, or a time such as "
			"-2h or tomorrow 09:00 UTC");
	else if (subject->param->type == TYPE_EMAIL && !email_valid(string))
		refuse_value(subject, string, "an e-mail address");
	else if (subject->param->kind != KIND_NONE)
		check_thing(subject, string);
	else if (subject->param->place == PLACE_PATH)
		check_id(subject, string, false);
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

/* Checks a number of seconds, or a duration in words. */
static void check_duration(const struct subject *subject, struct json_object *value)
{
	const struct param *param = subject->param;
	const char *string = json_object_get_string(value);
	bool is_text = json_object_is_type(value, json_type_string);
	int64_t seconds = json_object_get_int64(value);

	if (!is_text && !json_object_is_type(value, json_type_int))
		error_add_problem(subject->err, "%s must be a string or an integer, not %s",
			subject->name, json_type_words(value));
	else if (is_text && !duration_read(string, &seconds))
		refuse_value(subject, string,
			"a duration, such as 90m, 2h or 1d 12h, or a number of seconds");
	else if ((param->least || param->most) && (seconds < param->least || seconds > param->most))
		error_add_problem(subject->err, "%s must be between %ld and %ld seconds, not %lld",
			subject->name, param->least, param->most, (long long)seconds);
}

/* Checks that an object has all required members. */
static void check_members(const struct subject *subject, struct json_object *value)
{
	const char *const *names = subject->param->members;

	for (; names && *names; names++) {
		const char *text = json_string(value, *names);

		if (!text || !text[strspn(text, " \t\r\n")])
			error_add_problem(
				subject->err, "%s must have a text %s", subject->name, *names);
	}
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
		else
			check_members(&inner, element);
	}
}

/* Checks the type of a value in JSON. words: that type with its article. */
static bool check_json_type(const struct subject *subject, struct json_object *value,
	enum json_type type, const char *words)
{
	if (json_object_is_type(value, type))
		return true;
	error_add_problem(subject->err, "%s must be %s, not %s", subject->name, words,
		json_type_words(value));
	return false;
}

static void check_subject(const struct subject *subject, struct json_object *value)
{
	switch (subject->param->type) {
	case TYPE_STRING:
	case TYPE_TIME:
	case TYPE_EMAIL:
		if (check_json_type(subject, value, json_type_string, "a string"))
			check_string(subject, value);
		break;
	case TYPE_INTEGER:
		if (check_json_type(subject, value, json_type_int, "an integer"))
			check_integer(subject, value);
		break;
	case TYPE_BOOLEAN:
		(void)check_json_type(
			subject, value, json_type_boolean, "a boolean (true or false)");
		break;
	case TYPE_LIST:
		if (check_json_type(subject, value, json_type_array, "an array of strings"))
			check_elements(subject, value, json_type_string);
		break;
	case TYPE_OBJECTS:
		if (check_json_type(subject, value, json_type_array, "an array of objects"))
			check_elements(subject, value, json_type_object);
		break;
	case TYPE_OBJECT:
		(void)check_json_type(subject, value, json_type_object, "an object");
		break;
	case TYPE_DURATION:
		check_duration(subject, value);
		break;
	}
}

void param_check(const struct param *param, struct json_object *value, struct error *err)
{
	check_subject(&(struct subject){ param, param->name, err }, value);
}
