/* SPDX-License-Identifier: Apache-2.0 */
#include "list/order.h"

#include "request/query.h"

#include <string.h>

bool order_is_by_time(const struct timeline *timeline, const char *query)
{
	const char *order = query_value(query, timeline->order);

	if (!order)
		return true;
	for (const char *const *start = timeline->by_time; *start; start++) {
		if (!strncmp(order, *start, strlen(*start)))
			return true;
	}
	return false;
}

bool order_is_newest_first(const struct timeline *timeline, const char *query, bool *out_said)
{
	const char *order = query_value(query, timeline->order);
	char text[128];

	*out_said = order && query_decode(order, text, sizeof(text));
	if (!*out_said)
		return false;
	/* A second criterion may follow. */
	text[strcspn(text, ",")] = '\0';
	return strstr(text, ":desc") != NULL;
}
