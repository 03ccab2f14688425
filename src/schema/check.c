/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/schema.h"

#include "schema/keyword.h"
#include "json/json.h"

#include <string.h>

enum { REFERENCES_MOST = 16 }; /* references, each of which leads to the next */

static void add_name(struct text *out, const char *name)
{
	for (; *name; name++)
		(void)text_add(out, *name == '~'   ? "~0"
				    : *name == '/' ? "~1"
						   : (const char[]){ *name, '\0' });
}

void schema_add_place(struct text *out, const struct schema_place *place)
{
	if (!place->up) {
		(void)text_add(out, place->name);
		return;
	}
	schema_add_place(out, place->up);
	(void)text_add(out, "/");
	if (place->name)
		add_name(out, place->name);
	else
		(void)text_addf(out, "%zu", place->index);
}

/* Checks a member or an element of the subject's value. */
static void check_inner(struct json_object *schema, const struct schema_subject *subject,
	struct json_object *value, const char *name, size_t index)
{
	const struct schema_place place = { subject->place, name, index };
	struct schema_subject inner = *subject;

	inner.value = value;
	inner.place = &place;
	schema_check_against(schema, &inner);
}

static void check_properties(struct json_object *properties, const struct schema_subject *subject)
{
	if (!json_object_is_type(subject->value, json_type_object))
		return;
	json_object_object_foreach(properties, name, inner)
	{
		struct json_object *member;

		if (json_object_object_get_ex(subject->value, name, &member))
			check_inner(inner, subject, member, name, 0);
	}
}

static void check_additional(struct json_object *additional, const struct schema_subject *subject)
{
	struct json_object *properties = json_member(subject->schema, "properties");

	if (!json_object_is_type(subject->value, json_type_object))
		return;
	json_object_object_foreach(subject->value, name, member)
	{
		if (!properties || !json_object_object_get_ex(properties, name, NULL))
			check_inner(additional, subject, member, name, 0);
	}
}

static void check_items(struct json_object *items, const struct schema_subject *subject)
{
	if (!json_object_is_type(subject->value, json_type_array))
		return;
	for (size_t i = 0; i < json_object_array_length(subject->value); i++)
		check_inner(items, subject, json_object_array_get_idx(subject->value, i), NULL, i);
}

/* Returns whether the value passes a schema. Reports no problems. */
static bool passes(struct json_object *schema, const struct schema_subject *subject)
{
	struct schema_tally tally = { 0 };
	struct schema_subject trial = *subject;

	trial.tally = &tally;
	schema_check_against(schema, &trial);
	return !tally.problems;
}

static size_t count_passes(struct json_object *forms, const struct schema_subject *subject)
{
	size_t count = 0;

	for (size_t i = 0; i < json_object_array_length(forms); i++)
		count += passes(json_object_array_get_idx(forms, i), subject);
	return count;
}

/* Adds a form's title or type. Returns whether the value has this type. */
static bool add_form(struct text *out, const struct schema_subject *subject,
	struct json_object *form, bool first)
{
	struct json_object *schema = schema_resolve(subject->root, form);
	struct json_object *types = json_member(schema, "type");
	const char *title = json_string(schema, "title");

	(void)text_add(out, first ? "" : " or ");
	if (title)
		(void)text_add(out, title);
	else if (types)
		schema_add_types(out, types);
	else
		(void)text_add(out, "what PagerDuty documents");
	return !types || schema_has_type(subject->value, types);
}

/*
 * Reports that no form passes. If only one form has the value's type, reports the problems with
 * that form, otherwise lists all forms.
 */
static void refuse_forms(struct json_object *forms, const struct schema_subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);
	struct json_object *meant = NULL;
	size_t likely = 0;

	for (size_t i = 0; i < json_object_array_length(forms); i++) {
		struct json_object *form = json_object_array_get_idx(forms, i);

		if (!add_form(&right, subject, form, i == 0))
			continue;
		meant = form;
		likely++;
	}
	if (likely == 1)
		schema_check_against(meant, subject);
	else
		schema_refuse(subject, text_string(&right));
}

static void check_all_of(struct json_object *forms, const struct schema_subject *subject)
{
	for (size_t i = 0; i < json_object_array_length(forms); i++)
		schema_check_against(json_object_array_get_idx(forms, i), subject);
}

static void check_any_of(struct json_object *forms, const struct schema_subject *subject)
{
	if (!count_passes(forms, subject))
		refuse_forms(forms, subject);
}

