/* SPDX-License-Identifier: Apache-2.0 */
/* The actions that change incidents. */
#include "operations/own_incident.h"
#include "operations/rows.h"
#include "operations/verbs.h"

#include "json/json.h"

/* Seconds: how long an incident sleeps if the caller does not say (also as text), and at most. */
enum { SNOOZE = 900, SNOOZE_MOST = 7 * 24 * 60 * 60 };
#define SNOOZE_TEXT "900"

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
 * The parameter period, a duration in words, replaces duration, which is in seconds. The default is
 * set here: if the metadata had one, StackStorm would always pass it, and the program could not see
 * whether both were given.
 */
static bool take_period(
	const struct operation *operation, struct json_object *values, struct error *err)
{
	struct json_object *period = json_member(values, "period");
	bool has_duration = json_member(values, "duration") != NULL;

	(void)operation;
	if (period && has_duration)
		return error_set(err, ERROR_USAGE, 0, "give duration or period, not both");
	if (has_duration)
		return true;
	return json_add(values, "duration",
		       period ? json_object_get(period) : json_object_new_int64(SNOOZE)) ||
	       error_memory(err);
}

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param resolution = BODY_VALUE("resolution", TYPE_STRING,
	"A text that says how it was resolved. It becomes a part of the incident's record.");
static const struct param incident_ids = BODY_VALUE("incident_ids", TYPE_LIST, "The incidents.",
	.wire = "incidents[]", .required = true, .reference = "incident_reference",
	.kind = KIND_INCIDENT, .mine = true, .example = "[\"PT4KHLK\", \"PGR0VU2\"]");

/* Any number of incidents are changed alike. */
#define CHANGE_INCIDENTS(constant_) \
	.method = "PUT", .path = "/incidents", .from = FROM_REQUIRED, .constant = (constant_), \
	.shape = change_each, .run = incidents_change

#define OUTCOMES \
	"An array with `{\"id\", \"status\"}` for each incident, in their order. Where some were not " \
	"changed, or that is not known, the action fails, and the error has that array as `outcomes`, with `{\"id\", \"error\"}` " \
	"for those. One that had the status before also has `already`, which says by whom and since when."

/* One incident is changed: only the member that the row's constant or a parameter gives. */
#define CHANGE_INCIDENT(constant_) \
	UPDATE("/incidents/{entity_id}", "incident"), \
	.from = FROM_REQUIRED, .constant = (constant_), .confirms = "status", .explain = already_explain

/* A row whose result is the incident in its wrapper. */
#define CHANGE_INCIDENT_WHOLE(constant_) \
	.method = "PUT", .path = "/incidents/{entity_id}", .member = "incident", .wrapper = "incident", \
	.from = FROM_REQUIRED, .constant = (constant_), .confirms = "status", .explain = already_explain

/* Actions that have two names. */
#define ACKNOWLEDGE \
	.summary = "Acknowledge an incident: stop its escalation while you work on it.", \
	CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"acknowledged\"}"), \
	.recover = &recovery_of_status, \
	.params = PARAMS(&from_email, &incident_id), \
	.returns = "`{\"incident\": {...}}`"
#define RESOLVE \
	.summary = "Resolve an incident.", \
	CHANGE_INCIDENT_WHOLE("{\"type\":\"incident\",\"status\":\"resolved\"}"), \
	.recover = &recovery_of_status, \
	.params = PARAMS(&from_email, &incident_id, &resolution), \
	.returns = "`{\"incident\": {...}}`"

static const struct operation rows[] = {
	{ .name = "acknowledge_incident", ACKNOWLEDGE },

	{ .name = "incident.acknowledge", ACKNOWLEDGE },

	{ .name = "incident.acknowledge_many",
	  .summary = "Acknowledge incidents: any number of them, 250 with one request.",
	  CHANGE_INCIDENTS("{\"status\":\"acknowledged\"}"),
	  .params = PARAMS(&from_email, &incident_ids),
	  .returns = OUTCOMES },

	{ .name = "incident.escalate",
	  .summary = "Escalate an incident to a level of its escalation policy.",
	  CHANGE_INCIDENT("{\"type\":\"incident\"}"),
	  .run = incident_escalate,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("level", TYPE_INTEGER,
			"The level, counted from 1; without it, the next level above the present "
			"assignees.",
			.wire = "escalation_level", .least = 1, .most = 1000,
			.example = "2")),
	  .returns = "The incident." },

	{ .name = "incident.manage",
	  .summary = "Change many incidents at once, each in its own way.",
	  .method = "PUT", .path = "/incidents",
	  .result = RESULT_LIST, .member = "incidents",
	  .from = FROM_REQUIRED,
	  .outcome = &outcome_of_incidents,
	  .params = PARAMS(
		&from_email,
		BODY("incidents", TYPE_OBJECTS,
			"The changes: at most 250 objects with id, type (incident_reference) and "
			"the members to change, such as status, title or urgency.",
			.required = true, .members = VALUES("id", "type"),
			.example = "[{\"id\": \"PT4KHLK\", \"type\": \"incident_reference\", \"status\": \"acknowledged\"}, {\"id\": \"PQMF62U\", \"type\": \"incident_reference\", \"priority\": {\"id\": \"P53ZZH5\", \"type\": \"priority_reference\"}}, {\"id\": \"PPVZH9X\", \"type\": \"incident_reference\", \"status\": \"resolved\"}, {\"id\": \"P8JOGX7\", \"type\": \"incident_reference\", \"assignments\": [{\"assignee\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}]}, {\"id\": \"PYJ9K7I\", \"type\": \"incident_reference\", \"incident_type\": {\"name\": \"major_incident\"}}]")),
	  .returns = "An array of the incidents." },

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

	{ .name = "incident.resolve", RESOLVE },

	{ .name = "incident.resolve_many",
	  .summary = "Resolve incidents: any number of them, 250 with one request.",
	  CHANGE_INCIDENTS("{\"status\":\"resolved\"}"),
	  .params = PARAMS(&from_email, &incident_ids, &resolution),
	  .returns = OUTCOMES },

	{ .name = "incident.set_business_impact",
	  .summary = "Say whether an incident has an impact on a business service.",
	  .method = "PUT", .path = "/incidents/{entity_id}/business_services/{business_service_id}/impacts",
	  .params = PARAMS(
		&from_email, &incident_id,
		PATH_ID("business_service_id", KIND_BUSINESS_SERVICE, "The business service.",
			.example = "\"P1L1YEE\""),
		BODY("relation", TYPE_STRING,
			"Whether the incident has an impact on the business service.",
			.required = true, .values = VALUES("impacted", "not_impacted"),
			.example = "\"impacted\"")),
	  .returns = "The business service and its impact." },

	{ .name = "incident.set_custom_fields",
	  .summary = "Set the values of an incident's custom fields.",
	  .method = "PUT", .path = "/incidents/{entity_id}/custom_fields/values",
	  .result = RESULT_LIST, .member = "custom_fields",
	  .params = PARAMS(
		&from_email, &incident_id,
		&custom_field_values, &custom_fields_by_id),
	  .returns = "An array of custom fields with their values." },

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
		BODY("duration", TYPE_INTEGER,
			"How many seconds, at most a week. The default is " SNOOZE_TEXT " if neither this "
			"nor period is given.",
			.least = 1, .most = SNOOZE_MOST),
		PARAM("period", PLACE_CONTROL, TYPE_DURATION,
			"How long, instead of duration, at most a week.",
			.least = 1, .most = SNOOZE_MOST)),
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

	{ .name = "resolve_incident", RESOLVE },
};
/* clang-format on */

TABLE(incident_change);
