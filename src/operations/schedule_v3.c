/* SPDX-License-Identifier: Apache-2.0 */
/* Shift-based schedules, their custom shifts and their overrides. */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"Description of the schedule.", .most = 1024);
static const struct param custom_shift_id = PATH_ID_VALUE("custom_shift_id", KIND_NONE,
	"The custom shift.", .example = "\"PCSH1FT\"");
static const struct param override_id = PATH_ID_VALUE("override_id", KIND_NONE,
	"The override.", .example = "\"PQ47DCP\"");
static const struct param range_start = QUERY_VALUE("since", TYPE_TIME,
	"Start of the time range.", .required = true, .example = "\"2026-11-09T20:00:00Z\"");
static const struct param range_end = QUERY_VALUE("until", TYPE_TIME,
	"End of the time range.", .required = true, .example = "\"2026-11-16T20:00:00Z\"");
static const struct param time_zone = QUERY_VALUE("time_zone", TYPE_STRING,
	"Time zone of the times in the result, such as UTC or Europe/Paris.");
static const struct param overflow = QUERY_VALUE("overflow", TYPE_BOOLEAN,
	"Do not cut shifts at the ends of the time range.");

static const struct operation rows[] = {
	{ .name = "schedule_v3.create",
	  .summary = "Create a shift-based schedule.",
	  CREATE("/v3/schedules", "schedule"),
	  .params = PARAMS(
		&from_email,
		BODY("name", TYPE_STRING, "Name of the schedule.",
			.required = true, .most = 255, .example = "\"Engineering On-Call\""),
		BODY("time_zone", TYPE_STRING, "Time zone of the schedule, such as Europe/Paris.",
			.required = true, .example = "\"America/New_York\""),
		&description,
		BODY("team_ids", TYPE_LIST, "The teams that own it.",
			.wire = "teams[]", .reference = "team_reference", .kind = KIND_TEAM)),
	  .returns = "The schedule." },

	{ .name = "schedule_v3.create_custom_shift",
	  .summary = "Put a user on call for a shift outside the rotations.",
	  .method = "POST", .path = "/v3/schedules/{entity_id}/custom_shifts",
	  .result = RESULT_LIST, .member = "custom_shifts",
	  .retry = RETRY_UNSENT,
	  .constant = "{\"custom_shifts\":[{\"type\":\"custom_shift\",\"assignments\":[{\"type\":\"shift_assignment\"}]}]}",
	  .params = PARAMS(
		&from_email, &schedule_v3_id,
		BODY("user_id", TYPE_STRING, "The user who is on call.",
			.wire = "custom_shifts[0]/assignments[0]/member", .reference = "user_member",
			.as = "user_id/type", .required_unless = "custom_shifts", .kind = KIND_USER,
			.example = "\"PUSER123\""),
		BODY("start_time", TYPE_TIME, "When the shift begins.",
			.wire = "custom_shifts[0]/start_time", .required_unless = "custom_shifts",
			.example = "\"2025-03-15T09:00:00Z\""),
		BODY("end_time", TYPE_TIME, "When the shift ends.",
			.wire = "custom_shifts[0]/end_time", .required_unless = "custom_shifts",
			.example = "\"2025-03-15T17:00:00Z\""),
		BODY("custom_shifts", TYPE_OBJECTS,
			"Several shifts instead: objects with type (custom_shift), start_time, end_time and "
			"assignments.")),
	  .returns = "An array of the custom shifts." },

	{ .name = "schedule_v3.create_override",
	  .summary = "Let a user take over a shift.",
	  .method = "POST", .path = "/v3/schedules/{entity_id}/overrides",
	  .result = RESULT_LIST, .member = "overrides",
	  .retry = RETRY_UNSENT,
	  .constant = "{\"overrides\":[{\"type\":\"override_shift\"}]}",
	  .params = PARAMS(
		&from_email, &schedule_v3_id,
		BODY("rotation_id", TYPE_STRING,
			"Id of the rotation whose shift it is; not with custom_shift_id.",
			.wire = "overrides[0]/rotation_id"),
		BODY("custom_shift_id", TYPE_STRING, "Id of the custom shift; not with rotation_id.",
			.wire = "overrides[0]/custom_shift_id"),
		BODY("start_time", TYPE_TIME, "When the override begins.",
			.wire = "overrides[0]/start_time", .required_unless = "overrides",
			.example = "\"2025-03-15T09:00:00Z\""),
		BODY("end_time", TYPE_TIME, "When the override ends.",
			.wire = "overrides[0]/end_time", .required_unless = "overrides",
			.example = "\"2025-03-15T17:00:00Z\""),
		BODY("overridden_user_id", TYPE_STRING, "The user whose shift it is.",
			.wire = "overrides[0]/overridden_member", .reference = "user_member",
			.as = "user_id/type", .required_unless = "overrides", .kind = KIND_USER,
			.example = "\"PUSER123\""),
		BODY("user_id", TYPE_STRING, "The user who takes the shift over.",
			.wire = "overrides[0]/overriding_member", .reference = "user_member",
			.as = "user_id/type", .required_unless = "overrides", .kind = KIND_USER,
			.example = "\"PUSER456\""),
		BODY("overrides", TYPE_OBJECTS,
			"Several overrides instead: objects with type (override_shift), rotation_id or "
			"custom_shift_id, start_time, end_time, overridden_member and overriding_member.")),
	  .returns = "An array of the overrides." },

	{ .name = "schedule_v3.delete",
	  .summary = "Delete a shift-based schedule; refused while an escalation policy uses it.",
	  DELETE("/v3/schedules/{entity_id}"),
	  .params = PARAMS(&from_email, &schedule_v3_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule_v3.delete_custom_shift",
	  .summary = "End a custom shift that is on, or delete one that is to come.",
	  DELETE("/v3/schedules/{entity_id}/custom_shifts/{custom_shift_id}"),
	  .params = PARAMS(&from_email, &schedule_v3_id, &custom_shift_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule_v3.delete_override",
	  .summary = "Delete an override of a shift-based schedule.",
	  DELETE("/v3/schedules/{entity_id}/overrides/{override_id}"),
	  .params = PARAMS(&from_email, &schedule_v3_id, &override_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule_v3.find",
	  .summary = "List shift-based schedules.",
	  LIST("/v3/schedules", "schedules"),
	  .paging = PAGING_V3,
	  .params = PARAMS(
		QUERY("query", TYPE_STRING, "Only schedules whose name matches this text."),
		&team_ids, &maximum, &partial),
	  .returns = "An array of references to schedules." },

	{ .name = "schedule_v3.find_audit_records",
	  .summary = "List who changed a shift-based schedule.",
	  LIST("/v3/schedules/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&schedule_v3_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "schedule_v3.find_custom_shifts",
	  .summary = "List the custom shifts of a shift-based schedule.",
	  LIST("/v3/schedules/{entity_id}/custom_shifts", "custom_shifts"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&schedule_v3_id, &range_start, &range_end, &time_zone, &overflow, &maximum_all, &partial),
	  .returns = "An array of custom shifts." },

	{ .name = "schedule_v3.find_overrides",
	  .summary = "List the overrides of a shift-based schedule.",
	  LIST("/v3/schedules/{entity_id}/overrides", "overrides"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&schedule_v3_id, &range_start, &range_end, &time_zone,
		QUERY("overflow", TYPE_BOOLEAN,
			"Do not cut overrides at the ends of the time range."),
		&maximum_all, &partial),
	  .returns = "An array of overrides." },

	{ .name = "schedule_v3.get",
	  .summary = "Get a shift-based schedule.",
	  GET("/v3/schedules/{entity_id}", "schedule"),
	  .params = PARAMS(
		&schedule_v3_id,
		QUERY("since", TYPE_TIME, "Start of the time range of final_schedule."),
		QUERY("until", TYPE_TIME, "End of the time range of final_schedule."),
		&time_zone, &overflow,
		QUERY("include", TYPE_LIST, "Details to include: final_schedule.",
			.values = VALUES("final_schedule"))),
	  .returns = "The schedule." },

	{ .name = "schedule_v3.get_custom_shift",
	  .summary = "Get a custom shift of a shift-based schedule.",
	  GET("/v3/schedules/{entity_id}/custom_shifts/{custom_shift_id}", "custom_shift"),
	  .params = PARAMS(&schedule_v3_id, &custom_shift_id),
	  .returns = "The custom shift." },

	{ .name = "schedule_v3.get_override",
	  .summary = "Get an override of a shift-based schedule.",
	  GET("/v3/schedules/{entity_id}/overrides/{override_id}", "override"),
	  .params = PARAMS(&schedule_v3_id, &override_id),
	  .returns = "The override." },

	{ .name = "schedule_v3.update",
	  .summary = "Change a shift-based schedule: its name, its time zone, what it is for.",
	  UPDATE("/v3/schedules/{entity_id}", "schedule"),
	  .params = PARAMS(
		&from_email, &schedule_v3_id,
		BODY("name", TYPE_STRING, "New name of the schedule.",
			.most = 255, .example = "\"New Schedule Name\""),
		BODY("time_zone", TYPE_STRING, "Time zone of the schedule, such as Europe/Paris."),
		&description),
	  .returns = "The schedule." },

	{ .name = "schedule_v3.update_custom_shift",
	  .summary = "Change a custom shift; of one that has begun, only its end.",
	  UPDATE("/v3/schedules/{entity_id}/custom_shifts/{custom_shift_id}", "custom_shift"),
	  .constant = "{\"assignments\":[{\"type\":\"shift_assignment\"}]}",
	  .params = PARAMS(
		&from_email, &schedule_v3_id, &custom_shift_id,
		BODY("start_time", TYPE_TIME, "When the shift begins.", .example = "\"2025-03-15T10:00:00Z\""),
		BODY("end_time", TYPE_TIME, "When the shift ends."),
		BODY("user_id", TYPE_STRING, "The user who is on call.",
			.wire = "assignments[0]/member", .reference = "user_member", .as = "user_id/type",
			.kind = KIND_USER)),
	  .returns = "The custom shift." },

	{ .name = "schedule_v3.update_override",
	  .summary = "Change an override of a shift-based schedule.",
	  UPDATE("/v3/schedules/{entity_id}/overrides/{override_id}", "override"),
	  .params = PARAMS(
		&from_email, &schedule_v3_id, &override_id,
		BODY("start_time", TYPE_TIME,
			"When the override begins.", .example = "\"2025-03-15T10:00:00Z\""),
		BODY("end_time", TYPE_TIME, "When it ends."),
		BODY("user_id", TYPE_STRING, "The user who takes the shift over.",
			.wire = "overriding_member", .reference = "user_member", .as = "user_id/type",
			.kind = KIND_USER)),
	  .returns = "The override." },
};
/* clang-format on */

TABLE(schedule_v3);