static void check_one_of(struct json_object *forms, const struct schema_subject *subject)
{
	scoped(text_done) struct text right = TEXT(TEXT_ANY);
	size_t count = count_passes(forms, subject);

	if (!count)
		refuse_forms(forms, subject);
	if (count < 2)
		return;
	(void)text_add(&right, "either ");
	for (size_t i = 0; i < json_object_array_length(forms); i++)
		(void)add_form(&right, subject, json_object_array_get_idx(forms, i), i == 0);
	(void)text_add(&right, " alone");
	schema_refuse(subject, text_string(&right));
}

/* Reports a value that a schema forbids. The title of that schema is the text: "have both ...". */
static void check_not(struct json_object *form, const struct schema_subject *subject)
{
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);
	const char *title = json_string(form, "title");

	if (!passes(form, subject))
		return;
	(void)text_addf(&sentence, "must not %s", title ? title : "be like that");
	schema_add_problem(subject, text_string(&sentence));
}

/* Sorted by name. */
static const struct keyword keywords[] = {
	{ "$id", HOLDS_TEXT, NULL },
	{ "$ref", HOLDS_REFERENCE, NULL }, /* see schema_check_against */
	{ "$schema", HOLDS_TEXT, NULL },
	{ "additionalProperties", HOLDS_SCHEMA, check_additional },
	{ "allOf", HOLDS_SCHEMAS, check_all_of },
	{ "anyOf", HOLDS_SCHEMAS, check_any_of },
	{ "const", HOLDS_ANY, schema_assert_const },
	{ "default", HOLDS_VALUE, NULL },
	{ "definitions", HOLDS_MAP, NULL },
	{ "description", HOLDS_TEXT, NULL },
	{ "enum", HOLDS_VALUES, schema_assert_enum },
	{ "examples", HOLDS_VALUES, NULL },
	{ "exclusiveMaximum", HOLDS_NUMBER, schema_limit_exclusive_maximum },
	{ "exclusiveMinimum", HOLDS_NUMBER, schema_limit_exclusive_minimum },
	{ "format", HOLDS_FORMAT, schema_assert_format },
	{ "items", HOLDS_SCHEMA, check_items },
	{ "maxItems", HOLDS_COUNT, schema_limit_max_items },
	{ "maxLength", HOLDS_COUNT, schema_limit_max_length },
	{ "maximum", HOLDS_NUMBER, schema_limit_maximum },
	{ "minItems", HOLDS_COUNT, schema_limit_min_items },
	{ "minLength", HOLDS_COUNT, schema_limit_min_length },
	{ "minimum", HOLDS_NUMBER, schema_limit_minimum },
	{ "multipleOf", HOLDS_STEP, schema_limit_multiple },
	{ "not", HOLDS_SCHEMA, check_not },
	{ "oneOf", HOLDS_SCHEMAS, check_one_of },
	{ "properties", HOLDS_MAP, check_properties },
	{ "required", HOLDS_NAMES, schema_assert_required },
	{ "title", HOLDS_TEXT, NULL },
	{ "type", HOLDS_TYPES, schema_assert_type },
	{ "uniqueItems", HOLDS_FLAG, schema_assert_unique },
	{ "writeOnly", HOLDS_FLAG, NULL },
};

const struct keyword *schema_keyword(const char *name)
{
	for (size_t i = 0; i < COUNT(keywords); i++) {
		if (!strcmp(keywords[i].name, name))
			return &keywords[i];
	}
	return NULL;
}

struct json_object *schema_resolve(struct json_object *root, struct json_object *schema)
{
	const char *reference;

	for (int i = 0; (reference = json_string(schema, "$ref")); i++) {
		schema = NULL;
		if (i == REFERENCES_MOST || *reference != '#' ||
			json_pointer_get(root, reference + 1, &schema))
			return NULL;
	}
	return schema;
}

void schema_check_against(struct json_object *schema, const struct schema_subject *subject)
{
	struct schema_subject against = *subject;

	/* Draft 7 ignores keywords beside a $ref. */
	against.schema = schema_resolve(subject->root, schema);
	if (json_object_is_type(against.schema, json_type_boolean)) {
		if (!json_object_get_boolean(against.schema))
			schema_add_problem(subject, "is not allowed");
		return;
	}
	if (!json_object_is_type(against.schema, json_type_object)) {
		schema_add_problem(subject, "cannot be checked: its schema leads nowhere");
		return;
	}
	json_object_object_foreach(against.schema, name, value)
	{
		const struct keyword *keyword = schema_keyword(name);

		if (keyword && keyword->check)
			keyword->check(value, &against);
	}
}

bool schema_check(
	struct json_object *schema, struct json_object *value, const char *where, struct error *err)
{
	const struct schema_place top = { .name = where };
	struct schema_tally tally = { .err = err };
	const struct schema_subject subject = { schema, schema, value, &top, &tally };

	schema_check_against(schema, &subject);
	return !tally.problems;
}
