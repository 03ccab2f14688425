/* SPDX-License-Identifier: Apache-2.0 */
/* The actions that open an incident. */
#include "operations/event_size.h"
#include "operations/event_v2.h"
#include "operations/own_incident.h"
#include "operations/rows.h"
#include "operations/verbs.h"

#include "json/json.h"

#include <string.h>

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

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param description = BODY_VALUE("description", TYPE_STRING,
	"What is wrong, in a few words. PagerDuty reads it to people. It is cut after 1024 "
	"characters.",
	.required = true, .example = "\"Disk full on db1\"");
static const struct param details = BODY_VALUE("details", TYPE_OBJECT,
	"More details for the person who is paged.");
static const struct param incident_key = BODY_VALUE("incident_key", TYPE_STRING,
	"Key that identifies the problem: while an incident with the same key is open, no other "
	"is opened. Without it, a key is made and returned.",
	.most = 255, .filled = true);
static const struct param contexts = BODY_VALUE("contexts", TYPE_OBJECTS,
	"Links and images to show with the incident: objects with type link and href, or type image and src.");
static const struct param text_details = BODY_VALUE("details", TYPE_STRING,
	"More details for the person who is paged.", .wire = "body/details");

/* A new incident from an event. Two actions do this. */
#define LAUNCH \
	EVENT_V1, .make_key = true, \
	.constant = "{\"event_type\":\"trigger\"}", \
	.prepare = check_contexts, .shape = event_fit, .other = &trigger_as_v2, \
	.params = PARAMS( \
		&service_key, &service_of_service_keys, &description, &details, &client, &client_url, \
		&incident_key, &contexts, &queue), \
	.returns = "`{\"status\", \"message\", \"incident_key\"}`, as Events API v1 answers; with a key of v2 also `dedup_key`, the same."

static const struct operation rows[] = {
	{ .name = "incident.create.events_v1",
	  .summary = "Launch an incident by Events API v1, or v2 where only a key of that is configured.",
	  LAUNCH },

	{ .name = "incident.create.rest_v2",
	  .summary = "Create an incident from a whole document.",
	  .method = "POST", .path = "/incidents",
	  .result = RESULT_MEMBER, .member = "incident",
	  .retry = RETRY_KEYED, .from = FROM_REQUIRED, .wrapper = "incident", .key = "incident_key", .schema = "incident",
	  .confirms = "status", .recover = &recovery_of_opening,
	  .params = PARAMS(
		&from_email,
		PARAM("data", PLACE_DATA, TYPE_OBJECT,
			"The incident as in PagerDuty's REST API, without the wrapper.",
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
		BODY("urgency", TYPE_STRING,
			"How urgent it is; without it, the service's own setting is used.",
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
			"Key that identifies the problem: while an incident with the same key is "
			"open, PagerDuty refuses another. With a key the call is safe to repeat.",
			.most = 255, .filled = true)),
	  .returns = "The incident." },

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
		BODY("title", TYPE_STRING, "What is wrong, in a few words.",
			.required = true, .example = "\"Database down, please call in\""),
		BODY("service_id", TYPE_STRING,
			"The service that has the problem. Without it, the only service that "
			"uses the escalation policy, or one of the user's policies; if there are "
			"several, the action fails.",
			.wire = "service", .reference = "service_reference",
			.kind = KIND_SERVICE, .example = "\"PIJ90N7\""),
		PARAM("name", PLACE_CONTROL, TYPE_STRING,
			"The name of the user or the escalation policy to page, instead of "
			"user_id or escalation_policy_id.",
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

	{ .name = "launch_incident",
	  .summary = "Launch an incident: page whoever is on call for a service.",
	  LAUNCH },
};
/* clang-format on */

TABLE(incident_opening);
