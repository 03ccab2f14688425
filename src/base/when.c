/* SPDX-License-Identifier: Apache-2.0 */
#include "base/when.h"

#include "base/duration.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

enum { ZONE_MOST = WHEN_ZONE - 1, DATE_TIME_MOST = 31 };

const char when_unknown_zone[] = "is in a time zone that this host does not know";

/* A time as it was written. */
struct when {
	bool relative; /* the time is now plus shift; the other members are not used */
	int64_t shift; /* seconds */
	bool dated; /* date is the day and the time of day; days to second are not used */
	int days; /* from today */
	struct tm date;
	int hour, minute, second;
	char zone[WHEN_ZONE]; /* the name or the offset of the zone, "" if none is given */
};

/* A time zone: the one that TZ names, or a fixed offset. */
struct zone {
	bool named;
	int offset; /* seconds east of Greenwich */
};

static const char blanks[] = " \t";

static void skip_blanks(const char **at)
{
	*at += strspn(*at, blanks);
}

static bool skip_word(const char **at, const char *word)
{
	size_t len = strlen(word);

	if (strncasecmp(*at, word, len) != 0 || ((*at)[len] && !strchr(" \t+-", (*at)[len])))
		return false;
	*at += len;
	skip_blanks(at);
	return true;
}

static bool read_number(const char **at, int most, int *out)
{
	int len = 0;

	*out = 0;
	for (; **at >= '0' && **at <= '9' && len < 2; (*at)++, len++)
		*out = *out * 10 + (**at - '0');
	return len > 0 && *out <= most;
}

/* Reads "9:30" or "09:00:00". */
static bool read_time(const char **at, struct when *out)
{
	if (!read_number(at, 23, &out->hour) || *(*at)++ != ':' ||
		!read_number(at, 59, &out->minute))
		return false;
	if (**at != ':')
		return true;
	(*at)++;
	return read_number(at, 59, &out->second);
}

static bool read_zone(const char *at, struct when *out)
{
	skip_blanks(&at);
	size_t len = strcspn(at, blanks);

	if (len > ZONE_MOST || at[len + strspn(at + len, blanks)])
		return false;
	memcpy(out->zone, at, len);
	out->zone[len] = '\0';
	return true;
}

static bool read_shift(const char *at, struct when *out)
{
	bool back = *at == '-';

	out->relative = true;
	if ((*at != '+' && !back) || !duration_read(at + 1, &out->shift))
		return false;
	if (back)
		out->shift = -out->shift;
	return true;
}

static bool read_day(const char *at, struct when *out)
{
	static const struct {
		const char *word;
		int days;
	} words[] = { { "today", 0 }, { "tomorrow", 1 }, { "yesterday", -1 } };

	for (size_t i = 0; i < COUNT(words); i++) {
		if (!skip_word(&at, words[i].word))
			continue;
		(void)skip_word(&at, "at");
		out->days = words[i].days;
		return read_time(&at, out) && read_zone(at, out);
	}
	return false;
}

/* Reads "2026-01-31 08:00 Europe/Paris". */
static bool read_date(const char *at, struct when *out)
{
	char text[DATE_TIME_MOST + 1];
	const char *end = strrchr(at, ' ');
	size_t len = end ? (size_t)(end - at) : 0;
	int64_t seconds;

	if (!len || len > DATE_TIME_MOST)
		return false;
	memcpy(text, at, len);
	text[len] = '\0';
	if (!strchr(text, ':') || !instant_is_local(text) || !instant_read(text, &seconds))
		return false;
	time_t moment = (time_t)seconds;
	out->dated = true;
	return gmtime_r(&moment, &out->date) && read_zone(end, out);
}

static bool read_any(const char *text, struct when *out)
{
	skip_blanks(&text);
	if (skip_word(&text, "now")) {
		out->relative = true;
		return !*text || read_shift(text, out);
	}
	if (*text == '+' || *text == '-')
		return read_shift(text, out);
	return read_day(text, out) || read_date(text, out);
}

/* Reads Z, +02:00 and the other offsets that instant.h takes. */
static bool read_offset(const char *text, int *out)
{
	char moment[WHEN_ZONE + sizeof("1970-01-01T00:00:00")];
	int64_t seconds;

	(void)snprintf(moment, sizeof(moment), "1970-01-01T00:00:00%s", text);
	if (!strchr("Zz+-", *text) || !instant_read(moment, &seconds))
		return false;
	*out = (int)-seconds;
	return true;
}

/*
 * Returns whether path is a time zone file. For anything else, such as the folder Europe, the C
 * library would silently use UTC.
 */
static bool is_zone_file(const char *path)
{
	static const char magic[] = "TZif";
	char begin[sizeof(magic) - 1];
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	bool is = fd >= 0 && read(fd, begin, sizeof(begin)) == (ssize_t)sizeof(begin) &&
		  !memcmp(begin, magic, sizeof(begin));

	if (fd >= 0)
		(void)close(fd);
	return is;
}

