/* SPDX-License-Identifier: Apache-2.0 */
#include "schema.h"

#include "instant.h"
#include "json.h"
#include "text.h"
#include "utf8.h"

#include <math.h>
#include <string.h>

enum { SHOWN = 60 }; /* characters of a value that a sentence quotes */

/* A value, where it stands, and where problems go. */
struct subject {
	struct json_object *root; /* the whole schema, for $ref */
	struct json_object *value;
	const struct text *where;
	struct error *err;
};

static void check(struct json_object *schema, const struct subject *subject);

static bool is_number(struct json_object *value)
{
	return json_object_is_type(value, json_type_int) ||
	       json_object_is_type(value, json_type_double);
}

/* A number without a fraction is an integer, however it is written. */
static bool is_integer(struct json_object *value)
{
	double number;

	if (json_object_is_type(value, json_type_int))
		return true;
	number = json_object_is_type(value, json_type_double) ? json_object_get_double(value) : NAN;
	return floor(number) == number;
}

/* Equality of JSON Schema: 1 is 1.0, and the order of members does not count. */
static bool is_same(struct json_object *a, struct json_object *b)
{
	if (is_number(a) && is_number(b))
		return json_object_get_double(a) == json_object_get_double(b);
	if (json_object_get_type(a) != json_object_get_type(b))
		return false;
	if (json_object_is_type(a, json_type_array)) {
		size_t count = json_object_array_length(a);

		if (count != json_object_array_length(b))
			return false;
		for (size_t i = 0; i < count; i++) {
			if (!is_same(json_object_array_get_idx(a, i),
				    json_object_array_get_idx(b, i)))
				return false;
		}
		return true;
	}
	if (!json_object_is_type(a, json_type_object))
		return json_object_equal(a, b);
	if (json_object_object_length(a) != json_object_object_length(b))
		return false;
	json_object_object_foreach(a, name, member)
	{
		struct json_object *other;

		if (!json_object_object_get_ex(b, name, &other) || !is_same(member, other))
			return false;
	}
	return true;
}

static void add_problem(const struct subject *subject, const char *sentence)
{
	error_add_problem(subject->err, "%s %s", text_string(subject->where), sentence);
}

/* The value as a sentence quotes it. */
static void add_shown(struct text *out, struct json_object *value)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	if (!json_print(&printed, value))
		return;
	size_t cut = utf8_cut_characters(text_string(&printed), printed.len, SHOWN);
	(void)text_addf(
		out, "%.*s%s", (int)cut, text_string(&printed), cut < printed.len ? "..." : "");
}

/* "must be ..., not VALUE" */
static void refuse(const struct subject *subject, const char *right)
{
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);

	(void)text_addf(&sentence, "must be %s, not ", right);
	add_shown(&sentence, subject->value);
	add_problem(subject, text_string(&sentence));
}

static bool has_type(struct json_object *value, const char *type)
{
	if (!strcmp(type, "integer"))
		return is_integer(value);
	if (!strcmp(type, "number"))
		return is_number(value);
	return !strcmp(type, json_object_is_type(value, json_type_null)
				     ? "null"
				     : json_type_to_name(json_object_get_type(value)));
}

static const char *type_words(const char *type)
{
	static const char *const words[][2] = { { "array", "an array" }, { "boolean", "a boolean" },
		{ "integer", "an integer" }, { "null", "null" }, { "number", "a number" },
		{ "object", "an object" }, { "string", "a string" } };

	for (size_t i = 0; i < COUNT(words); i++) {
		if (!strcmp(words[i][0], type))
			return words[i][1];
	}
	return type;
}

static void check_type(
	struct json_object *type, struct json_object *schema, const struct subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);
	bool list = json_object_is_type(type, json_type_array);
	size_t count = list ? json_object_array_length(type) : 1;

	(void)schema;
	for (size_t i = 0; i < count; i++) {
		const char *name =
			json_object_get_string(list ? json_object_array_get_idx(type, i) : type);

		if (has_type(subject->value, name))
			return;
		(void)text_addf(&right, "%s%s", i ? " or " : "", type_words(name));
	}
	refuse(subject, text_string(&right));
}

static void check_enum(
	struct json_object *values, struct json_object *schema, const struct subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);
	size_t count = json_object_array_length(values);

	(void)schema;
	(void)text_add(&right, count > 1 ? "one of " : "");
	for (size_t i = 0; i < count; i++) {
		struct json_object *value = json_object_array_get_idx(values, i);

		if (is_same(value, subject->value))
			return;
		(void)text_add(&right, i ? ", " : "");
		if (json_object_is_type(value, json_type_string))
			(void)text_add(&right, json_object_get_string(value));
		else
			add_shown(&right, value);
	}
	refuse(subject, text_string(&right));
}

