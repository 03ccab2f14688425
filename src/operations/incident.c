/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"
#include "operations/tables.h"

#include "operations/event_size.h"
#include "json/json.h"

#include <string.h>

#define INCLUDE_INCIDENT                                                                     \
	INCLUDE("acknowledgers, agents, assignees, conference_bridge, escalation_policies, " \
		"first_trigger_log_entries, priorities, services, teams, users")

#define RESOLUTION                            \
	BODY("resolution", NULL, TYPE_STRING, \
		"What was done about it; becomes part of the incident's record.")

#define LAUNCH_PARAMS                                                                              \
	PARAMS(INTEGRATION_KEY("service_key"),                                                     \
		BODY_REQUIRED("description", NULL, TYPE_STRING,                                    \
			"What is wrong, in a few words; PagerDuty reads it to people. More than "  \
			"1024 characters are cut.",                                                \
			"\"Disk full on db1\""),                                                   \
		BODY("details", NULL, TYPE_OBJECT, "Anything more that helps whoever is paged."),  \
		BODY("client", NULL, TYPE_STRING, "Name of the system that reports the problem."), \
		BODY("client_url", NULL, TYPE_STRING, "Address of that system, for a link."),      \
		{ .name = "incident_key",                                                          \
			.place = PLACE_BODY,                                                       \
			.type = TYPE_STRING,                                                       \
			.filled = true,                                                            \
			.most = 255,                                                               \
			.description = "Key by which the same problem is known again: while its "  \
				       "incident is open, no other is "                            \
				       "opened. Made when it is not given, and returned." },       \
		BODY("contexts", NULL, TYPE_OBJECTS,                                               \
			"Links and images to show with the incident: objects with type link and "  \
			"href, "                                                                   \
			"or type image and src."))

#define LAUNCH \
	EVENTS_V1("trigger"), .make_key = true, .prepare = check_contexts, .params = LAUNCH_PARAMS

#define FIND_PARAMS(statuses_, without_range)                                                      \
	PARAMS(MAXIMUM,                                                                            \
		SINCE("Start of the time range; without since and until, " without_range "."),     \
		UNTIL("End of the time range, at most six months after since."),                   \
		{ .name = "date_range",                                                            \
			.place = PLACE_QUERY,                                                      \
			.type = TYPE_STRING,                                                       \
			.values = VALUES("all"),                                                   \
			.description =                                                             \
				"Give all to look at any time, whatever since and until say." },   \
		{ .name = "statuses",                                                              \
			.place = PLACE_QUERY,                                                      \
			.type = TYPE_LIST,                                                         \
			.initial = (statuses_),                                                    \
			.values = VALUES("triggered", "acknowledged", "resolved"),                 \
			.description = "Only incidents of these statuses: triggered, "             \
				       "acknowledged, resolved." },                                \
		{ .name = "incident_key",                                                          \
			.place = PLACE_QUERY,                                                      \
			.type = TYPE_STRING,                                                       \
			.filled = true,                                                            \
			.description = "Only the incidents with this de-duplication key." },       \
		USER_IDS("Only open incidents that are assigned to these users (ids)."), TEAM_IDS, \
		SERVICE_IDS("Only incidents"),                                                     \
		{ .name = "urgencies",                                                             \
			.wire = "urgencies[]",                                                     \
			.place = PLACE_QUERY,                                                      \
			.type = TYPE_STRING,                                                       \
			.values = VALUES("high", "low"),                                           \
			.description = "Only incidents of this urgency; without it, of any." },    \
		QUERY("sort_by", TYPE_STRING,                                                      \
			"Order of the list: incident_number, created_at, "                         \
			"resolved_at or urgency, with :asc or :desc after it; two at most, "       \
			"joined by a comma."),                                                     \
		QUERY("time_zone", TYPE_STRING,                                                    \
			"Time zone that times in the result are given in, "                        \
			"and that since and until are in where they have no offset, such as UTC "  \
			"or Europe/Paris."),                                                       \
		INCLUDE_INCIDENT, PARTIAL)

#define FIND                                                                                 \
	.method = "GET", .path = "/incidents", .result = RESULT_LIST, .member = "incidents", \
	.paging = PAGING_CLASSIC, .range = "since/until", .returns = "An array of incidents."

#define SET_STATUS(status_)                                                        \
	.method = "PUT", .path = "/incidents/{entity_id}", .result = RESULT_WHOLE, \
	.member = "incident", .from = FROM_REQUIRED, .wrapper = "incident",        \
	.constant = "{\"type\":\"incident\",\"status\":\"" status_ "\"}",          \
	.returns = "`{\"incident\": {...}}`"

/* One context that PagerDuty cannot take would cost the whole event (openapi events-v1, contexts). */
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

/* Without a range PagerDuty looks at the last month alone, and what is open longer is open all the same. */
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

