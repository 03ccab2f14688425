/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

static const struct operation rows[] = {
	{ .name = "on_call.find",
		.summary = "List who is on call.",
		.method = "GET",
		.path = "/oncalls",
		.result = RESULT_LIST,
		.member = "oncalls",
		.paging = PAGING_CLASSIC,
		/*
		 * No range: a shift has no id, so that one that lies across the border of two
		 * halves would be given twice.
		 */
		.params = PARAMS(TIME_ZONE("\"UTC\""),
			INCLUDE("escalation_policies, users, schedules"),
			USER_IDS("Only shifts of these users (ids)."),
			QUERY("escalation_policy_ids", TYPE_LIST,
				"Only shifts on these escalation policies (ids)."),
			QUERY("schedule_ids", TYPE_LIST,
				"Only shifts of these schedules (ids); null among them, as a text, also finds who is on call by no schedule."),
			SINCE("Start of the time range; without it, now."),
			UNTIL("End of the time range; without it, now."),
			QUERY("earliest", TYPE_BOOLEAN,
				"Only the first shift of each escalation policy, level and user."),
			MAXIMUM_ALL, PARTIAL),
		.returns =
			"An array of on-calls: user, schedule, escalation policy and level, start and end." },
};

TABLE(on_call);