/*
 * Returns whether the host has a time zone of this name. A name that leaves the folder is refused.
 */
static bool is_zone(const char *name)
{
	const char *folder = getenv("TZDIR");
	char path[512];

	if (!*name || *name == '/' || strstr(name, "..") ||
		snprintf(path, sizeof(path), "%s/%s", folder ? folder : "/usr/share/zoneinfo",
			name) >= (int)sizeof(path))
		return false;
	return is_zone_file(path);
}

bool when_valid(const char *text)
{
	struct when when = { 0 };
	int offset;

	if (!read_any(text, &when))
		return false;
	return !*when.zone || !strchr("+-", *when.zone) || read_offset(when.zone, &offset);
}

static bool to_local(const struct zone *zone, time_t moment, struct tm *out)
{
	if (zone->named)
		return localtime_r(&moment, out) != NULL;
	moment += zone->offset;
	return gmtime_r(&moment, out) != NULL;
}

/* Returns the offset of the zone that TZ names at a moment, in seconds east of Greenwich. */
static time_t offset_at(time_t moment)
{
	struct tm local = { 0 };

	return localtime_r(&moment, &local) ? local.tm_gmtoff : 0;
}

/*
 * Where the clock is set back, a time that occurs twice is the first of both; where it is set
 * forward, a time that does not occur is as long after the change as it is written. mktime() is not
 * used, because its choice depends on its last call.
 */
static time_t from_local(const struct zone *zone, struct tm *local)
{
	enum { DAY = 24 * 60 * 60 };
	time_t wall = timegm(local);

	if (!zone->named)
		return wall - zone->offset;
	time_t before = offset_at(wall - DAY), after = offset_at(wall + DAY);
	/* Whether the offset of the day after is in force already when the clock shows this time. */
	bool changed = offset_at(wall - before) != before && offset_at(wall - after) == after;
	return wall - (changed ? after : before);
}

static bool print(const struct zone *zone, time_t moment, char out[INSTANT_TEXT])
{
	struct tm local;

	if (!to_local(zone, moment, &local))
		return false;
	long offset = zone->named ? local.tm_gmtoff : zone->offset;
	long minutes = (offset < 0 ? -offset : offset) / 60;
	size_t len = strftime(out, INSTANT_TEXT, "%Y-%m-%dT%H:%M:%S", &local);
	if (!len)
		return false;
	if (!offset)
		(void)snprintf(out + len, INSTANT_TEXT - len, "Z");
	else
		(void)snprintf(out + len, INSTANT_TEXT - len, "%c%02ld:%02ld",
			offset < 0 ? '-' : '+', minutes / 60 % 100, minutes % 60);
	return true;
}

/* Writes the time of when, which is not relative, in a zone. */
static bool print_absolute(
	const struct when *when, const struct zone *zone, int64_t now, char out[INSTANT_TEXT])
{
	struct tm local = when->date;

	if (!when->dated) {
		if (!to_local(zone, (time_t)now, &local))
			return false;
		local.tm_mday += when->days;
		local.tm_hour = when->hour;
		local.tm_min = when->minute;
		local.tm_sec = when->second;
	}
	return print(zone, from_local(zone, &local), out);
}

/* Sets TZ to a zone's name, writes the time, and restores TZ. */
static bool print_in_named_zone(
	const struct when *when, const char *name, int64_t now, char out[INSTANT_TEXT])
{
	const struct zone zone = { .named = true };
	const char *given = getenv("TZ");
	char *before = given ? strdup(given) : NULL;
	bool ok = (!given || before) && setenv("TZ", name, true) == 0;

	tzset();
	ok = ok && print_absolute(when, &zone, now, out);
	if (before ? setenv("TZ", before, true) : unsetenv("TZ"))
		ok = false;
	tzset();
	free(before);
	return ok;
}

const char *when_read(const char *text, const char *zone, int64_t now, char out[INSTANT_TEXT])
{
	static const char no_moment[] = "is not a time that can be computed";
	struct when when = { 0 };
	struct zone fixed = { 0 };

	if (!read_any(text, &when))
		return no_moment;
	if (when.relative) {
		instant_print(now + when.shift, out);
		return instant_valid(out) ? NULL : no_moment;
	}
	if (*when.zone)
		zone = when.zone;
	if (!zone)
		return "must say in which time zone: \"tomorrow 09:00 Europe/Paris\", \"tomorrow 09:00 +01:00\"";
	if (!strcasecmp(zone, "UTC") || read_offset(zone, &fixed.offset))
		return print_absolute(&when, &fixed, now, out) ? NULL : no_moment;
	if (!is_zone(zone))
		return when_unknown_zone;
	return print_in_named_zone(&when, zone, now, out) ? NULL : no_moment;
}

void when_zone(const char *text, char out[WHEN_ZONE])
{
	struct when when = { 0 };

	(void)snprintf(out, WHEN_ZONE, "%s", read_any(text, &when) ? when.zone : "");
}
