/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/keyword.h"

#include "base/instant.h"
#include "base/utf8.h"
#include "json/json.h"

#include <string.h>

enum { SHOWN = 60 }; /* characters of a value that a sentence quotes */

/* Returns whether two values are equal in JSON Schema: 1 equals 1.0, and members have no order. */
static bool is_same(struct json_object *a, struct json_object *b)
{
	if (json_object_get_type(a) != json_object_get_type(b))
		return json_is_number(a) && json_is_number(b) &&
		       json_object_get_double(a) == json_object_get_double(b);
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

void schema_add_problem(const struct schema_subject *subject, const char *sentence)
{
	scoped(text_done) struct text where = TEXT(TEXT_ANY);

	subject->tally->problems++;
	if (!subject->tally->err)
		return;
	schema_add_place(&where, subject->place);
	error_add_problem(subject->tally->err, "%s %s", text_string(&where), sentence);
}

/* Adds a value for a sentence, cut to SHOWN characters. */
static void add_shown(struct text *out, struct json_object *value)
{
	scoped(text_done) struct text printed = TEXT(TEXT_ANY);

	if (!json_print(&printed, value))
		return;
	size_t cut = utf8_cut_characters(text_string(&printed), printed.len, SHOWN);
	(void)text_addf(
		out, "%.*s%s", (int)cut, text_string(&printed), cut < printed.len ? "..." : "");
}

void schema_refuse(const struct schema_subject *subject, const char *right)
{
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);

	(void)text_addf(&sentence, "must be %s, not ", right);
	add_shown(&sentence, subject->value);
	schema_add_problem(subject, text_string(&sentence));
}

void schema_assert_type(struct json_object *names, const struct schema_subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);

	if (schema_has_type(subject->value, names))
		return;
	schema_add_types(&right, names);
	schema_refuse(subject, text_string(&right));
}

/* Adds the allowed values. null is left out if there are others. */
static void add_choice(struct text *out, struct json_object *values)
{
	size_t count = json_object_array_length(values), said = 0;

	for (size_t i = 0; i < count; i++) {
		struct json_object *value = json_object_array_get_idx(values, i);

		if (!value && count > 1)
			continue;
		(void)text_add(out, said++ ? ", " : "");
		if (json_object_is_type(value, json_type_string))
			(void)text_add(out, json_object_get_string(value));
		else
			add_shown(out, value);
	}
}

void schema_assert_enum(struct json_object *values, const struct schema_subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);
	struct json_object *type = json_member(subject->schema, "type");

	for (size_t i = 0; i < json_object_array_length(values); i++) {
		if (is_same(json_object_array_get_idx(values, i), subject->value))
			return;
	}
	/* A wrong type is reported already. */
	if (type && !schema_has_type(subject->value, type))
		return;
	(void)text_add(&right, json_object_array_length(values) > 1 ? "one of " : "");
	add_choice(&right, values);
	schema_refuse(subject, text_string(&right));
}

void schema_assert_const(struct json_object *value, const struct schema_subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);

	if (is_same(value, subject->value))
		return;
	add_shown(&right, value);
	schema_refuse(subject, text_string(&right));
}

void schema_assert_required(struct json_object *names, const struct schema_subject *subject)
{
	if (!json_object_is_type(subject->value, json_type_object))
		return;
	for (size_t i = 0; i < json_object_array_length(names); i++) {
		const char *name = json_object_get_string(json_object_array_get_idx(names, i));
		const struct schema_place place = { subject->place, name, 0 };
		struct schema_subject missing = *subject;

		missing.place = &place;
		if (!json_object_object_get_ex(subject->value, name, NULL))
			schema_add_problem(&missing, "is required, and was not given");
	}
}

void schema_assert_unique(struct json_object *wanted, const struct schema_subject *subject)
{
	size_t count = json_object_is_type(subject->value, json_type_array)
			       ? json_object_array_length(subject->value)
			       : 0;

	if (!json_object_get_boolean(wanted))
		return;
	for (size_t i = 0; i < count; i++) {
		for (size_t j = 0; j < i; j++) {
			const struct schema_place place = { subject->place, NULL, i };
			struct schema_subject again = *subject;

			again.place = &place;
			if (is_same(json_object_array_get_idx(subject->value, i),
				    json_object_array_get_idx(subject->value, j))) {
				schema_add_problem(&again, "appears twice");
				return;
			}
		}
	}
}

static bool is_email(const char *text)
{
	const char *at = strchr(text, '@');

	return at && at != text && at[1];
}

/* The formats as PagerDuty accepts them. Its date-times are not only those of RFC 3339. */
static const struct format {
	const char *name, *words;
	bool (*is)(const char *text);
} formats[] = {
	{ "date-time", "a date or a date-time of ISO 8601", instant_valid },
	{ "email", "an e-mail address", is_email },
};

static const struct format *find_format(const char *name)
{
	for (size_t i = 0; i < COUNT(formats); i++) {
		if (!strcmp(formats[i].name, name))
			return &formats[i];
	}
	return NULL;
}

bool schema_is_format(const char *name)
{
	return find_format(name) != NULL;
}

void schema_assert_format(struct json_object *name, const struct schema_subject *subject)
{
	const struct format *format = find_format(json_object_get_string(name));

	if (format && json_object_is_type(subject->value, json_type_string) &&
		!format->is(json_object_get_string(subject->value)))
		schema_refuse(subject, format->words);
}
