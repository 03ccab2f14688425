/* SPDX-License-Identifier: Apache-2.0 */
#include "list/range.h"

#include "base/instant.h"
#include "request/query.h"

#include <string.h>
#include <time.h>

enum {
	MOMENT = 64, /* bytes of a moment in a query */
	EASTMOST = 14 * 3600, /* seconds that a clock may be ahead of UTC */
};

/* One end of a range. If it is not given, the other members are 0. */
struct end {
	bool given, local;
	int64_t moment;
};

/* Reads an end of a range, if the query has it. Returns false if its value is not a moment. */
static bool read_end(const char *query, const char *name, struct end *out)
{
	const char *value = query_value(query, name);
	char text[MOMENT];

	*out = (struct end){ .given = value };
	if (!value)
		return true;
	if (!query_decode(value, text, sizeof(text)) || !instant_read(text, &out->moment))
		return false;
	out->local = instant_is_local(text);
	return true;
}

bool range_read(
	const char *query, const struct timeline *timeline, const char *earliest, struct range *out)
{
	struct end since, until;

	if (!read_end(query, timeline->since, &since) || !read_end(query, timeline->until, &until))
		return false;
	/*
	 * An end that is now is not sent, because PagerDuty's clock decides. Our clock only says
	 * where to cut.
	 */
	struct range range = { .own_since = since.given, .own_until = true };
	if (!since.given) {
		if (!instant_read(earliest, &since.moment))
			return false;
		since.local = instant_is_local(earliest);
		/* PagerDuty does not say whether a range includes its start. */
		since.moment--;
	}
	if (!until.given) {
		until.local = since.local;
		until.moment = (int64_t)time(NULL) + (since.local ? EASTMOST : 0);
	}
	range.since = since.moment;
	range.until = until.moment;
	range.local = since.local;
	if (since.local != until.local || range.since >= range.until)
		return false;
	*out = range;
	return true;
}

bool range_of_request(const struct request *request, const char *earliest, struct range *out)
{
	const struct timeline *timeline = request->operation->timeline;
	const char *query = text_string(&request->query);
	scoped(text_done) struct text given = TEXT(TEXT_ANY);

	if (!timeline)
		return false;
	if (range_read(query, timeline, earliest, out))
		return true;
	/*
	 * The end that was added has an offset, and the start has none. Read the range again
	 * without that end.
	 */
	if (!request->until_now || !text_add_bytes(&given, query, request->until_now) ||
		!range_read(text_string(&given), timeline, earliest, out))
		return false;
	out->own_until = false;
	return true;
}

bool range_halve(const struct range *range, struct range *out_older, struct range *out_newer)
{
	/* The halves overlap by a second: a shorter range would not become shorter by halving. */
	if (range->until - range->since < 4)
		return false;
	struct range older = *range, newer = *range;
	older.until = range->since + (range->until - range->since) / 2;
	newer.since = older.until - 1;
	older.own_until = newer.own_since = false;
	*out_older = older;
	*out_newer = newer;
	return true;
}

static void write_moment(struct text *out, const char *name, int64_t moment, bool local)
{
	char text[INSTANT_TEXT];

	instant_print(moment, text);
	if (local)
		text[strcspn(text, "Z")] = '\0';
	(void)text_addf(out, "%s%s=", out->len ? "&" : "", name);
	(void)text_add_encoded(out, text, strlen(text));
}

bool range_write(struct text *out, const char *query, const struct timeline *timeline,
	const struct range *range)
{
	size_t since_len = strlen(timeline->since), until_len = strlen(timeline->until);
	const char *since = range->own_since ? NULL : query_value(query, timeline->since);
	const char *until = range->own_until ? NULL : query_value(query, timeline->until);

	for (const char *member = query; *member; member += strspn(member, "&")) {
		size_t len = strcspn(member, "&");

		if (!(since && member == since - since_len - 1) &&
			!(until && member == until - until_len - 1))
			(void)text_addf(out, "%s%.*s", out->len ? "&" : "", (int)len, member);
		member += len;
	}
	if (!range->own_since)
		write_moment(out, timeline->since, range->since, range->local);
	if (!range->own_until)
		write_moment(out, timeline->until, range->until, range->local);
	return !out->failed;
}
