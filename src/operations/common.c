/* SPDX-License-Identifier: Apache-2.0 */
/* The parameters that recur in several resources. */
#include "operations/rows.h"

/* clang-format off */
const struct param from_email = PARAM_VALUE("from_email", PLACE_FROM, TYPE_EMAIL,
	"E-mail address of the acting PagerDuty user. The default is the entry of the asking "
	"user in users of the configuration, otherwise its from_email.",
	.example = "\"ana@example.com\"");
const struct param maximum = PARAM_VALUE("maximum", PLACE_CONTROL, TYPE_INTEGER,
	"The largest number of records to return; 0 means all.",
	.initial = "25", .most = 1000000);
const struct param maximum_all = PARAM_VALUE("maximum", PLACE_CONTROL, TYPE_INTEGER,
	"The largest number of records to return; 0 means all.",
	.initial = "0", .most = 1000000);
const struct param partial = PARAM_VALUE("partial", PLACE_CONTROL, TYPE_BOOLEAN,
	"If more than " PAGING_MOST_TEXT " records match, which is PagerDuty's limit, return the first of them "
	"instead of failing.",
	.initial = "false");
const struct param service_key = PARAM_VALUE("service_key", PLACE_KEY, TYPE_STRING,
	"Integration key of the service, for Events API v1. Without it, service is used, "
	"otherwise service_key or routing_key of the configuration.",
	.secret = true);
const struct param service_of_service_keys = PARAM_VALUE("service", PLACE_KEY_NAME, TYPE_STRING,
	"Name of the service among service_keys or routing_keys of the configuration, instead of "
	"its key.");
const struct param routing_key = PARAM_VALUE("routing_key", PLACE_KEY, TYPE_STRING,
	"Integration key of the service. Without it, service is used, otherwise routing_key of "
	"the configuration.",
	.secret = true);
const struct param service_of_routing_keys = PARAM_VALUE("service", PLACE_KEY_NAME, TYPE_STRING,
	"Name of the service among routing_keys of the configuration, instead of its key.");
const struct param queue = PARAM_VALUE("queue", PLACE_CONTROL, TYPE_STRING,
	"Whether the event is kept in the event queue and delivered later: never, on_failure (if "
	"PagerDuty cannot be reached), or always. The default is event_queue.when of the "
	"configuration.",
	.values = VALUES("never", "on_failure", "always"));
const struct param client = BODY_VALUE("client", TYPE_STRING, "Name of the system that reports the problem.");
const struct param client_url = BODY_VALUE("client_url", TYPE_STRING, "Address of that system, for a link.");
const struct param team_ids = QUERY_VALUE("team_ids", TYPE_LIST,
	"Only records of these teams; the account must have the ability `teams`.",
	.kind = KIND_TEAM);
const struct param time_zone_utc = QUERY_VALUE("time_zone", TYPE_STRING,
	"Time zone of the times in the result, and of given times without an offset, such as UTC "
	"or Europe/Paris.",
	.initial = "\"UTC\"");
const struct param since = QUERY_VALUE("since", TYPE_TIME, "Start of the time range.");
const struct param until_now = QUERY_VALUE("until", TYPE_TIME, "End of the time range; without it, now.");
const struct param until = QUERY_VALUE("until", TYPE_TIME, "End of the time range.");
const struct param sort_by_name = QUERY_VALUE("sort_by", TYPE_STRING, "Order of the list; without it, by name.",
	.values = VALUES("name", "name:asc", "name:desc"), .orders = true);
const struct param is_overview = QUERY_VALUE("is_overview", TYPE_BOOLEAN,
	"Only the most important changes of an incident.", .initial = "false");
const struct param include_of_log_entries = QUERY_VALUE("include", TYPE_LIST,
	"Details to include in full instead of as references: incidents, services, channels, teams.");
const struct param incident_id = PATH_ID_VALUE("entity_id", KIND_INCIDENT,
	"The incident.", .example = "\"PT4KHLK\"");
const struct param user_id = PATH_ID_VALUE("entity_id", KIND_USER, "The user.", .example = "\"PXPGF42\"");
const struct param team_id = PATH_ID_VALUE("entity_id", KIND_TEAM, "The team.", .example = "\"PQ9K7I8\"");
const struct param service_id = PATH_ID_VALUE("entity_id", KIND_SERVICE,
	"The service.", .example = "\"PIJ90N7\"");
