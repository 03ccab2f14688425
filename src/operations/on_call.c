/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

#include "json/json.h"

/* One thing is asked about. */
static bool check_subject(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	static const char *const subjects[] = { "schedule_id", "escalation_policy_id", "service_id",
		"team_id", "user_id", "name" };
	size_t given = 0;

	(void)operation;
	for (size_t i = 0; i < COUNT(subjects); i++)
		given += json_member(values, subjects[i]) != NULL;
	return given == 1 ||
	       error_set(err, ERROR_USAGE, 0,
		       "give name, or one of schedule_id, escalation_policy_id, service_id, team_id, user_id%s",
		       given ? ", not several" : ": who is on call for what");
}

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
			"Only shifts of these schedules. The text null also finds people who are "
			"on call without a schedule.",
			.kind = KIND_SCHEDULE),
		QUERY("since", TYPE_TIME, "Start of the time range; without it, now."),
		QUERY("until", TYPE_TIME, "End of the time range; without it, now."),
		QUERY("earliest", TYPE_BOOLEAN,
			"Only the first shift of each escalation policy, level and user."),
		&maximum_all, &partial),
	  .returns = "An array of on-calls: user, schedule, escalation policy and level, start and end." },

	{ .name = "on_call.now",
	  .summary = "List who answers now, the lowest level first: for a schedule, an escalation policy, a "
		"service, a team or a user.",
	  .method = "GET",
	  .prepare = check_subject, .run = on_call_now,
	  .params = PARAMS(
		PARAM("name", PLACE_CONTROL, TYPE_STRING,
			"The name of a schedule, an escalation policy, a service, a team or a "
			"user, instead of an id.",
			.among = VALUES("schedule_id", "escalation_policy_id", "service_id", "team_id", "user_id")),
		PARAM("schedule_id", PLACE_CONTROL, TYPE_STRING, "The schedule.", .kind = KIND_SCHEDULE),
		PARAM("escalation_policy_id", PLACE_CONTROL, TYPE_STRING, "The escalation policy.",
			.kind = KIND_ESCALATION_POLICY),
		PARAM("service_id", PLACE_CONTROL, TYPE_STRING,
			"The service, whose escalation policy is used.",
			.kind = KIND_SERVICE, .example = "\"PIJ90N7\""),
		PARAM("team_id", PLACE_CONTROL, TYPE_STRING,
			"The team, whose escalation policies are used.",
			.kind = KIND_TEAM),
		PARAM("user_id", PLACE_CONTROL, TYPE_STRING, "The user.", .kind = KIND_USER),
		PARAM("time_zone", PLACE_CONTROL, TYPE_STRING,
			"Time zone of the times in the result, such as UTC or Europe/Paris.",
			.initial = "\"UTC\""),
		PARAM("include", PLACE_CONTROL, TYPE_LIST,
			"Details to include in full instead of as references: escalation_policies, users, "
			"schedules.")),
	  .returns =
	  	"An array of on-calls: user, schedule, escalation policy and level, start and "
	  	"end; empty if nobody is on call." },
};
/* clang-format on */

TABLE(on_call);
