/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

#include "operations/event_size.h"
#include "operations/event_v2.h"
#include "operations/own_incident.h"
#include "operations/verbs.h"
#include "json/json.h"

#include <string.h>

/* Seconds; the text is the default of the row. */
enum { SNOOZE = 900 };
#define SNOOZE_TEXT "900"

/*
 * PagerDuty refuses the whole event if it cannot take one of its contexts (openapi events-v1,
 * contexts).
 */
static bool check_contexts(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	struct json_object *contexts = json_member(values, "contexts");
	size_t count = contexts ? json_object_array_length(contexts) : 0;

	(void)operation;
	for (size_t i = 0; i < count; i++) {
		struct json_object *context = json_object_array_get_idx(contexts, i);
		const char *type = json_string(context, "type");
		bool link = type && !strcmp(type, "link"), image = type && !strcmp(type, "image");

		const char *address = json_string(context, link ? "href" : "src");

		if (!(link || image) || !address || !*address)
			return error_set(err, ERROR_USAGE, 0,
				"contexts[%zu] must have type link and href, or type image and src",
				i);
	}
	return true;
}

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

/* PagerDuty takes an escalation policy or assignees, not both. */
static bool check_assignees(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	(void)operation;
	return !json_member(values, "escalation_policy_id") || !json_member(values, "user_ids") ||
	       error_set(err, ERROR_USAGE, 0, "give escalation_policy_id or user_ids, not both");
}

static bool check_who_is_paged(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	static const char *const subjects[] = { "name", "user_id", "escalation_policy_id" };
	size_t given = 0;

	(void)operation;
	for (size_t i = 0; i < COUNT(subjects); i++)
		given += json_member(values, subjects[i]) != NULL;
	return given == 1 ||
	       error_set(err, ERROR_USAGE, 0, "give name, user_id or escalation_policy_id%s",
		       given ? ", not several" : ": whom to page");
}

/*
 * Moves the members beside "incidents" into each incident, and drops an incident that was named
 * twice.
 *     {"incidents": [{"id": "P1"}], "status": "resolved"}  becomes
 *     {"incidents": [{"id": "P1", "status": "resolved"}]}
 */
static bool change_each(const struct operation *operation, struct json_object *values,
	struct json_object *body, struct error *err)
{
	struct json_object *given = json_member(body, "incidents");
	scoped(json_put_at) struct json_object *list = json_object_new_array();
	scoped(json_put_at) struct json_object *listed = json_object_new_object();

	(void)operation;
	(void)values;
	for (size_t i = 0; i < json_object_array_length(given); i++) {
		struct json_object *incident = json_object_array_get_idx(given, i);
		const char *id = json_string(incident, "id");

		if (json_member(listed, id))
			continue;
		if (!json_add(listed, id, json_object_new_boolean(true)))
			return error_memory(err);
		json_object_object_foreach(body, name, value)
		{
			if (value != given && !json_add(incident, name, json_object_get(value)))
				return error_memory(err);
		}
		if (!json_append(list, json_object_get(incident)))
			return error_memory(err);
	}
	json_object_object_del(body, "status");
	json_object_object_del(body, "resolution");
	return json_add(body, "incidents", steal(list)) || error_memory(err);
}

/*
 * The parameter period, a duration in words, replaces duration, its seconds. duration has a
 * default, so a value other than the default means that both were given.
 */
