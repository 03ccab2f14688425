/* SPDX-License-Identifier: Apache-2.0 */
#include "request/range_end.h"

#include "base/instant.h"
#include "request/query.h"

#include <string.h>
#include <time.h>

/*
 * Our clock may be behind PagerDuty's by so many seconds. The range ends that much later, so that
 * it includes what was created just now.
 */
enum {
	CLOCKS_DIFFER = 60,
	CLOCKS_DIFFER_MOST =
		15 * 60, /* a start that is so much later is a time of PagerDuty's clock */
	EASTMOST = 14 * 3600, /* seconds that a clock may be ahead of UTC */
	MOMENT = 64, /* bytes of a moment in a query */
};

/*
 * Refuses a start in the future, and moves the end behind a start that is only a little later: such
 * a start comes from PagerDuty, if our clock is behind. A start without an offset is in a zone that
 * is not known here, so it is refused only if it lies in the future of every zone.
 */
static bool check_start(
	const struct timeline *timeline, const char *value, int64_t *end, struct error *err)
{
	char text[MOMENT];
	int64_t start;

	if (!query_decode(value, text, sizeof(text)) || !instant_read(text, &start))
		return true;
	if (instant_is_local(text) && start <= *end + EASTMOST)
		return true;
	if (!instant_is_local(text) && start <= *end + CLOCKS_DIFFER_MOST) {
		if (start + CLOCKS_DIFFER > *end)
			*end = start + CLOCKS_DIFFER;
		return true;
	}
	return error_set(err, ERROR_USAGE, 0,
		"%s is in the future, %s, and the list holds only what has happened: give an earlier time",
		timeline->since, text);
}

bool range_end_add(struct request *request, const struct timeline *timeline, struct error *err)
{
	const char *query = text_string(&request->query);
	char text[INSTANT_TEXT];

	if (!timeline || !query_value(query, timeline->since) ||
		query_value(query, timeline->until) || query_value(query, timeline->any_time))
		return true;
	int64_t end = (int64_t)time(NULL) + CLOCKS_DIFFER;
	if (!check_start(timeline, query_value(query, timeline->since), &end, err))
		return false;
	request->until_now = request->query.len;
	instant_print(end, text);
	(void)text_addf(&request->query, "&%s=", timeline->until);
	return text_add_encoded(&request->query, text, strlen(text)) || error_memory(err);
}