static void check_const(
	struct json_object *value, struct json_object *schema, const struct subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);

	(void)schema;
	if (is_same(value, subject->value))
		return;
	add_shown(&right, value);
	refuse(subject, text_string(&right));
}

static void check_required(
	struct json_object *names, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (!json_object_is_type(subject->value, json_type_object))
		return;
	for (size_t i = 0; i < json_object_array_length(names); i++) {
		const char *name = json_object_get_string(json_object_array_get_idx(names, i));

		if (!json_object_object_get_ex(subject->value, name, NULL))
			error_add_problem(subject->err, "%s/%s is required, and was not given",
				text_string(subject->where), name);
	}
}

/* Checks an inner value; step is its place below the subject, a member's name or an index. */
static void check_inner(struct json_object *schema, const struct subject *subject,
	struct json_object *value, const char *step)
{
	scoped(text_done) struct text where = TEXT(TEXT_ANY);
	const struct subject inner = { subject->root, value, &where, subject->err };

	(void)text_addf(&where, "%s/", text_string(subject->where));
	for (; *step; step++)
		(void)text_add(&where, *step == '~'   ? "~0"
				       : *step == '/' ? "~1"
						      : (const char[]){ *step, '\0' });
	check(schema, &inner);
}

static void check_properties(
	struct json_object *properties, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (!json_object_is_type(subject->value, json_type_object))
		return;
	json_object_object_foreach(properties, name, inner)
	{
		struct json_object *member;

		if (json_object_object_get_ex(subject->value, name, &member))
			check_inner(inner, subject, member, name);
	}
}

static void check_additional(
	struct json_object *additional, struct json_object *schema, const struct subject *subject)
{
	struct json_object *properties = json_member(schema, "properties");

	if (!json_object_is_type(subject->value, json_type_object))
		return;
	json_object_object_foreach(subject->value, name, member)
	{
		if (properties && json_object_object_get_ex(properties, name, NULL))
			continue;
		check_inner(additional, subject, member, name);
	}
}

static void check_items(
	struct json_object *items, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (!json_object_is_type(subject->value, json_type_array))
		return;
	for (size_t i = 0; i < json_object_array_length(subject->value); i++) {
		scoped(text_done) struct text step = TEXT(TEXT_ANY);

		(void)text_addf(&step, "%zu", i);
		check_inner(items, subject, json_object_array_get_idx(subject->value, i),
			text_string(&step));
	}
}

/* A count or a number against its limit. which: "at least" or "at most". */
static void check_limit(const struct subject *subject, double found, struct json_object *limit,
	bool least, const char *of)
{
	double bound = json_object_get_double(limit);
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);

	if (least ? found >= bound : found <= bound)
		return;
	(void)text_addf(&sentence, "must %s at %s %g%s%s", *of ? "have" : "be",
		least ? "least" : "most", bound, *of ? " " : "", of);
	add_problem(subject, text_string(&sentence));
}

static void check_length(const struct subject *subject, struct json_object *limit, bool least)
{
	const char *text = json_object_get_string(subject->value);
	size_t characters = 0;

	if (!json_object_is_type(subject->value, json_type_string))
		return;
	for (size_t at = 0, len = strlen(text); at < len; characters++)
		at += utf8_cut_characters(text + at, len - at, 1);
	check_limit(subject, (double)characters, limit, least, "characters");
}

static void check_min_length(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	check_length(subject, limit, true);
}

static void check_max_length(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	check_length(subject, limit, false);
}

static void check_min_items(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (json_object_is_type(subject->value, json_type_array))
		check_limit(subject, (double)json_object_array_length(subject->value), limit, true,
			"elements");
}

static void check_max_items(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (json_object_is_type(subject->value, json_type_array))
		check_limit(subject, (double)json_object_array_length(subject->value), limit, false,
			"elements");
}

static void check_minimum(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (is_number(subject->value))
		check_limit(subject, json_object_get_double(subject->value), limit, true, "");
}

static void check_maximum(
	struct json_object *limit, struct json_object *schema, const struct subject *subject)
{
	(void)schema;
	if (is_number(subject->value))
		check_limit(subject, json_object_get_double(subject->value), limit, false, "");
}

/* "date-time" and "email" as PagerDuty takes them; other formats say nothing. */
static void check_format(
	struct json_object *format, struct json_object *schema, const struct subject *subject)
{
	const char *text = json_object_get_string(subject->value);

