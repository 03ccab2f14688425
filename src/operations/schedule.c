/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

#define SCHEDULE_ID ENTITY_ID("the schedule", "PI7DH85")
#define OVERFLOW \
	QUERY("overflow", TYPE_BOOLEAN, "Show shifts that reach beyond the time range in full.")

static const struct operation rows[] = {
	{ .name = "schedule.create",
		.summary = "Create a schedule of layers.",
		.method = "POST",
		.path = "/schedules",
		.result = RESULT_MEMBER,
		.member = "schedule",
		.retry = RETRY_UNSENT,
		.from = FROM_KNOWN,
		.wrapper = "schedule",
		.schema = "schedule",
		.params = PARAMS(
			{ .name = "overflow",
				.place = PLACE_QUERY,
				.type = TYPE_BOOLEAN,
				.initial = "false",
				.description =
					"Show shifts that reach beyond the time range in full." },
			DATA("The schedule",
				"{\"type\": \"schedule\", \"name\": \"Nights\", \"time_zone\": \"UTC\", "
				"\"schedule_layers\": [{\"start\": \"2026-11-06T20:00:00Z\", \"rotation_virtual_start\": \"2026-11-06T20:00:00Z\", "
				"\"rotation_turn_length_seconds\": 86400, \"users\": [{\"user\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}]}]}")),
		.returns = "The schedule." },
	{ .name = "schedule.delete",
		.summary = "Delete a schedule.",
		.method = "DELETE",
		.path = "/schedules/{entity_id}",
		.result = RESULT_DELETED,
		.from = FROM_KNOWN,
		.params = PARAMS(SCHEDULE_ID),
		.returns = RETURNS_DELETED },
	{ .name = "schedule.find",
		.summary = "List schedules of layers.",
		.method = "GET",
		.path = "/schedules",
		.result = RESULT_LIST,
		.member = "schedules",
		.paging = PAGING_CLASSIC,
		.params = PARAMS(FIND_QUERY("schedules whose name"), MAXIMUM, TEAM_IDS,
			INCLUDE("schedule_layers, overrides_subschedule, final_schedule"),
			TIME_ZONE(NULL), SINCE("Start of the time range of what is included."),
			UNTIL("End of that time range."),
			QUERY("include_next_oncall_for_user", TYPE_STRING,
				"Also when this user (id) is on call next."),
			PARTIAL),
		.returns = "An array of schedules." },
	{ .name = "schedule.get",
		.summary = "Get a schedule with its shifts in a time range.",
		.method = "GET",
		.path = "/schedules/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "schedule",
		.params =
			PARAMS(SCHEDULE_ID, TIME_ZONE("\"UTC\""), SINCE("Start of the time range."),
				UNTIL("End of the time range."), OVERFLOW,
				QUERY("include_next_oncall_for_user", TYPE_STRING,
					"Also when this user (id) is on call next.")),
		.returns = "The schedule." },
	{ .name = "schedule.get_on_call",
		.summary = "List the users of a schedule who are on call in a time range.",
		.method = "GET",
		.path = "/schedules/{entity_id}/users",
		.result = RESULT_WHOLE_LIST,
		.member = "users",
		.params = PARAMS(SCHEDULE_ID,
			SINCE("Start of the time range; with until a second later, the result is who is on call at that moment."),
			UNTIL("End of the time range.")),
		.returns = "`{\"users\": [...]}`" },
	{ .name = "schedule.update",
		.summary = "Change a schedule of layers.",
		UPDATE("schedule", "/schedules/{entity_id}"),
		.params = PARAMS(SCHEDULE_ID, OVERFLOW,
			CHANGES("the schedule",
				"{\"type\": \"schedule\", \"name\": \"Nights and weekends\"}")),
		.returns = "The schedule." },
};

TABLE(schedule);
