/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/period.h"
#include "operations/rows.h"

#include "json/json.h"

static const char *const of_one[] = { "user_id", "start", "end" };

/* One override is given by three parameters, several overrides by one. */
static bool check_overrides(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	size_t given = 0;

	(void)operation;
	if (!period_set_end(values, "start", "end", err))
		return false;
	for (size_t i = 0; i < COUNT(of_one); i++)
		given += json_member(values, of_one[i]) != NULL;
	if (json_member(values, "overrides"))
		return !given || error_set(err, ERROR_USAGE, 0,
					 "give overrides, or user_id, start and end, not both");
	return given == COUNT(of_one) ||
	       error_set(err, ERROR_USAGE, 0,
		       "give user_id with start and end, or with period, or overrides with several of them");
}

/*
 * Turns {"user_id": "P1"} into {"user": {"id": "P1", "type": "user_reference"}}. An object that
 * already has this form is not changed.
 */
static bool refer_to_user(struct json_object *override)
{
	const char *id = json_string(override, "user_id");
	scoped(json_put_at) struct json_object *user = json_object_new_object();

	if (!id)
		return true;
	if (!json_add_string(user, "id", id) || !json_add_string(user, "type", "user_reference"))
		return false;
	json_object_object_del(override, "user_id");
	return json_add(override, "user", steal(user));
}

/* Moves the one override into a list: PagerDuty's form for one alone is deprecated. */
static bool list_one(struct json_object *body)
{
	scoped(json_put_at) struct json_object *one = json_object_new_object();
	struct json_object *list;

	json_object_object_foreach(body, name, value)
	{
		if (!json_add(one, name, json_object_get(value)))
			return false;
	}
	for (size_t i = 0; i < COUNT(of_one); i++)
		json_object_object_del(body, of_one[i]);
	return json_add(body, "overrides", list = json_object_new_array()) &&
	       json_append(list, steal(one));
}