static bool take_period(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	struct json_object *period = json_member(values, "period");

	(void)operation;
	if (!period)
		return true;
	if (json_object_get_int64(json_member(values, "duration")) != SNOOZE)
		return error_set(err, ERROR_USAGE, 0, "give duration or period, not both");
	return json_add(values, "duration", json_object_get(period)) || error_memory(err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct timeline timeline_of_incidents = {
	.since = "since", .until = "until", .days_most = 180, .any_time = "date_range", .made = "created_at",
	.order = "sort_by", .by_time = VALUES("created_at", "incident_number"), .in_chat = "created_at:desc" };
static const struct param until_of_incidents = QUERY_VALUE("until", TYPE_TIME,
	"End of the time range; without it, now. A range of more than six months is asked for in pieces.");
static const struct param date_range = QUERY_VALUE("date_range", TYPE_STRING,
	"Give all to look at any time, whatever since and until say.",
	.values = VALUES("all"));
static const struct param incident_key_of_incidents = QUERY_VALUE("incident_key", TYPE_STRING,
	"Only the incidents with this de-duplication key.", .filled = true);
static const struct param user_ids = QUERY_VALUE("user_ids", TYPE_LIST,
	"Only open incidents that are assigned to these users.", .kind = KIND_USER);
static const struct param service_ids = QUERY_VALUE("service_ids", TYPE_LIST,
	"Only incidents of these services.", .kind = KIND_SERVICE);
static const struct param urgencies = QUERY_VALUE("urgencies", TYPE_STRING,
	"Only incidents of this urgency; without it, of any.",
	.wire = "urgencies[]", .values = VALUES("high", "low"));
static const struct param sort_by = QUERY_VALUE("sort_by", TYPE_STRING,
	"Order of the list: incident_number, created_at, resolved_at or urgency, with :asc or :desc after "
	"it; two at most, joined by a comma.",
	.orders = true);
static const struct param time_zone = QUERY_VALUE("time_zone", TYPE_STRING,
	"Time zone that times in the result are given in, and that since and until are in where they have "
	"no offset, such as UTC or Europe/Paris.");
static const struct param include = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: acknowledgers, agents, assignees, "
	"conference_bridge, escalation_policies, first_trigger_log_entries, priorities, services, teams, "
	"users.");
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"What is wrong, in a few words; PagerDuty reads it to people. More than 1024 characters are cut.",
	.required = true, .example = "\"Disk full on db1\"");
static const struct param details = BODY_VALUE("details", TYPE_OBJECT,
	"Anything more that helps whoever is paged.");
static const struct param incident_key = BODY_VALUE("incident_key", TYPE_STRING,
	"Key by which the same problem is known again: while its incident is open, no other is opened. Made "
	"when it is not given, and returned.",
	.most = 255, .filled = true);
static const struct param contexts = BODY_VALUE("contexts", TYPE_OBJECTS,
	"Links and images to show with the incident: objects with type link and href, or type image and src.");
static const struct param resolution = BODY_VALUE("resolution", TYPE_STRING,
	"What was done about it; becomes part of the incident's record.");
static const struct param text_details = BODY_VALUE("details", TYPE_STRING,
	"Anything more that helps whoever is paged.", .wire = "body/details");
static const struct param incident_type_name = BODY_VALUE("incident_type", TYPE_STRING,
	"Name of the incident type.", .wire = "incident_type/name");
static const struct param conference_number = BODY_VALUE("conference_number", TYPE_STRING,
	"Telephone number of the conference bridge, such as +1 415-555-1212,,,,1234#: a comma waits a "
	"second, # ends the code.",
	.wire = "conference_bridge/conference_number");
static const struct param conference_url = BODY_VALUE("conference_url", TYPE_STRING,
	"Address of the conference bridge.", .wire = "conference_bridge/conference_url");

static const struct param incident_ids = BODY_VALUE("incident_ids", TYPE_LIST, "The incidents.",
	.wire = "incidents[]", .required = true, .reference = "incident_reference",
	.kind = KIND_INCIDENT, .mine = true, .example = "[\"PT4KHLK\", \"PGR0VU2\"]");

/* Any number of incidents are changed alike. */
#define CHANGE_INCIDENTS(constant_) \
	.method = "PUT", .path = "/incidents", .from = FROM_REQUIRED, .constant = (constant_), \
	.shape = change_each, .run = incidents_change
#define OUTCOMES \
	"An array with `{\"id\", \"status\"}` for each incident, in their order. Where some were not " \
	"changed, the action fails, and the error has that array as `outcomes`, with `{\"id\", \"error\"}` " \
	"for those. One that had the status before also has `already`, which says by whom and since when."

/* One incident is changed: only the member that the row's constant or a parameter gives. */
#define CHANGE_INCIDENT(constant_) \
	UPDATE("/incidents/{entity_id}", "incident"), \
	.from = FROM_REQUIRED, .constant = (constant_), .confirms = "status", .explain = already_explain

/* The same, with the incident in its wrapper as the result. */
#define CHANGE_INCIDENT_WHOLE(constant_) \
	.method = "PUT", .path = "/incidents/{entity_id}", .member = "incident", .wrapper = "incident", \
	.from = FROM_REQUIRED, .constant = (constant_), .confirms = "status", .explain = already_explain

