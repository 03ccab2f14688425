/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct operation rows[] = {
	{ .name = "on_call.find",
	  .summary = "List who is on call.",
	  LIST("/oncalls", "oncalls"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&time_zone_utc,
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: escalation_policies, users, "
			"schedules."),
		QUERY("user_ids", TYPE_LIST, "Only shifts of these users.", .kind = KIND_USER),
		QUERY("escalation_policy_ids", TYPE_LIST, "Only shifts on these escalation policies.",
			.kind = KIND_ESCALATION_POLICY),
		QUERY("schedule_ids", TYPE_LIST,
			"Only shifts of these schedules; null among them, as a text, also finds who is on "
			"call by no schedule.",
			.kind = KIND_SCHEDULE),
		QUERY("since", TYPE_TIME, "Start of the time range; without it, now."),
		QUERY("until", TYPE_TIME, "End of the time range; without it, now."),
		QUERY("earliest", TYPE_BOOLEAN,
			"Only the first shift of each escalation policy, level and user."),
		&maximum_all, &partial),
	  .returns = "An array of on-calls: user, schedule, escalation policy and level, start and end." },
};
/* clang-format on */

TABLE(on_call);
