/* SPDX-License-Identifier: Apache-2.0 */
#include "action/time_values.h"

#include "action/param_check.h"
#include "base/duration.h"
#include "base/utf8.h"
#include "base/when.h"
#include "json/json.h"

#include <string.h>
#include <time.h>

/*
 * Adds that the host does not know a time zone. If that is the one of the parameter time_zone, the
 * problem is added once for all times.
 */
static void refuse_zone(const struct param *param, const char *text, struct json_object *values,
	bool *told, struct error *err)
{
	const char *given = json_string(values, "time_zone");
	char own[WHEN_ZONE];

	when_zone(text, own);
	if (*own)
		error_add_problem(err,
			"%s %s: \"%s\"; give a name such as Europe/Paris, or an offset such as +01:00",
			param->name, when_unknown_zone, own);
	else if (!*told)
		error_add_problem(err,
			"time_zone must be a time zone that this host knows, such as Europe/Paris or UTC, not \"%.*s\"",
			(int)utf8_cut_characters(given, strlen(given), PARAM_SHOWN), given);
	*told |= !*own;
}

static bool resolve_time(const struct param *param, const char *text, int64_t now,
	struct json_object *values, bool *told, struct error *err)
{
	char moment[INSTANT_TEXT];

	if (instant_valid(text))
		return true;
	const char *wrong = when_read(text, json_string(values, "time_zone"), now, moment);
	if (wrong == when_unknown_zone) {
		refuse_zone(param, text, values, told, err);
		return true;
	}
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
	bool told = false;

	for (size_t i = 0; (param = operation_param(operation, i)); i++) {
		bool is_time = param->type == TYPE_TIME, is_duration = param->type == TYPE_DURATION;
		const char *text = is_time || is_duration ? json_string(values, param->name) : NULL;

		if (text && !(is_time ? resolve_time(param, text, now, values, &told, err)
				      : resolve_duration(param, text, values, err)))
			return false;
	}
	return error_conclude(err, ERROR_USAGE);
}
