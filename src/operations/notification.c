/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

#include "base/instant.h"
#include "json/json.h"

#include <string.h>
#include <time.h>

enum { DAYS = 30 };

/* PagerDuty wants both ends of the time range: the last 30 days, unless the caller says otherwise. */
static bool add_range(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	const char *given = json_string(values, "until");
	int64_t until = (int64_t)time(NULL);
	char text[INSTANT_TEXT];

	(void)operation;
	if (given && !instant_read(given, &until))
		return error_set(err, ERROR_INTERNAL, 0, "until was not checked");
	instant_print(until, text);
	if (!given && !json_add_string(values, "until", text))
		return error_memory(err);
	instant_print(until - DAYS * INT64_C(86400), text);
	/* Both ends mean the same time zone. */
	if (given && instant_is_local(given))
		text[strcspn(text, "Z")] = '\0';
	return json_string(values, "since") || json_add_string(values, "since", text) ||
	       error_memory(err);
}

static const struct operation rows[] = {
	{ .name = "notification.find",
		.summary = "List notifications that were sent to users.",
		.method = "GET",
		.path = "/notifications",
		.result = RESULT_LIST,
		.member = "notifications",
		.paging = PAGING_CLASSIC,
		.range = "since/until",
		.prepare = add_range,
		.params = PARAMS(INCLUDE("users"), TIME_ZONE("\"UTC\""),
			SINCE("Start of the time range; without it, 30 days before its end."),
			UNTIL("End of the time range, less than three months after since; without it, now."),
			{ .name = "filter",
				.place = PLACE_QUERY,
				.type = TYPE_STRING,
				.values = VALUES("sms_notification", "email_notification",
					"phone_notification", "push_notification"),
				.description = "Only notifications that were sent this way." },
			MAXIMUM, PARTIAL),
		.returns = "An array of notifications." },
};

TABLE(notification);