const struct param escalation_policy_id = PATH_ID_VALUE("entity_id", KIND_ESCALATION_POLICY,
	"The escalation policy.", .example = "\"PANZZEQ\"");
const struct param schedule_id = PATH_ID_VALUE("entity_id", KIND_SCHEDULE,
	"The schedule.", .example = "\"PI7DH85\"");
const struct param schedule_v3_id = PATH_ID_VALUE("entity_id", KIND_SCHEDULE_V3,
	"The schedule.", .example = "\"PI7DH85\"");
const struct param maintenance_window_id = PATH_ID_VALUE("entity_id", KIND_MAINTENANCE_WINDOW,
	"The maintenance window.", .example = "\"PW98YIO\"");
const struct param incident_type_name = BODY_VALUE("incident_type", TYPE_STRING,
	"Name of the incident type.", .wire = "incident_type/name");
const struct param conference_number = BODY_VALUE("conference_number", TYPE_STRING,
	"Telephone number of the conference bridge, such as +1 415-555-1212,,,,1234#: a comma waits a "
	"second, # ends the code.",
	.wire = "conference_bridge/conference_number");
const struct param conference_url = BODY_VALUE("conference_url", TYPE_STRING,
	"Address of the conference bridge.", .wire = "conference_bridge/conference_url");
const struct param event_orchestration_id = PATH_ID_VALUE("entity_id", KIND_EVENT_ORCHESTRATION,
	"The event orchestration.",
	.example = "\"b02e973d-9620-4e0a-9edc-00fedf7d4694\"");

const struct timeline timeline_created = { .since = "since", .until = "until", .made = "created_at" };

const struct outcome outcome_subscriptions = {
	.list = "subscriptions", .word = "result", .done = VALUES("success", "duplicate"),
	.name = "subscriber_id" };
const struct outcome outcome_notifications = {
	.list = "subscriptions", .word = "result", .done = VALUES("success", "duplicate"),
	.name = "subscribable_id" };
const struct outcome outcome_removals = {
	.refused_counts = VALUES("unauthorized_count", "non_existent_count"), .done_count = "deleted_count" };
const struct outcome outcome_cancellations = {
	.list = "responder_request_targets", .word = "result", .done = VALUES("cancelled"), .name = "id" };
const struct outcome outcome_rendering = { .problems = "errors" };
const struct outcome outcome_of_incidents = { .list = "incidents", .sent = "incidents" };
const struct outcome outcome_of_alerts = { .list = "alerts", .sent = "alerts" };

const struct param subscriber_user_ids = BODY_VALUE("user_ids", TYPE_LIST, "The users.",
	.wire = "subscribers[]", .reference = "user", .as = "subscriber_id/subscriber_type",
	.required_unless = "team_ids", .kind = KIND_USER, .example = "[\"PXPGF42\"]");
const struct param subscriber_team_ids = BODY_VALUE("team_ids", TYPE_LIST, "The teams.",
	.wire = "subscribers[]", .reference = "team", .as = "subscriber_id/subscriber_type",
	.required_unless = "user_ids", .kind = KIND_TEAM);

const struct param subscribed_incidents = BODY_VALUE("incident_ids", TYPE_LIST, "The incidents.",
	.wire = "subscribables[]", .reference = "incident",
	.as = "subscribable_id/subscribable_type", .required_unless = "business_service_ids",
	.kind = KIND_INCIDENT, .example = "[\"PT4KHLK\"]");
const struct param subscribed_business_services = BODY_VALUE("business_service_ids", TYPE_LIST,
	"The business services.",
	.wire = "subscribables[]", .reference = "business_service", .as = "subscribable_id/subscribable_type",
	.required_unless = "incident_ids", .kind = KIND_BUSINESS_SERVICE);

const struct param custom_field_values = BODY_VALUE("values", TYPE_OBJECT,
	"The values by the names of the fields. A value is a text, a number, a "
	"boolean or null; several values are an array.",
	.wire = "custom_fields[]", .pairs = "name/value", .required_unless = "custom_fields",
	.example = "{\"environment\": \"production\"}");
const struct param custom_fields_by_id = BODY_VALUE("custom_fields", TYPE_OBJECTS,
	"The values by the ids of the fields instead: objects with id and value.",
	.members = VALUES("id"), .required_unless = "values");
/* clang-format on */
