/* SPDX-License-Identifier: Apache-2.0 */
#include "view/time_format.h"

#include <time.h>

enum { MINUTE = 60, HOUR = 60 * MINUTE, DAY = 24 * HOUR, MONTH = 30 * DAY, YEAR = 365 * DAY };

/* A unit is used for distances of at least from seconds. */
static const struct {
	int64_t from, unit;
	const char *one, *many;
} units[] = {
	{ 2 * YEAR, YEAR, "year", "years" },
	{ 2 * MONTH, MONTH, "month", "months" },
	{ 2 * DAY, DAY, "day", "days" },
	{ HOUR, HOUR, "h", "h" },
	{ MINUTE, MINUTE, "min", "min" },
};

void time_format_distance(struct text *out, int64_t at, int64_t now)
{
	bool ahead = at > now;
	int64_t distance = ahead ? at - now : now - at;

	for (size_t i = 0; i < COUNT(units); i++) {
		if (distance < units[i].from)
			continue;
		long long count = distance / units[i].unit;

		(void)text_addf(out, "%s%lld %s%s", ahead ? "in " : "", count,
			count == 1 ? units[i].one : units[i].many, ahead ? "" : " ago");
		return;
	}
	(void)text_add(out, ahead ? "in a moment" : "just now");
}

/* Converts to local time. Returns false if the year is too large for struct tm. */
static bool local_time(int64_t at, struct tm *out)
{
	time_t value = (time_t)at;

	tzset();
	return localtime_r(&value, out) != NULL;
}

void time_format_short(struct text *out, int64_t at, int64_t now)
{
	static const char *const months[] = { "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul",
		"Aug", "Sep", "Oct", "Nov", "Dec" };
	struct tm moment, today;

	if (!local_time(at, &moment) || !local_time(now, &today))
		return;
	bool this_year = moment.tm_year == today.tm_year;
	if (!this_year)
		(void)text_addf(out, "%d-%02d-%02d ", moment.tm_year + 1900, moment.tm_mon + 1,
			moment.tm_mday);
	else if (moment.tm_yday != today.tm_yday)
		(void)text_addf(out, "%s %02d ", months[moment.tm_mon], moment.tm_mday);
	(void)text_addf(out, "%02d:%02d", moment.tm_hour, moment.tm_min);
}

void time_format_full(struct text *out, int64_t at)
{
	static const char *const days[] = { "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat" };
	struct tm moment;

	if (local_time(at, &moment))
		(void)text_addf(out, "%s %d-%02d-%02d %02d:%02d %s", days[moment.tm_wday],
			moment.tm_year + 1900, moment.tm_mon + 1, moment.tm_mday, moment.tm_hour,
			moment.tm_min, moment.tm_zone);
}
