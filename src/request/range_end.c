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
enum { CLOCKS_DIFFER = 60 };

bool range_end_add(struct request *request, const struct timeline *timeline)
{
	const char *query = text_string(&request->query);
	char text[INSTANT_TEXT];

	if (!timeline || !query_value(query, timeline->since) ||
		query_value(query, timeline->until) || query_value(query, timeline->any_time))
		return true;
	request->until_now = request->query.len;
	instant_print((int64_t)time(NULL) + CLOCKS_DIFFER, text);
	(void)text_addf(&request->query, "&%s=", timeline->until);
	return text_add_encoded(&request->query, text, strlen(text));
}
