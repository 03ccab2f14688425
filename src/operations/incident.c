/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/verbs.h"

#include "json/json.h"

/*
 * Without a range PagerDuty lists only the last month, and would miss incidents that have been open
 * for longer.
 */
static bool look_at_any_time(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	static const char *const ranges[] = { "since", "until", "date_range" };

	(void)operation;
	for (size_t i = 0; i < COUNT(ranges); i++) {
		if (json_member(values, ranges[i]))
			return true;
	}
	return json_add_string(values, "date_range", "all") || error_memory(err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct timeline timeline_of_incidents = {
	.since = "since", .until = "until", .days_most = 180, .any_time = "date_range", .made = "created_at",
	.order = "sort_by", .by_time = VALUES("created_at", "incident_number"), .in_chat = "created_at:desc" };
static const struct param until_of_incidents = QUERY_VALUE("until", TYPE_TIME,
	"End of the time range; without it, now. A range of more than six months is requested in "
	"several parts.");
static const struct param date_range = QUERY_VALUE("date_range", TYPE_STRING,
	"Give all to ignore since and until, so that incidents of any time are listed.",
	.values = VALUES("all"));
static const struct param incident_key_of_incidents = QUERY_VALUE("incident_key", TYPE_STRING,
	"Only the incidents with this de-duplication key.", .filled = true);
static const struct param user_ids = QUERY_VALUE("user_ids", TYPE_LIST,
	"Only open incidents that are assigned to these users.", .kind = KIND_USER);
static const struct param service_ids = QUERY_VALUE("service_ids", TYPE_LIST,
	"Only incidents of these services.", .kind = KIND_SERVICE);
static const struct param urgencies = QUERY_VALUE("urgencies", TYPE_STRING,
	"Only incidents of this urgency; without it, of any urgency.",
	.wire = "urgencies[]", .values = VALUES("high", "low"));
static const struct param sort_by = QUERY_VALUE("sort_by", TYPE_STRING,
	"Order of the list: incident_number, created_at, resolved_at or urgency, followed by "
	":asc or :desc; at most two, separated by a comma.",
	.orders = true);
static const struct param time_zone = QUERY_VALUE("time_zone", TYPE_STRING,
	"Time zone of the times in the result, and of since and until without an offset, such as "
	"UTC or Europe/Paris.");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: acknowledgers, agents, assignees, "
	"conference_bridge, escalation_policies, first_trigger_log_entries, priorities, services, teams, "
	"users.");
static const struct param additional_details = QUERY_VALUE("additional_details", TYPE_LIST,
	"More details to return: incident.",
	.values = VALUES("incident"));

static const struct operation rows[] = {
	{ .name = "get_open_incidents",
	  .summary = "List incidents that are open: triggered or acknowledged, however long ago they "
		"began.",
	  LIST("/incidents", "incidents"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_of_incidents,
	  .prepare = look_at_any_time,
	  .params = PARAMS(
		&maximum,
		PARAM("name", PLACE_CONTROL, TYPE_STRING,
			"The name of a service, a team or a user: only its incidents.",
			.among = VALUES("service_ids", "team_ids", "user_ids")),
		QUERY("since", TYPE_TIME,
			"Start of the time range; without since and until, incidents of any "
			"time."),
		&until_of_incidents, &date_range,
		QUERY("statuses", TYPE_LIST,
			"Only incidents of these statuses: triggered, acknowledged, resolved.",
			.initial = "[\"triggered\",\"acknowledged\"]",
			.values = VALUES("triggered", "acknowledged", "resolved")),
		&incident_key_of_incidents, &user_ids, &team_ids, &service_ids, &urgencies, &sort_by,
		&time_zone, &include, &partial),
	  .returns = "An array of incidents." },

	{ .name = "incident.find",
	  .summary = "List incidents by criteria.",
	  LIST("/incidents", "incidents"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_of_incidents,
	  .params = PARAMS(
		&maximum,
		QUERY("since", TYPE_TIME,
			"Start of the time range; without since and until, only incidents of the "
			"last month."),
		&until_of_incidents, &date_range,
		QUERY("statuses", TYPE_LIST,
			"Only incidents of these statuses: triggered, acknowledged, resolved.",
			.values = VALUES("triggered", "acknowledged", "resolved")),
		&incident_key_of_incidents, &user_ids, &team_ids, &service_ids, &urgencies, &sort_by,
		&time_zone, &include, &partial),
	  .returns = "An array of incidents." },

	{ .name = "incident.find_business_impacts",
	  .summary = "List the business services that an incident has an impact on.",
	  LIST("/incidents/{entity_id}/business_services/impacts", "services"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&incident_id, &maximum_all),
	  .returns = "An array of business services with their impact." },

	{ .name = "incident.find_log_entries",
	  .summary = "List what happened to an incident.",
	  LIST("/incidents/{entity_id}/log_entries", "log_entries"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&incident_id, &time_zone_utc, &is_overview, &since, &until_now, &include_of_log_entries,
		&maximum_all, &partial),
	  .returns = "An array of log entries." },

	{ .name = "incident.find_past",
	  .summary = "List resolved incidents that were like an incident.",
	  LIST("/incidents/{entity_id}/past_incidents", "past_incidents"),
	  .params = PARAMS(
		&incident_id,
		QUERY("limit", TYPE_INTEGER,
			"The largest number of incidents to return.", .least = 1, .most = 999)),
	  .returns = "An array of `{\"incident\", \"score\"}`, the most similar first." },

	{ .name = "incident.find_related",
	  .summary = "List other incidents that have to do with an incident.",
	  LIST("/incidents/{entity_id}/related_incidents", "related_incidents"),
	  .params = PARAMS(&incident_id, &additional_details),
	  .returns = "An array of `{\"incident\", \"relationships\"}`, 20 at most." },

	{ .name = "incident.find_related_change_events",
	  .summary = "List changes that may have caused an incident.",
	  LIST("/incidents/{entity_id}/related_change_events", "change_events"),
	  .params = PARAMS(
		&incident_id,
		QUERY("limit", TYPE_INTEGER, "The largest number of incidents to return.")),
	  .returns = "An array of change events." },

	{ .name = "incident.get",
	  .summary = "Get an incident by its id or number.",
	  GET("/incidents/{entity_id}", "incident"),
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_INCIDENT, "The incident, or its number.", .example = "\"PT4KHLK\""),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: acknowledgers, agents, "
			"assignees, conference_bridge, custom_fields, escalation_policies, "
			"first_trigger_log_entries, priorities, services, teams, users.")),
	  .returns = "The incident." },

	{ .name = "incident.get_custom_fields",
	  .summary = "Get the values of an incident's custom fields.",
	  LIST("/incidents/{entity_id}/custom_fields/values", "custom_fields"),
	  .params = PARAMS(&incident_id),
	  .returns = "An array of custom fields with their values." },

	{ .name = "incident.get_outlier",
	  .summary = "Tell how often an incident like this one occurs.",
	  GET("/incidents/{entity_id}/outlier_incident", "outlier_incident"),
	  .params = PARAMS(
		&incident_id,
		QUERY("since", TYPE_TIME, "Start of the time range to look at."),
		&additional_details),
	  .returns = "`{\"incident\", \"incident_template\"}`" },

	{ .name = "incident.wait",
	  .summary = "Wait until an incident is acknowledged or resolved, for workflows.",
	  GET("/incidents/{entity_id}", "incident"),
	  .run = incident_wait, .timeout = 3660,
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_INCIDENT, "The incident, or its number.", .example = "\"PT4KHLK\""),
		PARAM("status", PLACE_CONTROL, TYPE_STRING,
			"The status to wait for; a resolved incident counts as acknowledged too.",
			.initial = "\"resolved\"", .values = VALUES("triggered", "acknowledged", "resolved")),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"The longest time to wait; for more than an hour, timeout must be longer "
			"too.",
			.initial = "\"1h\"", .most = 2592000)),
	  .returns =
	  	"The incident when it has that status. If the time is over before, the action "
	  	"fails (`unavailable`, exit status 6)." },
};
/* clang-format on */

TABLE(incident);
