/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/period.h"

#include "base/instant.h"
#include "json/json.h"

#include <time.h>

bool period_set_end(
	struct json_object *values, const char *start, const char *end, struct error *err)
{
	struct json_object *period = json_member(values, "period");
	const char *given = json_string(values, start);
	int64_t from = (int64_t)time(NULL);
	char text[INSTANT_TEXT];

	if (!period)
		return true;
	if (json_member(values, end))
		return error_set(err, ERROR_USAGE, 0, "give %s or period, not both", end);
	if (given && (!instant_read(given, &from) || instant_is_local(given)))
		return error_set(err, ERROR_USAGE, 0,
			"%s must have an offset, such as 2026-01-31T08:00:00Z, where period is given",
			start);
	instant_print(from, text);
	if (!given && !json_add_string(values, start, text))
		return error_memory(err);
	instant_print(from + json_object_get_int64(period), text);
	if (!instant_valid(text))
		return error_set(err, ERROR_USAGE, 0,
			"%s plus period is after the year 9999: give an earlier %s", start, start);
	return json_add_string(values, end, text) || error_memory(err);
}