static const struct operation rows[] = {
	{ .name = "acknowledge_incident",
		.summary = "Acknowledge an incident: stop its escalation while you work on it.",
		SET_STATUS("acknowledged"),
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID) },
	{ .name = "get_open_incidents",
		.summary =
			"List incidents that are open: triggered or acknowledged, however long ago they began.",
		FIND,
		.prepare = look_at_any_time,
		.params = FIND_PARAMS("[\"triggered\",\"acknowledged\"]", "any time") },
	{ .name = "incident.acknowledge",
		.summary = "Acknowledge an incident: stop its escalation while you work on it.",
		SET_STATUS("acknowledged"),
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID) },
	{ .name = "incident.create.events_v1",
		.summary = "Launch an incident by Events API v1.",
		LAUNCH },
	{ .name = "incident.create.rest_v2",
		.summary = "Create an incident from a whole document.",
		.method = "POST",
		.path = "/incidents",
		.result = RESULT_MEMBER,
		.member = "incident",
		.retry = RETRY_KEYED,
		.from = FROM_REQUIRED,
		.key = "incident_key",
		.wrapper = "incident",
		.schema = "incident",
		.params = PARAMS(FROM_EMAIL,
			DATA("The incident",
				"{\"type\": \"incident\", \"title\": \"Disk full on db1\", \"service\": {\"id\": \"PIJ90N7\", \"type\": \"service_reference\"}}")),
		.returns = "The incident." },
	{ .name = "incident.create.rest_v2.simple",
		.summary = "Create an incident on a service.",
		.method = "POST",
		.path = "/incidents",
		.result = RESULT_MEMBER,
		.member = "incident",
		.retry = RETRY_KEYED,
		.from = FROM_REQUIRED,
		.key = "incident_key",
		.wrapper = "incident",
		.constant = "{\"type\":\"incident\",\"body\":{\"type\":\"incident_body\"}}",
		.params = PARAMS(FROM_EMAIL,
			BODY_REQUIRED("title", NULL, TYPE_STRING, "What is wrong, in a few words.",
				"\"Disk full on db1\""),
			{ .name = "service_id",
				.wire = "service",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.required = true,
				.reference = "service_reference",
				.description = "Id of the service that has the problem.",
				.example = "\"PIJ90N7\"" },
			BODY("details", "body/details", TYPE_STRING,
				"Anything more that helps whoever is paged."),
			{ .name = "urgency",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.values = VALUES("high", "low"),
				.description =
					"How urgent it is; without it, as the service is set." },
			{ .name = "incident_key",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.filled = true,
				.most = 255,
				.description =
					"Key by which the same problem is known again: while its incident is open, PagerDuty refuses another. With it, the call is safe to repeat." }),
		.returns = "The incident." },
	{ .name = "incident.create_note",
		.summary = "Add a note to an incident.",
		.method = "POST",
		.path = "/incidents/{entity_id}/notes",
		.result = RESULT_MEMBER,
		.member = "note",
		.retry = RETRY_UNSENT,
		.from = FROM_REQUIRED,
		.wrapper = "note",
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID,
			BODY_REQUIRED("content", NULL, TYPE_STRING, "The note.",
				"\"Failed over to db2\"")),
		.returns = "The note." },
	{ .name = "incident.find",
		.summary = "List incidents by criteria.",
		FIND,
		.params = FIND_PARAMS(NULL, "the last month") },
	{ .name = "incident.find_alerts",
		.summary = "List the alerts of an incident.",
		.method = "GET",
		.path = "/incidents/{entity_id}/alerts",
		.result = RESULT_LIST,
		.member = "alerts",
		.paging = PAGING_CLASSIC,
		.params = PARAMS(INCIDENT_ID,
			{ .name = "statuses",
				.place = PLACE_QUERY,
				.type = TYPE_LIST,
				.values = VALUES("triggered", "resolved"),
				.description =
					"Only alerts of these statuses: triggered, resolved." },
			QUERY("alert_key", TYPE_STRING,
				"Only the alert with this de-duplication key."),
			QUERY("sort_by", TYPE_STRING,
				"Order of the list: created_at or resolved_at, with :asc or :desc after it; both, joined by a comma."),
			INCLUDE("services, first_trigger_log_entries, incidents"), MAXIMUM_ALL,
			PARTIAL),
		.returns = "An array of alerts." },
	{ .name = "incident.find_log_entries",
		.summary = "List what happened to an incident.",
		.method = "GET",
		.path = "/incidents/{entity_id}/log_entries",
		.result = RESULT_LIST,
		.member = "log_entries",
		.paging = PAGING_CLASSIC,
		.range = "since/until",
		.params = PARAMS(INCIDENT_ID, TIME_ZONE("\"UTC\""), IS_OVERVIEW,
			SINCE("Start of the time range."), UNTIL("End of the time range."),
			INCLUDE("incidents, services, channels, teams"), MAXIMUM_ALL, PARTIAL),
		.returns = "An array of log entries." },
	{ .name = "incident.find_notes",
		.summary = "List the notes of an incident.",
		.method = "GET",
		.path = "/incidents/{entity_id}/notes",
		.result = RESULT_LIST,
		.member = "notes",
		.params = PARAMS(INCIDENT_ID),
		.returns = "An array of notes." },
	{ .name = "incident.get",
		.summary = "Get an incident by its id or number.",
		.method = "GET",
		.path = "/incidents/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "incident",
		.params = PARAMS(ENTITY_ID("the incident, or its number", "PT4KHLK"),
			INCLUDE("acknowledgers, agents, assignees, conference_bridge, custom_fields, escalation_policies, first_trigger_log_entries, priorities, services, teams, users")),
		.returns = "The incident." },
	{ .name = "incident.merge",
		.summary =
			"Merge incidents into one: its alerts are theirs too, and they are resolved.",
		.method = "PUT",
		.path = "/incidents/{entity_id}/merge",
		.result = RESULT_MEMBER,
		.member = "incident",
		.from = FROM_REQUIRED,
		.params = PARAMS(FROM_EMAIL,
			ENTITY_ID("the incident to merge into, which must be open", "PT4KHLK"),
			{ .name = "source_incidents",
				.wire = "source_incidents[]",
				.place = PLACE_BODY,
				.type = TYPE_LIST,
				.required = true,
				.reference = "incident_reference",
				.description = "Ids of the incidents to merge into it.",
				.example = "[\"PGR0VU2\"]" }),
		.returns = "The incident that was merged into." },
	{ .name = "incident.reassign",
		.summary = "Assign an incident to other users.",
		.method = "PUT",
		.path = "/incidents/{entity_id}",
		.result = RESULT_WHOLE,
		.member = "incident",
		.from = FROM_REQUIRED,
		.wrapper = "incident",
		.constant = "{\"type\":\"incident\"}",
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID,
			{ .name = "user_ids",
				.wire = "assignments[]/assignee",
				.place = PLACE_BODY,
				.type = TYPE_LIST,
				.required = true,
				.reference = "user_reference",
				.description = "Ids of the users to assign it to.",
				.example = "[\"PXPGF42\"]" }),
		.returns = "`{\"incident\": {...}}`" },
	{ .name = "incident.resolve",
		.summary = "Resolve an incident.",
		SET_STATUS("resolved"),
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID, RESOLUTION) },
	{ .name = "incident.snooze",
		.summary = "Put an incident to sleep for some time.",
		.method = "POST",
		.path = "/incidents/{entity_id}/snooze",
		.result = RESULT_MEMBER,
		.member = "incident",
		.retry = RETRY_UNSENT,
		.from = FROM_REQUIRED,
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID,
			{ .name = "duration",
				.place = PLACE_BODY,
				.type = TYPE_INTEGER,
				.required = true,
				.initial = "900",
				.least = 1,
				.most = 604800,
				.description = "For how many seconds, at most a week." }),
		.returns = "The incident." },
	{ .name = "incident.update",
		.summary = "Change an incident: its title, urgency, priority, escalation, service.",
		.method = "PUT",
		.path = "/incidents/{entity_id}",
		.result = RESULT_MEMBER,
		.member = "incident",
		.from = FROM_REQUIRED,
		.wrapper = "incident",
		.constant = "{\"type\":\"incident\"}",
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID,
			BODY("title", NULL, TYPE_STRING, "New title."),
			{ .name = "urgency",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.values = VALUES("high", "low"),
				.description = "New urgency.",
				.example = "\"high\"" },
			BODY("priority", NULL, TYPE_STRING,
				"Name of the new priority, such as P1."),
			{ .name = "status",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.values = VALUES("triggered", "acknowledged", "resolved"),
				.description =
					"New status; triggered or acknowledged opens an incident again that was resolved." },
			{ .name = "escalation_level",
				.place = PLACE_BODY,
				.type = TYPE_INTEGER,
				.least = 1,
				.most = 1000,
				.description =
					"Level of the escalation policy to escalate it to." },
			{ .name = "escalation_policy_id",
				.wire = "escalation_policy",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.reference = "escalation_policy_reference",
				.description = "Id of the escalation policy to give it to." },
			{ .name = "service_id",
				.wire = "service",
				.place = PLACE_BODY,
				.type = TYPE_STRING,
				.reference = "service_reference",
				.description = "Id of the service to move it to." },
			BODY("incident_type", "incident_type/name", TYPE_STRING,
				"Name of the new incident type."),
			BODY("conference_number", "conference_bridge/conference_number",
				TYPE_STRING,
				"Telephone number of the conference bridge, such as +1 415-555-1212,,,,1234#: a comma waits a second, # ends the code."),
			BODY("conference_url", "conference_bridge/conference_url", TYPE_STRING,
				"Address of the conference bridge.")),
		.returns = "The incident." },
	{ .name = "launch_incident",
		.summary = "Launch an incident: page whoever is on call for a service.",
		LAUNCH },
	{ .name = "resolve_incident",
		.summary = "Resolve an incident.",
		SET_STATUS("resolved"),
		.params = PARAMS(FROM_EMAIL, INCIDENT_ID, RESOLUTION) },
};

TABLE(incident);