static bool list_overrides(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *list;

	(void)operation;
	if (!json_member(values, "overrides") && !list_one(body))
		return error_memory(err);
	list = json_member(body, "overrides");
	for (size_t i = 0; i < json_object_array_length(list); i++) {
		if (!refer_to_user(json_object_array_get_idx(list, i)))
			return error_memory(err);
	}
	return true;
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param include_next_oncall_for_user = QUERY_VALUE("include_next_oncall_for_user", TYPE_STRING,
	"Also return when this user is on call next.", .kind = KIND_USER);
static const struct param overflow = QUERY_VALUE("overflow", TYPE_BOOLEAN,
	"Do not cut shifts at the ends of the time range.");

static const struct hint hints[] = {
	{ .status = 404, .text = "a schedule of shifts has actions of its own: schedule_v3.get and the like" },
	{ .says = "v3", .text = "a schedule of shifts has actions of its own: schedule_v3.get and the like" },
	{ 0 },
};

static const struct operation rows[] = {
	{ .name = "schedule.create",
	  .summary = "Create a schedule of layers.",
	  CREATE("/schedules", "schedule"),
	  .schema = "schedule",
	  .params = PARAMS(
		QUERY("overflow", TYPE_BOOLEAN, "Do not cut shifts at the ends of the time range.",
			.initial = "false"),
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The schedule as in PagerDuty's REST API, without the wrapper.",
			.required = true,
			.example = "{\"type\": \"schedule\", \"name\": \"Nights\", \"time_zone\": \"UTC\", \"schedule_layers\": [{\"start\": \"2026-11-06T20:00:00Z\", \"rotation_virtual_start\": \"2026-11-06T20:00:00Z\", \"rotation_turn_length_seconds\": 86400, \"users\": [{\"user\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}]}]}")),
	  .returns = "The schedule." },

	{ .name = "schedule.create_override",
	  .summary = "Put someone else on call for a while: one override of a schedule, or several.",
	  .method = "POST", .path = "/schedules/{entity_id}/overrides",
	  .result = RESULT_WHOLE_LIST,
	  .retry = RETRY_UNSENT,
	  .prepare = check_overrides, .shape = list_overrides,
	  .hints = hints,
	  .params = PARAMS(
		&from_email, &schedule_id,
		BODY("user_id", TYPE_STRING, "The user who takes over.",
			.kind = KIND_USER, .example = "\"PXPGF42\""),
		BODY("start", TYPE_TIME, "When the user takes over.", .example = "\"2026-11-30T08:00:00Z\""),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"How long, instead of end; without start, from now on.", .least = 1, .most = 31536000),
		BODY("end", TYPE_TIME, "When the override ends.", .example = "\"2026-11-30T20:00:00Z\""),
		BODY("overrides", TYPE_OBJECTS,
			"Several overrides, instead of user_id, start and end: objects with "
			"start, end and user_id (an id).",
			.members = VALUES("start", "end"))),
	  .returns =
	  	"An array with `{\"status\", \"override\"}` for each. If PagerDuty refuses some "
	  	"of them, the action fails, and the error has this array as `outcomes`." },

	{ .name = "schedule.delete",
	  .summary = "Delete a schedule.",
	  DELETE("/schedules/{entity_id}"),
	  .hints = hints,
	  .params = PARAMS(&schedule_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "schedule.delete_override",
	  .summary = "End an override that is on, or delete one that is to come.",
	  DELETE("/schedules/{entity_id}/overrides/{override_id}"),
	  .hints = hints,
	  .params = PARAMS(
		&from_email, &schedule_id,
		PATH_ID("override_id", KIND_NONE, "The override.", .example = "\"PQ47DCP\"")),
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
			"Time zone of the times in the result, such as UTC or Europe/Paris."),
		QUERY("since", TYPE_TIME, "Start of the time range of the included details."),
		QUERY("until", TYPE_TIME, "End of that time range."),
		&include_next_oncall_for_user, &partial),
	  .returns = "An array of schedules." },

	{ .name = "schedule.find_audit_records",
	  .summary = "List who changed a schedule.",
	  LIST("/schedules/{entity_id}/audit/records", "records"),
	  .paging = PAGING_CURSOR,
	  .hints = hints,
	  .params = PARAMS(&schedule_id, &since, &until, &maximum_all),
	  .returns = "An array of audit records." },

	{ .name = "schedule.find_overrides",
	  .summary = "List the overrides of a schedule.",
	  LIST("/schedules/{entity_id}/overrides", "overrides"),
	  .hints = hints,
	  .params = PARAMS(
		&schedule_id,
		QUERY("since", TYPE_TIME, "Start of the time range.",
			.required = true, .example = "\"2026-11-09T20:00:00Z\""),
		QUERY("until", TYPE_TIME, "End of the time range.",
			.required = true, .example = "\"2026-11-09T20:00:00Z\""),
		QUERY("editable", TYPE_BOOLEAN, "Only overrides that can still be changed."),
		QUERY("overflow", TYPE_BOOLEAN,
			"Do not cut overrides at the ends of the time range.")),
	  .returns = "An array of overrides." },

	{ .name = "schedule.get",
	  .summary = "Get a schedule with its shifts in a time range.",
	  GET("/schedules/{entity_id}", "schedule"),
	  .hints = hints,
	  .params = PARAMS(
		&schedule_id, &time_zone_utc, &since, &until, &overflow, &include_next_oncall_for_user),
	  .returns = "The schedule." },

	{ .name = "schedule.get_on_call",
	  .summary = "List the users of a schedule who are on call in a time range.",
	  .method = "GET", .path = "/schedules/{entity_id}/users",
	  .result = RESULT_WHOLE_LIST, .member = "users",
	  .hints = hints,
	  .params = PARAMS(
		&schedule_id,
		QUERY("since", TYPE_TIME,
			"Start of the time range. If until is a second later, the result is who "
			"is on call at that time."),
		&until),
	  .returns = "`{\"users\": [...]}`" },

	{ .name = "schedule.preview",
	  .summary = "See what a schedule would be like, without keeping it.",
	  .method = "POST", .path = "/schedules/preview",
	  .result = RESULT_MEMBER, .member = "schedule",
	  .retry = RETRY_READ, .wrapper = "schedule", .schema = "schedule",
	  .hints = hints,
	  .params = PARAMS(
		&since, &until,
		QUERY("overflow", TYPE_BOOLEAN,
			"Do not cut shifts at the ends of the time range."),
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The schedule as in PagerDuty's REST API, without the wrapper.",
			.required = true,
			.example = "{\"name\": \"Daily Engineering Rotation\", \"type\": \"schedule\", \"time_zone\": \"America/New_York\", \"description\": \"Rotation schedule for engineering\", \"schedule_layers\": [{\"name\": \"Night Shift\", \"start\": \"2015-11-06T20:00:00-05:00\", \"end\": \"2016-11-06T20:00:00-05:00\", \"rotation_virtual_start\": \"2015-11-06T20:00:00-05:00\", \"rotation_turn_length_seconds\": 86400, \"users\": [{\"user\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}], \"restrictions\": [{\"type\": \"daily_restriction\", \"start_time_of_day\": \"08:00:00\", \"duration_seconds\": 32400}]}]}")),
	  .returns = "The schedule." },

	{ .name = "schedule.update",
	  .summary = "Change a schedule of layers.",
	  UPDATE("/schedules/{entity_id}", "schedule"),
	  .schema = "schedule",
	  .hints = hints,
	  .params = PARAMS(
		&schedule_id, &overflow,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The members of the schedule to change, as in PagerDuty's REST API, "
			"without the wrapper; a list replaces the whole list.",
			.required = true,
			.example = "{\"type\": \"schedule\", \"name\": \"Nights and weekends\"}")),
	  .returns = "The schedule." },
};
/* clang-format on */

TABLE(schedule);
