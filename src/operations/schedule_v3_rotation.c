/* SPDX-License-Identifier: Apache-2.0 */
/* The rotations of shift-based schedules. An event of a rotation is a shift that recurs. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param rotation_id = PATH_ID_VALUE("rotation_id", KIND_NONE,
	"The rotation.", .example = "\"PR0TAT1\"");
static const struct param name_of_shifts = BODY_VALUE("name", TYPE_STRING, "Name of the shifts.",
	.required = true, .most = 255, .example = "\"Weekly on-call\"");
static const struct param first_start = BODY_VALUE("start_time", TYPE_TIME, "When the first shift begins.",
	.wire = "start_time/date_time", .required = true, .example = "\"2026-11-30T09:00:00Z\"");
static const struct param first_end = BODY_VALUE("end_time", TYPE_TIME, "When the first shift ends.",
	.wire = "end_time/date_time", .required = true, .example = "\"2026-12-07T09:00:00Z\"");
static const struct param time_zone_of_shifts = BODY_VALUE("time_zone", TYPE_STRING,
	"Time zone of both, such as Europe/Paris.",
	.wire = "start_time/time_zone,end_time/time_zone", .required = true, .example = "\"Europe/Paris\"");
static const struct param effective_since = BODY_VALUE("effective_since", TYPE_TIME,
	"When the recurring shifts begin; a time in the past becomes now.",
	.required = true, .example = "\"2026-11-30T09:00:00Z\"");
static const struct param members = BODY_VALUE("user_ids", TYPE_LIST,
	"The members in the order of their turns.",
	.wire = "assignment_strategy/members[]", .required = true, .reference = "user_member",
	.as = "user_id/type", .kind = KIND_USER, .example = "[\"PXPGF42\", \"PAM4FGS\"]");
static const struct param effective_until = BODY_VALUE("effective_until", TYPE_TIME,
	"When the recurring shifts end.");
static const struct param recurrence = BODY_VALUE("recurrence", TYPE_LIST,
	"How the shifts recur: rules as in RFC 5545.",
	.required = true, .example = "[\"RRULE:FREQ=WEEKLY;BYDAY=MO\"]");
static const struct param strategy = BODY_VALUE("strategy", TYPE_STRING,
	"Whether the members take turns, or are all on call together.",
	.wire = "assignment_strategy/type", .required = true,
	.values = VALUES("rotating_member_assignment_strategy", "every_member_assignment_strategy"),
	.example = "\"rotating_member_assignment_strategy\"");
static const struct param shifts_per_member = BODY_VALUE("shifts_per_member", TYPE_INTEGER,
	"The number of shifts of a member before it is the next member's turn.",
	.wire = "assignment_strategy/shifts_per_member", .least = 1, .most = 2147483647);
static const struct param event_id = PATH_ID_VALUE("event_id", KIND_NONE,
	"The rotation's event.", .example = "\"PEV3NT1\"");

static const struct operation rows[] = {
	{ .name = "schedule_v3.create_rotation",
	  .summary = "Add an empty rotation to a shift-based schedule.",
	  .method = "POST", .path = "/v3/schedules/{entity_id}/rotations",
	  .result = RESULT_MEMBER, .member = "rotation",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(&from_email, &schedule_v3_id),
	  .returns = "The rotation." },

	{ .name = "schedule_v3.create_rotation_event",
	  .summary = "Add shifts that recur to a rotation.",
	  CREATE("/v3/schedules/{entity_id}/rotations/{rotation_id}/events", "event"),
	  .params = PARAMS(
		&from_email, &schedule_v3_id, &rotation_id, &name_of_shifts, &first_start, &first_end,
		&time_zone_of_shifts, &effective_since, &effective_until, &recurrence, &strategy,
		&shifts_per_member, &members),
	  .returns = "The rotation's event." },

	{ .name = "schedule_v3.delete_rotation",
	  .summary = "Delete a rotation and its shifts.",
	  DELETE("/v3/schedules/{entity_id}/rotations/{rotation_id}"),
	  .params = PARAMS(&from_email, &schedule_v3_id, &rotation_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule_v3.delete_rotation_event",
	  .summary = "Delete shifts that recur from a rotation.",
	  DELETE("/v3/schedules/{entity_id}/rotations/{rotation_id}/events/{event_id}"),
	  .params = PARAMS(&from_email, &schedule_v3_id, &rotation_id, &event_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule_v3.find_rotation_events",
	  .summary = "List the recurring shifts of a rotation.",
	  LIST("/v3/schedules/{entity_id}/rotations/{rotation_id}/events", "events"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&schedule_v3_id, &rotation_id, &maximum_all, &partial),
	  .returns = "An array of the rotation's events." },

	{ .name = "schedule_v3.find_rotations",
	  .summary = "List the rotations of a shift-based schedule.",
	  LIST("/v3/schedules/{entity_id}/rotations", "rotations"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&schedule_v3_id, &maximum_all, &partial),
	  .returns = "An array of rotations." },

	{ .name = "schedule_v3.get_rotation",
	  .summary = "Get a rotation of a shift-based schedule.",
	  GET("/v3/schedules/{entity_id}/rotations/{rotation_id}", "rotation"),
	  .params = PARAMS(&schedule_v3_id, &rotation_id, &since, &until),
	  .returns = "The rotation." },

	{ .name = "schedule_v3.get_rotation_event",
	  .summary = "Get recurring shifts of a rotation.",
	  GET("/v3/schedules/{entity_id}/rotations/{rotation_id}/events/{event_id}", "event"),
	  .params = PARAMS(&schedule_v3_id, &rotation_id, &event_id, &since, &until),
	  .returns = "The rotation's event." },

	{ .name = "schedule_v3.update_rotation_event",
	  .summary = "Change recurring shifts of a rotation; of such as are under way, only until when "
		"they are in force.",
	  UPDATE("/v3/schedules/{entity_id}/rotations/{rotation_id}/events/{event_id}", "event"),
	  .params = PARAMS(
		&from_email, &schedule_v3_id, &rotation_id, &event_id, &name_of_shifts, &first_start, &first_end,
		&time_zone_of_shifts, &effective_since, &effective_until, &recurrence, &strategy,
		&shifts_per_member, &members),
	  .returns = "The rotation's event." },
};
/* clang-format on */

TABLE(schedule_v3_rotation);
