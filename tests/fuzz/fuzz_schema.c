/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Reads the input as a document for each compiled-in schema. Filling and checking it twice gives
 * the same result, also for an update. An array of two is also read as a schema and a value: a
 * valid schema must be usable.
 */
#include "fuzz.h"

#include "schema/schema.h"
#include "json/json.h"
#include "json/read.h"

#include <string.h>

static size_t count_problems(const struct error *err)
{
	size_t count = err->problems->dropped;

	for (const char *p = error_next_problem(err, NULL); p; p = error_next_problem(err, p))
		count++;
	return count;
}

static struct json_object *filled(struct json_object *schema, struct json_object *value)
{
	struct json_object *copy = NULL;
	struct error err = { 0 };

	HOLDS(!value || !json_object_deep_copy(value, &copy, NULL));
	HOLDS(schema_fill(schema, copy, &err));
	return copy;
}

static bool is_right(struct json_object *schema, struct json_object *value)
{
	struct problems problems = { 0 };
	struct error err = { .problems = &problems };
	bool right = schema_check(schema, value, "data", &err);

	HOLDS(right == !count_problems(&err));
	return right;
}

static void check(struct json_object *schema, struct json_object *value)
{
	struct json_object *update = schema_for_update(schema);
	struct json_object *once = filled(schema, value), *types = filled(update, value),
			   *twice = filled(schema, once), *both = filled(schema, types);

	HOLDS(!schema || update);
	HOLDS(json_object_equal(once, twice));
	HOLDS(json_object_equal(once, both));
	HOLDS(is_right(schema, once) == is_right(schema, twice));
	(void)is_right(schema, value);
	json_object_put(update);
	json_object_put(once);
	json_object_put(twice);
	json_object_put(types);
	json_object_put(both);
}

static void check_as_schema(struct json_object *schema, struct json_object *value)
{
	struct error err = { 0 };

	if (!schema_is_valid(schema, &err)) {
		HOLDS(err.kind == ERROR_INTERNAL && *err.text);
		return;
	}
	check(schema, value);
	struct json_object *converted = schema_for_stackstorm(schema);
	HOLDS(!schema || converted);
	json_object_put(converted);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct json_object *value = NULL;
	struct error err = { 0 };
	const char *name;

	if (!json_read((const char *)data, size, JSON_DEPTH_PARAMETERS, "the input", ERROR_USAGE,
		    &value, &err))
		return 0;
	for (size_t i = 0; (name = schema_name(i)); i++)
		check(schema_find(name), value);
	if (json_object_is_type(value, json_type_array) && json_object_array_length(value) == 2)
		check_as_schema(
			json_object_array_get_idx(value, 0), json_object_array_get_idx(value, 1));
	json_object_put(value);
	return 0;
}