static const struct operation rows[] = {
	{ .name = "acknowledge_incident",
	  .summary = "Acknowledge an incident: stop its escalation while you work on it.",
	  CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"acknowledged\"}"),
	  .recover = &recovery_of_status,
	  .params = PARAMS(&from_email, &incident_id),
	  .returns = "`{\"incident\": {...}}`" },

	{ .name = "get_open_incidents",
	  .summary = "List incidents that are open: triggered or acknowledged, however long ago they "
		"began.",
	  LIST("/incidents", "incidents"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_of_incidents,
	  .prepare = look_at_any_time,
	  .params = PARAMS(
		&maximum,
		PARAM("name", PLACE_CONTROL, TYPE_STRING,
			"Only incidents of the service, the team or the user that is called so.",
			.among = VALUES("service_ids", "team_ids", "user_ids")),
		QUERY("since", TYPE_TIME, "Start of the time range; without since and until, any time."),
		&until_of_incidents, &date_range,
		QUERY("statuses", TYPE_LIST,
			"Only incidents of these statuses: triggered, acknowledged, resolved.",
			.initial = "[\"triggered\",\"acknowledged\"]",
			.values = VALUES("triggered", "acknowledged", "resolved")),
		&incident_key_of_incidents, &user_ids, &team_ids, &service_ids, &urgencies, &sort_by,
		&time_zone, &include, &partial),
	  .returns = "An array of incidents." },

	{ .name = "incident.acknowledge",
	  .summary = "Acknowledge an incident: stop its escalation while you work on it.",
	  CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"acknowledged\"}"),
	  .recover = &recovery_of_status,
	  .params = PARAMS(&from_email, &incident_id),
	  .returns = "`{\"incident\": {...}}`" },

	{ .name = "incident.acknowledge_many",
	  .summary = "Acknowledge incidents: any number of them, 250 with one request.",
	  CHANGE_INCIDENTS("{\"status\":\"acknowledged\"}"),
	  .params = PARAMS(&from_email, &incident_ids),
	  .returns = OUTCOMES },

	{ .name = "incident.create.events_v1",
	  .summary = "Launch an incident by Events API v1, or v2 where only a key of that is configured.",
	  EVENT_V1, .make_key = true,
	  .constant = "{\"event_type\":\"trigger\"}",
	  .prepare = check_contexts, .shape = event_fit, .other = &trigger_as_v2,
	  .params = PARAMS(
		&service_key, &service_of_service_keys, &description, &details, &client, &client_url,
		&incident_key, &contexts, &queue),
	  .returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers; with a key of v2 also `dedup_key`, the same." },

	{ .name = "incident.create.rest_v2",
	  .summary = "Create an incident from a whole document.",
	  .method = "POST", .path = "/incidents",
	  .result = RESULT_MEMBER, .member = "incident",
	  .retry = RETRY_KEYED, .from = FROM_REQUIRED, .wrapper = "incident", .key = "incident_key", .schema = "incident",
	  .confirms = "status", .recover = &recovery_of_opening,
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The incident as PagerDuty's REST API takes it, without its wrapper.",
			.required = true,
			.example = "{\"type\": \"incident\", \"title\": \"Disk full on db1\", \"service\": {\"id\": \"PIJ90N7\", \"type\": \"service_reference\"}}")),
	  .returns = "The incident." },

	{ .name = "incident.create.rest_v2.simple",
	  .summary = "Create an incident on a service.",
	  .method = "POST", .path = "/incidents",
	  .result = RESULT_MEMBER, .member = "incident",
	  .retry = RETRY_KEYED, .from = FROM_REQUIRED, .wrapper = "incident", .key = "incident_key",
	  .recover = &recovery_of_opening,
	  .constant = "{\"type\":\"incident\",\"body\":{\"type\":\"incident_body\"}}",
	  .prepare = check_assignees,
	  .params = PARAMS(
		&from_email,
		BODY("title", TYPE_STRING, "What is wrong, in a few words.",
			.required = true, .example = "\"Disk full on db1\""),
		BODY("service_id", TYPE_STRING, "The service that has the problem.",
			.wire = "service", .required = true, .reference = "service_reference",
			.kind = KIND_SERVICE, .example = "\"PIJ90N7\""),
		&text_details,
		BODY("urgency", TYPE_STRING, "How urgent it is; without it, as the service is set.",
			.values = VALUES("high", "low")),
		BODY("priority_id", TYPE_STRING, "The priority.",
			.wire = "priority", .reference = "priority_reference", .kind = KIND_PRIORITY),
		BODY("escalation_policy_id", TYPE_STRING,
			"The escalation policy; without it, that of the service.",
			.wire = "escalation_policy", .reference = "escalation_policy_reference",
			.kind = KIND_ESCALATION_POLICY),
		BODY("user_ids", TYPE_LIST, "The users to assign it to, instead of an escalation policy.",
			.wire = "assignments[]/assignee", .reference = "user_reference",
			.kind = KIND_USER),
		&incident_type_name, &conference_number, &conference_url,
		BODY("incident_key", TYPE_STRING,
			"Key by which the same problem is known again: while its incident is open, "
			"PagerDuty refuses another. With it, the call is safe to repeat.",
			.most = 255, .filled = true)),
	  .returns = "The incident." },

	{ .name = "incident.create_note",
	  .summary = "Add a note to an incident.",
	  CREATE("/incidents/{entity_id}/notes", "note"),
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("content", TYPE_STRING, "The note.", .required = true, .example = "\"Failed over to db2\"")),
	  .returns = "The note." },

	{ .name = "incident.escalate",
	  .summary = "Escalate an incident to a level of its escalation policy.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .run = incident_escalate,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("level", TYPE_INTEGER,
			"The level, counted from 1; without it, the next above those who have the incident.",
			.wire = "escalation_level", .least = 1, .most = 1000,
			.example = "2")),
	  .returns = "The incident." },

	{ .name = "incident.find",
	  .summary = "List incidents by criteria.",
	  LIST("/incidents", "incidents"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_of_incidents,
	  .params = PARAMS(
		&maximum,
		QUERY("since", TYPE_TIME, "Start of the time range; without since and until, the last month."),
		&until_of_incidents, &date_range,
		QUERY("statuses", TYPE_LIST,
			"Only incidents of these statuses: triggered, acknowledged, resolved.",
			.values = VALUES("triggered", "acknowledged", "resolved")),
		&incident_key_of_incidents, &user_ids, &team_ids, &service_ids, &urgencies, &sort_by,
		&time_zone, &include, &partial),
	  .returns = "An array of incidents." },

	{ .name = "incident.find_alerts",
	  .summary = "List the alerts of an incident.",
	  LIST("/incidents/{entity_id}/alerts", "alerts"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(
		&incident_id,
		QUERY("statuses", TYPE_LIST, "Only alerts of these statuses: triggered, resolved.",
			.values = VALUES("triggered", "resolved")),
		QUERY("alert_key", TYPE_STRING, "Only the alert with this de-duplication key."),
		QUERY("sort_by", TYPE_STRING,
			"Order of the list: created_at or resolved_at, with :asc or :desc after it; both, "
			"joined by a comma.",
			.orders = true),
		QUERY("include", TYPE_LIST,
			"Details to include in full instead of as references: services, "
			"first_trigger_log_entries, incidents."),
		&maximum_all, &partial),
	  .returns = "An array of alerts." },

	{ .name = "incident.find_log_entries",
	  .summary = "List what happened to an incident.",
	  LIST("/incidents/{entity_id}/log_entries", "log_entries"),
	  .paging = PAGING_CLASSIC, .timeline = &timeline_created,
	  .params = PARAMS(
		&incident_id, &time_zone_utc, &is_overview, &since, &until_now, &include_of_log_entries,
		&maximum_all, &partial),
	  .returns = "An array of log entries." },

	{ .name = "incident.find_notes",
	  .summary = "List the notes of an incident.",
	  LIST("/incidents/{entity_id}/notes", "notes"),
	  .params = PARAMS(&incident_id),
	  .returns = "An array of notes." },

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

	{ .name = "incident.merge",
	  .summary = "Merge incidents into one: its alerts are theirs too, and they are resolved.",
	  .method = "PUT", .path = "/incidents/{entity_id}/merge",
	  .result = RESULT_MEMBER, .member = "incident",
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email,
		PATH_ID("entity_id", KIND_INCIDENT, "The incident to merge into, which must be open.",
			.example = "\"PT4KHLK\""),
		BODY("source_incidents", TYPE_LIST, "The incidents to merge into it.",
			.wire = "source_incidents[]", .required = true, .reference = "incident_reference",
			.kind = KIND_INCIDENT, .example = "[\"PGR0VU2\"]")),
	  .returns = "The incident that was merged into." },

	{ .name = "incident.page",
	  .summary = "Page a user, or an escalation policy, now: create an incident that is assigned to them.",
	  .method = "POST", .path = "/incidents",
	  .result = RESULT_MEMBER, .member = "incident",
	  .retry = RETRY_KEYED, .from = FROM_REQUIRED, .wrapper = "incident", .key = "incident_key", .make_key = true,
	  .recover = &recovery_of_opening,
	  .constant = "{\"type\":\"incident\",\"body\":{\"type\":\"incident_body\"}}",
	  .prepare = check_who_is_paged, .run = incident_page,
	  .params = PARAMS(
		&from_email,
		BODY("title", TYPE_STRING, "What it is about, in a few words.",
			.required = true, .example = "\"Database down, please call in\""),
		BODY("service_id", TYPE_STRING,
			"The service that it is about; without it, the one that uses the escalation policy, "
			"or one of the user's, where there is one alone.",
			.wire = "service", .reference = "service_reference",
			.kind = KIND_SERVICE, .example = "\"PIJ90N7\""),
		PARAM("name", PLACE_CONTROL, TYPE_STRING,
			"What the user or the escalation policy to page is called, instead of an id.",
			.among = VALUES("user_id", "escalation_policy_id")),
		BODY("user_id", TYPE_STRING, "The user to page; or give escalation_policy_id.",
			.wire = "assignments[]/assignee", .reference = "user_reference",
			.kind = KIND_USER, .example = "\"PXPGF42\""),
		BODY("escalation_policy_id", TYPE_STRING, "The escalation policy to page; or give user_id.",
			.wire = "escalation_policy", .reference = "escalation_policy_reference",
			.kind = KIND_ESCALATION_POLICY),
		&text_details,
		BODY("urgency", TYPE_STRING, "How urgent it is.",
			.initial = "\"high\"", .values = VALUES("high", "low")),
		BODY("priority_id", TYPE_STRING, "The priority.",
			.wire = "priority", .reference = "priority_reference", .kind = KIND_PRIORITY)),
	  .returns = "The incident." },

	{ .name = "incident.reassign",
	  .summary = "Assign an incident to other users.",
	  CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\"}"),
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("user_ids", TYPE_LIST, "The users to assign it to.",
			.wire = "assignments[]/assignee", .required = true, .reference = "user_reference",
			.kind = KIND_USER, .example = "[\"PXPGF42\"]")),
	  .returns = "`{\"incident\": {...}}`" },

	{ .name = "incident.reassign_escalation_policy",
	  .summary = "Give an incident to an escalation policy, which begins at its first level.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("escalation_policy_id", TYPE_STRING, "The escalation policy.",
			.wire = "escalation_policy", .required = true,
			.reference = "escalation_policy_reference", .kind = KIND_ESCALATION_POLICY,
			.example = "\"PANZZEQ\"")),
	  .returns = "The incident." },

	{ .name = "incident.reopen",
	  .summary = "Open an incident again that was resolved.",
	  CHANGE_INCIDENT("{\"type\":\"incident\",\"status\":\"triggered\"}"),
	  .params = PARAMS(&from_email, &incident_id),
	  .returns = "The incident." },

	{ .name = "incident.resolve",
	  .summary = "Resolve an incident.",
	  CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"resolved\"}"),
	  .recover = &recovery_of_status,
	  .params = PARAMS(&from_email, &incident_id, &resolution),
	  .returns = "`{\"incident\": {...}}`" },

	{ .name = "incident.resolve_many",
	  .summary = "Resolve incidents: any number of them, 250 with one request.",
	  CHANGE_INCIDENTS("{\"status\":\"resolved\"}"),
	  .params = PARAMS(&from_email, &incident_ids, &resolution),
	  .returns = OUTCOMES },

	{ .name = "incident.set_priority",
	  .summary = "Give an incident another priority.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("priority_id", TYPE_STRING, "The priority.",
			.wire = "priority", .required = true, .reference = "priority_reference",
			.kind = KIND_PRIORITY, .example = "\"P53ZZH5\"")),
	  .returns = "The incident." },

	{ .name = "incident.set_title",
	  .summary = "Give an incident another title.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("title", TYPE_STRING, "The title.", .required = true, .example = "\"Disk full on db1 and db2\"")),
	  .returns = "The incident." },

	{ .name = "incident.set_urgency",
	  .summary = "Make an incident more urgent, or less.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("urgency", TYPE_STRING, "The urgency.",
			.required = true, .values = VALUES("high", "low"), .example = "\"high\"")),
	  .returns = "The incident." },

	{ .name = "incident.snooze",
	  .summary = "Put an incident to sleep for some time.",
	  .method = "POST", .path = "/incidents/{entity_id}/snooze",
	  .prepare = take_period,
	  .result = RESULT_MEMBER, .member = "incident",
	  .retry = RETRY_UNSENT, .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("duration", TYPE_INTEGER, "For how many seconds, at most a week.",
			.required = true, .initial = SNOOZE_TEXT, .least = 1, .most = 604800),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"For how long, in words, instead of duration; at most a week.",
			.least = 1, .most = 604800)),
	  .returns = "The incident." },

	{ .name = "incident.update",
	  .summary = "Change an incident: its title, urgency, priority, escalation, service.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .recover = &recovery_of_status,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("title", TYPE_STRING, "New title."),
		BODY("urgency", TYPE_STRING, "New urgency.",
			.values = VALUES("high", "low"), .example = "\"high\""),
		BODY("priority", TYPE_STRING, "Name of the new priority, such as P1."),
		BODY("status", TYPE_STRING,
			"New status; triggered or acknowledged opens an incident again that was resolved.",
			.values = VALUES("triggered", "acknowledged", "resolved")),
		BODY("escalation_level", TYPE_INTEGER, "Level of the escalation policy to escalate it to.",
			.least = 1, .most = 1000),
		BODY("escalation_policy_id", TYPE_STRING, "The escalation policy to give it to.",
			.wire = "escalation_policy", .reference = "escalation_policy_reference",
			.kind = KIND_ESCALATION_POLICY),
		BODY("service_id", TYPE_STRING, "The service to move it to.",
			.wire = "service", .reference = "service_reference", .kind = KIND_SERVICE),
		&incident_type_name, &conference_number, &conference_url),
	  .returns = "The incident." },

	{ .name = "incident.wait",
	  .summary = "Wait until an incident is acknowledged or resolved, for workflows.",
	  GET("/incidents/{entity_id}", "incident"),
	  .run = incident_wait, .timeout = 3660,
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_INCIDENT, "The incident, or its number.", .example = "\"PT4KHLK\""),
		PARAM("status", PLACE_CONTROL, TYPE_STRING,
			"The status to wait for; what is resolved counts as acknowledged too.",
			.initial = "\"resolved\"", .values = VALUES("triggered", "acknowledged", "resolved")),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"For how long to wait at the most; more than an hour needs a longer timeout too.",
			.initial = "\"1h\"", .most = 2592000)),
	  .returns = "The incident, once it has that status. When the time is over, the action fails "
		"(`unavailable`, exit 6)." },

	{ .name = "launch_incident",
	  .summary = "Launch an incident: page whoever is on call for a service.",
	  EVENT_V1, .make_key = true,
	  .constant = "{\"event_type\":\"trigger\"}",
	  .prepare = check_contexts, .shape = event_fit, .other = &trigger_as_v2,
	  .params = PARAMS(
		&service_key, &service_of_service_keys, &description, &details, &client, &client_url,
		&incident_key, &contexts, &queue),
	  .returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers; with a key of v2 also `dedup_key`, the same." },

	{ .name = "resolve_incident",
	  .summary = "Resolve an incident.",
	  CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"resolved\"}"),
	  .recover = &recovery_of_status,
	  .params = PARAMS(&from_email, &incident_id, &resolution),
	  .returns = "`{\"incident\": {...}}`" },
};
/* clang-format on */

TABLE(incident);
