/* SPDX-License-Identifier: Apache-2.0 */
#include "action/data_check.h"

#include "action/named.h"
#include "action/param_check.h"
#include "base/utf8.h"
#include "schema/schema.h"
#include "json/json.h"

#include <string.h>

/*
 * Returns whether a document has the wrapper that the program adds. PagerDuty's examples all have
 * it, so people copy it.
 */
static bool has_wrapper(
	const struct operation *operation, struct json_object *schema, struct json_object *data)
{
	return operation->wrapper &&
	       json_object_is_type(json_member(data, operation->wrapper), json_type_object) &&
	       !json_member(json_member(schema, "properties"), operation->wrapper);
}

/* Returns the parameter for the thing at the end of the path, or NULL. */
static const struct param *find_last_in_path(const struct operation *operation)
{
	const struct param *param, *last = NULL;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		if (param->place == PLACE_PATH)
			last = param;
	}
	return last;
}

/*
 * Refuses a document whose id differs from the id in the path: it was read from one thing and would
 * overwrite another.
 */
static void check_own_id(const struct param *last, const char *asked, const char *data_name,
	struct json_object *checked, struct error *err)
{
	const char *given = json_string(json_member(checked, data_name), "id");

	if (asked && given && strcmp(asked, given) != 0)
		error_add_problem(err, "%s/id is \"%.*s\", and %s is \"%.*s\"", data_name,
			(int)utf8_cut_characters(given, strlen(given), PARAM_SHOWN), given,
			last->name, (int)utf8_cut_characters(asked, strlen(asked), PARAM_SHOWN),
			asked);
}

/* Checks the document's id before names are looked up, if the caller gave an id. */
static void check_given_id(const struct operation *operation, const struct param *data,
	struct json_object *checked, struct error *err)
{
	const struct param *last = find_last_in_path(operation);
	const char *asked = last ? json_string(checked, last->name) : NULL;
	struct named given = { .by = NAMED_BY_ID };

	if (asked)
		named_read(last->kind, asked, &given);
	if (given.by == NAMED_BY_ID && !given.forced)
		check_own_id(last, asked, data->name, checked, err);
}

bool data_check(const struct operation *operation, const struct param *param,
	struct json_object *checked, struct error *err)
{
	struct json_object *data = json_member(checked, param->name);

	if (!operation->schema || !json_object_is_type(data, json_type_object))
		return true;
	scoped(json_put_at) struct json_object *schema =
		schema_for_data(operation->schema, operation_updates(operation));
	if (!schema)
		return error_memory(err);
	if (has_wrapper(operation, schema, data)) {
		error_add_problem(err,
			"%s holds a \"%s\": give what is in it, without that wrapper", param->name,
			operation->wrapper);
		return true;
	}
	if (operation_updates(operation))
		check_given_id(operation, param, checked, err);
	if (!schema_fill(schema, data, err))
		return false;
	/* The problems are in err, which makes params_read() fail at the end. */
	(void)!schema_check(schema, data, param->name, err);
	return true;
}

bool data_check_id(const struct operation *operation, struct json_object *values, struct error *err)
{
	const struct param *last = find_last_in_path(operation);
	const struct param *data = operation_param_of(operation, PLACE_DATA);

	if (last && data && operation_updates(operation))
		check_own_id(last, json_string(values, last->name), data->name, values, err);
	return error_conclude(err, ERROR_USAGE);
}
