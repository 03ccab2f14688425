/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param include_next_oncall_for_user = QUERY_VALUE("include_next_oncall_for_user", TYPE_STRING,
	"Also when this user is on call next.", .kind = KIND_USER);
static const struct param overflow = QUERY_VALUE("overflow", TYPE_BOOLEAN,
	"Show shifts that reach beyond the time range in full.");

static const struct operation rows[] = {
	{ .name = "schedule.create",
	  .summary = "Create a schedule of layers.",
	  CREATE("/schedules", "schedule"),
	  .schema = "schedule",
	  .params = PARAMS(
		QUERY("overflow", TYPE_BOOLEAN, "Show shifts that reach beyond the time range in full.",
			.initial = "false"),
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The schedule as PagerDuty's REST API takes it, without its wrapper.",
			.required = true,
			.example = "{\"type\": \"schedule\", \"name\": \"Nights\", \"time_zone\": \"UTC\", \"schedule_layers\": [{\"start\": \"2026-11-06T20:00:00Z\", \"rotation_virtual_start\": \"2026-11-06T20:00:00Z\", \"rotation_turn_length_seconds\": 86400, \"users\": [{\"user\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}]}]}")),
	  .returns = "The schedule." },

	{ .name = "schedule.delete",
	  .summary = "Delete a schedule.",
	  DELETE("/schedules/{entity_id}"),
	  .params = PARAMS(&schedule_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule.find",
	  .summary = "List schedules of layers.",
	  LIST("/schedules", "schedules"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only schedules whose name matches this text."),
		&maximum, &team_ids,
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: schedule_layers, "
			"overrides_subschedule, final_schedule."),
		QUERY("time_zone", TYPE_STRING,
			"Time zone that times in the result are given in, such as UTC or Europe/Paris."),
		QUERY("since", TYPE_TIME, "Start of the time range of what is included."),
		QUERY("until", TYPE_TIME, "End of that time range."),
		&include_next_oncall_for_user, &partial),
	  .returns = "An array of schedules." },

	{ .name = "schedule.get",
	  .summary = "Get a schedule with its shifts in a time range.",
	  GET("/schedules/{entity_id}", "schedule"),
	  .params = PARAMS(
		&schedule_id, &time_zone_utc, &since, &until, &overflow, &include_next_oncall_for_user),
	  .returns = "The schedule." },

	{ .name = "schedule.get_on_call",
	  .summary = "List the users of a schedule who are on call in a time range.",
	  .method = "GET", .path = "/schedules/{entity_id}/users",
	  .result = RESULT_WHOLE_LIST, .member = "users",
	  .params = PARAMS(
		&schedule_id,
		QUERY("since", TYPE_TIME,
			"Start of the time range; with until a second later, the result is who is on call "
			"at that moment."),
		&until),
	  .returns = "`{\"users\": [...]}`" },

	{ .name = "schedule.update",
	  .summary = "Change a schedule of layers.",
	  UPDATE("/schedules/{entity_id}", "schedule"),
	  .schema = "schedule",
	  .params = PARAMS(
		&schedule_id, &overflow,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"What shall be different of the schedule, as PagerDuty's REST API takes it, without "
			"its wrapper; a list is given whole.",
			.required = true,
			.example = "{\"type\": \"schedule\", \"name\": \"Nights and weekends\"}")),
	  .returns = "The schedule." },
};
/* clang-format on */

TABLE(schedule);
