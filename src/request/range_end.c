/* SPDX-License-Identifier: Apache-2.0 */
#include "request/range_end.h"

#include "base/instant.h"
#include "request/query.h"

#include <string.h>
#include <time.h>

/*
 * Our clock may be so many seconds behind PagerDuty's. The range ends that much later, so that it
 * includes what was made just now.
 */
enum { CLOCKS_DIFFER = 60 };

bool range_end_add(struct request *request)
{
	const char *names = request->operation->range, *query = text_string(&request->query);
	char text[INSTANT_TEXT];

	if (!names)
		return true;
	const char *until = strchr(names, '/') + 1;
	if (!query_find(query, names, (size_t)(until - 1 - names)) ||
		query_find(query, until, strlen(until)) ||
		query_find(query, "date_range", strlen("date_range")))
		return true;
	request->until_now = request->query.len;
	instant_print((int64_t)time(NULL) + CLOCKS_DIFFER, text);
	(void)text_addf(&request->query, "&%s=", until);
	return text_add_encoded(&request->query, text, strlen(text));
}