	(void)schema;
	if (!json_object_is_type(subject->value, json_type_string))
		return;
	if (!strcmp(json_object_get_string(format), "date-time") && !instant_valid(text))
		refuse(subject, "a date or a date-time of ISO 8601");
	if (!strcmp(json_object_get_string(format), "email") && !strchr(text, '@'))
		refuse(subject, "an e-mail address");
}

/* What a reference points to: "#" or "#/definitions/NAME". */
static void check_reference(
	struct json_object *reference, struct json_object *schema, const struct subject *subject)
{
	const char *pointer = json_object_get_string(reference);
	struct json_object *target = NULL;

	(void)schema;
	if (!strcmp(pointer, "#"))
		target = subject->root;
	else if (*pointer != '#' || json_pointer_get(subject->root, pointer + 1, &target))
		add_problem(subject, "cannot be checked: its schema refers to what is not there");
	if (target)
		check(target, subject);
}

/* Annotations, and what other keywords look at. */
static void check_nothing(
	struct json_object *keyword, struct json_object *schema, const struct subject *subject)
{
	(void)keyword, (void)schema, (void)subject;
}

/* Sorted by name, for people. */
static const struct keyword {
	const char *name;
	void (*check)(struct json_object *keyword, struct json_object *schema,
		const struct subject *subject);
	enum { INNER_NONE, INNER_SCHEMA, INNER_MAP } inner; /* which schemas it holds */
} keywords[] = {
	{ "$ref", check_reference, INNER_NONE },
	{ "$schema", check_nothing, INNER_NONE },
	{ "additionalProperties", check_additional, INNER_SCHEMA },
	{ "const", check_const, INNER_NONE },
	{ "default", check_nothing, INNER_NONE },
	{ "definitions", check_nothing, INNER_MAP },
	{ "description", check_nothing, INNER_NONE },
	{ "enum", check_enum, INNER_NONE },
	{ "format", check_format, INNER_NONE },
	{ "items", check_items, INNER_SCHEMA },
	{ "maxItems", check_max_items, INNER_NONE },
	{ "maxLength", check_max_length, INNER_NONE },
	{ "maximum", check_maximum, INNER_NONE },
	{ "minItems", check_min_items, INNER_NONE },
	{ "minLength", check_min_length, INNER_NONE },
	{ "minimum", check_minimum, INNER_NONE },
	{ "properties", check_properties, INNER_MAP },
	{ "required", check_required, INNER_NONE },
	{ "title", check_nothing, INNER_NONE },
	{ "type", check_type, INNER_NONE },
};

static const struct keyword *find_keyword(const char *name)
{
	for (size_t i = 0; i < COUNT(keywords); i++) {
		if (!strcmp(keywords[i].name, name))
			return &keywords[i];
	}
	return NULL;
}

static void check(struct json_object *schema, const struct subject *subject)
{
	struct json_object *reference = json_member(schema, "$ref");

	if (json_object_is_type(schema, json_type_boolean)) {
		if (!json_object_get_boolean(schema))
			add_problem(subject, "must not be there");
		return;
	}
	/* Draft 7: what stands beside a reference does not count. */
	if (reference) {
		check_reference(reference, schema, subject);
		return;
	}
	json_object_object_foreach(schema, name, value)
	{
		const struct keyword *keyword = find_keyword(name);

		if (keyword)
			keyword->check(value, schema, subject);
	}
}

bool schema_check(
	struct json_object *schema, struct json_object *value, const char *where, struct error *err)
{
	scoped(text_done) struct text place = TEXT(TEXT_ANY);
	size_t before = err->problems_len + err->problems_dropped;
	const struct subject subject = { schema, value, &place, err };

	(void)text_add(&place, where);
	check(schema, &subject);
	return err->problems_len + err->problems_dropped == before;
}

const char *schema_unknown_keyword(struct json_object *schema)
{
	if (!json_object_is_type(schema, json_type_object))
		return json_object_is_type(schema, json_type_boolean) ? NULL : "(not a schema)";
	json_object_object_foreach(schema, name, value)
	{
		const struct keyword *keyword = find_keyword(name);
		const char *unknown = NULL;

		if (!keyword)
			return name;
		if (keyword->inner == INNER_SCHEMA)
			unknown = schema_unknown_keyword(value);
		if (keyword->inner == INNER_MAP) {
			json_object_object_foreach(value, inner_name, inner)
			{
				(void)inner_name;
				unknown = unknown ? unknown : schema_unknown_keyword(inner);
			}
		}
		if (unknown)
			return unknown;
	}
	return NULL;
}
