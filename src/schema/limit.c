/* SPDX-License-Identifier: Apache-2.0 */
#include "schema/keyword.h"

#include "base/number.h"
#include "base/utf8.h"
#include "json/json.h"

#include <math.h>

/* Reports a limit. relation is "at least", "below" and so on. of is what is counted, or NULL. */
static void add_limit(const struct schema_subject *subject, const char *relation,
	struct json_object *limit, const char *of)
{
	scoped(text_done) struct text sentence = TEXT(TEXT_ANY);

	(void)text_addf(&sentence, "must %s %s %.15g", of ? "have" : "be", relation,
		json_object_get_double(limit));
	if (of)
		(void)text_addf(
			&sentence, " %s%s", of, json_object_get_int64(limit) == 1 ? "" : "s");
	schema_add_problem(subject, text_string(&sentence));
}

static void assert_least(const struct schema_subject *subject, size_t count,
	struct json_object *limit, const char *of)
{
	if ((double)count >= json_object_get_double(limit))
		return;
	if (count == 0)
		schema_add_problem(subject, "must not be empty");
	else
		add_limit(subject, "at least", limit, of);
}

static void assert_most(const struct schema_subject *subject, size_t count,
	struct json_object *limit, const char *of)
{
	if ((double)count > json_object_get_double(limit))
		add_limit(subject, "at most", limit, of);
}

static size_t count_characters(struct json_object *value)
{
	const char *text = json_object_get_string(value);
	size_t len = (size_t)json_object_get_string_len(value), count = 0;

	for (size_t at = 0; at < len; count++)
		at += utf8_cut_characters(text + at, len - at, 1);
	return count;
}

void schema_limit_min_length(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_object_is_type(subject->value, json_type_string))
		assert_least(subject, count_characters(subject->value), limit, "character");
}

void schema_limit_max_length(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_object_is_type(subject->value, json_type_string))
		assert_most(subject, count_characters(subject->value), limit, "character");
}

void schema_limit_min_items(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_object_is_type(subject->value, json_type_array))
		assert_least(subject, json_object_array_length(subject->value), limit, "element");
}

void schema_limit_max_items(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_object_is_type(subject->value, json_type_array))
		assert_most(subject, json_object_array_length(subject->value), limit, "element");
}

/*
 * Compares a number with a limit. Returns a number below 0, 0, or above 0. Returns 0 if the value
 * is not a number.
 */
static int compare(const struct schema_subject *subject, struct json_object *limit)
{
	double number, bound = json_object_get_double(limit);

	if (!json_is_number(subject->value))
		return 0;
	number = json_object_get_double(subject->value);
	return (number > bound) - (number < bound);
}

void schema_limit_minimum(struct json_object *limit, const struct schema_subject *subject)
{
	if (compare(subject, limit) < 0)
		add_limit(subject, "at least", limit, NULL);
}

void schema_limit_maximum(struct json_object *limit, const struct schema_subject *subject)
{
	if (compare(subject, limit) > 0)
		add_limit(subject, "at most", limit, NULL);
}

void schema_limit_exclusive_minimum(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_is_number(subject->value) && compare(subject, limit) <= 0)
		add_limit(subject, "above", limit, NULL);
}

void schema_limit_exclusive_maximum(struct json_object *limit, const struct schema_subject *subject)
{
	if (json_is_number(subject->value) && compare(subject, limit) >= 0)
		add_limit(subject, "below", limit, NULL);
}

void schema_limit_multiple(struct json_object *step, const struct schema_subject *subject)
{
	double times;

	if (!json_is_number(subject->value))
		return;
	times = json_object_get_double(subject->value) / json_object_get_double(step);
	/* Allow for rounding: 0.0075 / 0.0001 is not exactly 75. */
	if (!isfinite(times) ||
		fabs(times - number_nearest(times)) > 1e-9 * (fabs(times) > 1 ? fabs(times) : 1))
		add_limit(subject, "a multiple of", step, NULL);
}
