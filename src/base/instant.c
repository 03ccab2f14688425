/* SPDX-License-Identifier: Apache-2.0 */
#include "base/instant.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* Reads a number of exactly count digits, from least to most, and moves *at behind it. */
static bool read_digits(const char **at, int count, int least, int most, int *out)
{
	int value = 0;

	for (int i = 0; i < count; i++, (*at)++) {
		if (**at < '0' || **at > '9')
			return false;
		value = value * 10 + (**at - '0');
	}
	*out = value;
	return value >= least && value <= most;
}

static bool read_char(const char **at, const char *allowed)
{
	if (!**at || !strchr(allowed, **at))
		return false;
	(*at)++;
	return true;
}

static bool read_date(const char **at, struct tm *out)
{
	if (!read_digits(at, 4, 1900, 9999, &out->tm_year) || !read_char(at, "-") ||
		!read_digits(at, 2, 1, 12, &out->tm_mon) || !read_char(at, "-") ||
		!read_digits(at, 2, 1, 31, &out->tm_mday))
		return false;
	out->tm_year -= 1900;
	out->tm_mon--;
	return true;
}

static bool read_time(const char **at, struct tm *out)
{
	if (!read_digits(at, 2, 0, 23, &out->tm_hour) || !read_char(at, ":") ||
		!read_digits(at, 2, 0, 59, &out->tm_min))
		return false;
	if (!read_char(at, ":"))
		return true;
	if (!read_digits(at, 2, 0, 60, &out->tm_sec))
		return false;
	if (read_char(at, ".,")) {
		size_t digits = strspn(*at, "0123456789");

		*at += digits;
		return digits > 0;
	}
	return true;
}

/* Reads Z, +02, +0200, +02:00, or nothing. *out is in seconds east of Greenwich. */
static bool read_offset(const char **at, int *out)
{
	int hours = 0, minutes = 0;
	bool west = **at == '-';

	*out = 0;
	if (!**at || read_char(at, "Zz"))
		return true;
	if (!read_char(at, "+-") || !read_digits(at, 2, 0, 14, &hours))
		return false;
	if (**at && (read_char(at, ":"), !read_digits(at, 2, 0, 59, &minutes)))
		return false;
	*out = (hours * 3600 + minutes * 60) * (west ? -1 : 1);
	return true;
}

bool instant_read(const char *text, int64_t *out_seconds)
{
	struct tm moment = { 0 };
	int offset = 0;

	if (!read_date(&text, &moment))
		return false;
	if (*text && (!read_char(&text, "Tt ") || !read_time(&text, &moment) ||
			     !read_offset(&text, &offset)))
		return false;
	/*
	 * timegm turns 30 February into 2 March, so compare the day. The time of day is left out
	 * here, because a leap second may rightly become the next day.
	 */
	struct tm day = {
		.tm_year = moment.tm_year, .tm_mon = moment.tm_mon, .tm_mday = moment.tm_mday
	};
	(void)timegm(&day);
	if (*text || day.tm_mday != moment.tm_mday)
		return false;
	*out_seconds = (int64_t)timegm(&moment) - offset;
	return true;
}

bool instant_valid(const char *text)
{
	int64_t seconds;

	return instant_read(text, &seconds);
}

bool instant_is_local(const char *text)
{
	/* Skip the date, which contains dashes. */
	return !strpbrk(text + strcspn(text, "Tt "), "Zz+-");
}

void instant_print(int64_t seconds, char out[INSTANT_TEXT])
{
	time_t value = (time_t)seconds;
	struct tm moment;

	if (!gmtime_r(&value, &moment) ||
		!strftime(out, INSTANT_TEXT, "%Y-%m-%dT%H:%M:%SZ", &moment))
		(void)snprintf(out, INSTANT_TEXT, "1970-01-01T00:00:00Z");
}
