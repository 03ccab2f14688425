/* SPDX-License-Identifier: Apache-2.0 */
#include "action/time_values.h"

#include "base/duration.h"
#include "base/when.h"
#include "json/json.h"

#include <time.h>

static bool resolve_time(const struct param *param, const char *text, int64_t now,
	struct json_object *values, struct error *err)
{
	char moment[INSTANT_TEXT];

	if (instant_valid(text))
		return true;
	const char *wrong = when_read(text, json_string(values, "time_zone"), now, moment);
	if (wrong) {
		error_add_problem(err, "%s %s", param->name, wrong);
		return true;
	}
	return json_add_string(values, param->name, moment) || error_memory(err);
}

static bool resolve_duration(
	const struct param *param, const char *text, struct json_object *values, struct error *err)
{
	int64_t seconds;

	if (!duration_read(text, &seconds))
		return error_set(err, ERROR_INTERNAL, 0, "%s was not checked", param->name);
	return json_add(values, param->name, json_object_new_int64(seconds)) || error_memory(err);
}

bool time_values_resolve(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	const struct param *param;
	/* All parameters have the same present, so that from now to +1h is an hour. */
	int64_t now = (int64_t)time(NULL);

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		bool is_time = param->type == TYPE_TIME, is_duration = param->type == TYPE_DURATION;
		const char *text = is_time || is_duration ? json_string(values, param->name) : NULL;

		if (text && !(is_time ? resolve_time(param, text, now, values, err)
				      : resolve_duration(param, text, values, err)))
			return false;
	}
	return error_conclude(err, ERROR_USAGE);
}
