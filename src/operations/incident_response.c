/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param team_ids_in_body = BODY_VALUE("team_ids", TYPE_LIST, "The teams.",
	.wire = "subscribers[]", .reference = "team", .as = "subscriber_id/subscriber_type",
	.required_unless = "user_ids", .kind = KIND_TEAM);
static const struct param note_id = PATH_ID_VALUE("note_id", KIND_NONE, "The note.", .example = "\"PWL7QXS\"");
static const struct param additional_details = QUERY_VALUE("additional_details", TYPE_LIST,
	"More of each incident to return: incident.",
	.values = VALUES("incident"));
static const struct param alert_id = PATH_ID_VALUE("alert_id", KIND_NONE,
	"The alert.", .example = "\"PT4KHEE\"");

static const struct operation rows[] = {
	{ .name = "incident.add_subscribers",
	  .summary = "Subscribe users and teams to the status updates of an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates/subscribers",
	  .result = RESULT_LIST, .member = "subscriptions",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_subscriptions,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("user_ids", TYPE_LIST, "The users.",
			.wire = "subscribers[]", .reference = "user", .as = "subscriber_id/subscriber_type",
			.required_unless = "team_ids", .kind = KIND_USER,
			.example = "[\"PXPGF42\"]"),
		&team_ids_in_body),
	  .returns = "An array of subscriptions." },

	{ .name = "incident.cancel_responders",
	  .summary = "Withdraw requests for help with an incident.",
	  .method = "PUT", .path = "/incidents/{entity_id}/responder_requests/cancel",
	  .result = RESULT_LIST, .member = "responder_request_targets",
	  .outcome = &outcome_cancellations,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("requester_id", TYPE_STRING, "The user who withdraws them.",
			.required = true, .kind = KIND_USER, .example = "\"PL1JMK5\""),
		BODY("user_ids", TYPE_LIST, "The users who need not come.",
			.wire = "responder_request_targets[]", .reference = "user_reference",
			.required_unless = "escalation_policy_ids", .kind = KIND_USER,
			.example = "[\"PJ25ZYX\", \"PEP12AB\"]"),
		BODY("escalation_policy_ids", TYPE_LIST,
			"The escalation policies whose people need not come.",
			.wire = "responder_request_targets[]", .reference = "escalation_policy_reference",
			.required_unless = "user_ids", .kind = KIND_ESCALATION_POLICY)),
	  .returns = "An array of those who need not come, each with its result." },

	{ .name = "incident.create_status_update",
	  .summary = "Tell the subscribers of an incident how it stands.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates",
	  .result = RESULT_MEMBER, .member = "status_update",
	  .retry = RETRY_UNSENT, .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("message", TYPE_STRING, "What is told.",
			.required = true, .example = "\"The server fire is spreading.\""),
		BODY("subject", TYPE_STRING, "Subject of the e-mail; html_message must be given with it."),
		BODY("html_message", TYPE_STRING,
			"What the e-mail says, as HTML; subject must be given with it.")),
	  .returns = "The status update." },

	{ .name = "incident.delete_note",
	  .summary = "Delete a note of an incident.",
	  DELETE("/incidents/{entity_id}/notes/{note_id}"),
	  .params = PARAMS(&from_email, &incident_id, &note_id),
	  .returns = "`{\"deleted\": true}`" },

	{ .name = "incident.find_business_impacts",
	  .summary = "List the business services that an incident has an impact on.",
	  LIST("/incidents/{entity_id}/business_services/impacts", "services"),
	  .paging = PAGING_CURSOR,
	  .params = PARAMS(&incident_id, &maximum_all),
	  .returns = "An array of business services with their impact." },

	{ .name = "incident.find_past",
	  .summary = "List resolved incidents that were like an incident.",
	  LIST("/incidents/{entity_id}/past_incidents", "past_incidents"),
	  .params = PARAMS(
		&incident_id,
		QUERY("limit", TYPE_INTEGER, "How many to return at the most.", .least = 1, .most = 999)),
	  .returns = "An array of `{\"incident\", \"score\"}`, the most alike first." },

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
		QUERY("limit", TYPE_INTEGER, "How many to return at the most.")),
	  .returns = "An array of change events." },

	{ .name = "incident.find_subscribers",
	  .summary = "List who was subscribed to the status updates of an incident.",
	  LIST("/incidents/{entity_id}/status_updates/subscribers", "subscribers"),
	  .paging = PAGING_CLASSIC,
	  .params = PARAMS(&incident_id, &maximum_all, &partial),
	  .returns = "An array of subscribers." },

	{ .name = "incident.get_alert",
	  .summary = "Get an alert of an incident.",
	  GET("/incidents/{entity_id}/alerts/{alert_id}", "alert"),
	  .params = PARAMS(&incident_id, &alert_id),
	  .returns = "The alert." },

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

	{ .name = "incident.manage",
	  .summary = "Change many incidents at once, each in its own way.",
	  .method = "PUT", .path = "/incidents",
	  .result = RESULT_LIST, .member = "incidents",
	  .from = FROM_REQUIRED,
	  .outcome = &outcome_of_incidents,
	  .params = PARAMS(
		&from_email,
		BODY("incidents", TYPE_OBJECTS,
			"What to change: objects with id, type (incident_reference) and what shall be "
			"different, such as status, title, urgency; 250 at most.",
			.required = true, .members = VALUES("id", "type"),
			.example = "[{\"id\": \"PT4KHLK\", \"type\": \"incident_reference\", \"status\": \"acknowledged\"}, {\"id\": \"PQMF62U\", \"type\": \"incident_reference\", \"priority\": {\"id\": \"P53ZZH5\", \"type\": \"priority_reference\"}}, {\"id\": \"PPVZH9X\", \"type\": \"incident_reference\", \"status\": \"resolved\"}, {\"id\": \"P8JOGX7\", \"type\": \"incident_reference\", \"assignments\": [{\"assignee\": {\"id\": \"PXPGF42\", \"type\": \"user_reference\"}}]}, {\"id\": \"PYJ9K7I\", \"type\": \"incident_reference\", \"incident_type\": {\"name\": \"major_incident\"}}]")),
	  .returns = "An array of the incidents." },

	{ .name = "incident.manage_alerts",
	  .summary = "Resolve many alerts of an incident at once, or move them to other incidents.",
	  .method = "PUT", .path = "/incidents/{entity_id}/alerts",
	  .result = RESULT_LIST, .member = "alerts",
	  .from = FROM_REQUIRED,
	  .outcome = &outcome_of_alerts,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("alerts", TYPE_OBJECTS,
			"What to change: objects with id, type (alert) and status (resolved) or incident; "
			"250 at most.",
			.required = true, .members = VALUES("id", "type"),
			.example = "[{\"id\": \"PPVZH9X\", \"type\": \"alert\", \"status\": \"resolved\"}, {\"id\": \"P8JOGX7\", \"type\": \"alert\", \"incident\": {\"id\": \"PPVZH9X\", \"type\": \"incident_reference\"}}]")),
	  .returns = "An array of the alerts." },

	{ .name = "incident.remove_subscribers",
	  .summary = "Unsubscribe users and teams from the status updates of an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/status_updates/unsubscribe",
	  .retry = RETRY_UNSENT,
	  .outcome = &outcome_removals,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("user_ids", TYPE_LIST, "The users.",
			.wire = "subscribers[]", .reference = "user", .as = "subscriber_id/subscriber_type",
			.required_unless = "team_ids", .kind = KIND_USER, .example = "[\"PXPGF42\"]"),
		&team_ids_in_body),
	  .returns = "How many subscriptions were deleted, and how many were not." },

	{ .name = "incident.request_responders",
	  .summary = "Ask users or escalation policies to help with an incident.",
	  .method = "POST", .path = "/incidents/{entity_id}/responder_requests",
	  .result = RESULT_MEMBER, .member = "responder_request",
	  .retry = RETRY_UNSENT,
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("requester_id", TYPE_STRING, "The user who asks.",
			.required = true, .kind = KIND_USER, .example = "\"PL1JMK5\""),
		BODY("message", TYPE_STRING, "What they are told.",
			.required = true,
			.example = "\"Please help with issue - join bridge at +1(234)-567-8910\""),
		BODY("user_ids", TYPE_LIST, "The users to ask.",
			.wire = "responder_request_targets[]/responder_request_target",
			.reference = "user_reference", .required_unless = "escalation_policy_ids",
			.kind = KIND_USER, .example = "[\"PJ25ZYX\"]"),
		BODY("escalation_policy_ids", TYPE_LIST, "The escalation policies whose people to ask.",
			.wire = "responder_request_targets[]/responder_request_target",
			.reference = "escalation_policy_reference", .required_unless = "user_ids",
			.kind = KIND_ESCALATION_POLICY)),
	  .returns = "The responder request." },

	{ .name = "incident.set_business_impact",
	  .summary = "Say whether an incident has an impact on a business service.",
	  .method = "PUT", .path = "/incidents/{entity_id}/business_services/{business_service_id}/impacts",
	  .params = PARAMS(
		&from_email, &incident_id,
		PATH_ID("business_service_id", KIND_BUSINESS_SERVICE, "The business service.",
			.example = "\"P1L1YEE\""),
		BODY("relation", TYPE_STRING, "Whether it is impacted.",
			.required = true, .values = VALUES("impacted", "not_impacted"),
			.example = "\"impacted\"")),
	  .returns = "The business service and its impact." },

	{ .name = "incident.set_custom_fields",
	  .summary = "Set the values of an incident's custom fields.",
	  .method = "PUT", .path = "/incidents/{entity_id}/custom_fields/values",
	  .result = RESULT_LIST, .member = "custom_fields",
	  .params = PARAMS(
		&from_email, &incident_id,
		BODY("values", TYPE_OBJECT,
			"The values by the names of the fields; a value is a text, number, boolean or null, "
			"several are an array.",
			.wire = "custom_fields[]", .pairs = "name/value", .required_unless = "custom_fields",
			.example = "{\"environment\": \"production\"}"),
		BODY("custom_fields", TYPE_OBJECTS,
			"The values by the ids of the fields instead: objects with id and value.",
			.members = VALUES("id"), .required_unless = "values")),
	  .returns = "An array of custom fields with their values." },

	{ .name = "incident.update_alert",
	  .summary = "Resolve an alert, or move it to another incident.",
	  UPDATE("/incidents/{entity_id}/alerts/{alert_id}", "alert"),
	  .from = FROM_REQUIRED,
	  .constant = "{\"type\":\"alert\"}",
	  .params = PARAMS(
		&from_email, &incident_id, &alert_id,
		BODY("status", TYPE_STRING, "New status of the alert.",
			.values = VALUES("resolved", "triggered"), .example = "\"resolved\""),
		BODY("incident_id", TYPE_STRING, "The incident to move it to.",
			.wire = "incident", .reference = "incident_reference", .kind = KIND_INCIDENT)),
	  .returns = "The alert." },

	{ .name = "incident.update_note",
	  .summary = "Change a note of an incident.",
	  UPDATE("/incidents/{entity_id}/notes/{note_id}", "note"),
	  .from = FROM_REQUIRED,
	  .params = PARAMS(
		&from_email, &incident_id, &note_id,
		BODY("content", TYPE_STRING, "What the note shall say.",
			.required = true, .example = "\"Firefighters are on the scene. Update 1.\"")),
	  .returns = "The note." },
};
/* clang-format on */

TABLE(incident_response);
