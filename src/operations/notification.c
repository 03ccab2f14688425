/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "base/instant.h"
#include "json/json.h"

#include <string.h>
#include <time.h>

enum { DAYS = 30 };

/*
 * PagerDuty wants both ends of the time range: the last 30 days, unless the caller says otherwise.
 */
static bool add_range(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	const char *given = json_string(values, "until");
	int64_t end = (int64_t)time(NULL);
	char text[INSTANT_TEXT];

	(void)operation;
	if (given && !instant_read(given, &end))
		return error_set(err, ERROR_INTERNAL, 0, "until was not checked");
	instant_print(end, text);
	if (!given && !json_add_string(values, "until", text))
		return error_memory(err);
	instant_print(end - DAYS * INT64_C(86400), text);
	/* If the end that was given has no offset, the other end must have none either. */
	if (given && instant_is_local(given))
		text[strcspn(text, "Z")] = '\0';
	return json_string(values, "since") || json_add_string(values, "since", text) ||
	       error_memory(err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct timeline timeline = {
	.since = "since", .until = "until", .days_most = 88, .made = "started_at" };

static const struct operation rows[] = {
	{ .name = "notification.find",
	  .summary = "List notifications that were sent to users.",
	  LIST("/notifications", "notifications"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline,
	  .prepare = add_range,
	  .params = PARAMS(
		QUERY("include", TYPE_LIST, "Details to include in full instead of as references: users."),
		&time_zone_utc,
		QUERY("since", TYPE_TIME, "Start of the time range; without it, 30 days before its end."),
		QUERY("until", TYPE_TIME,
			"End of the time range; without it, now. A range of three months or more "
			"is requested in several parts."),
		QUERY("filter", TYPE_STRING, "Only notifications that were sent this way.",
			.values = VALUES("sms_notification", "email_notification", "phone_notification", "push_notification")),
		&maximum, &partial),
	  .returns = "An array of notifications." },
};
/* clang-format on */

TABLE(notification);
