/* SPDX-License-Identifier: Apache-2.0 */
/* Macros for rows: parameters of each place, families of calls, and shared parameters. */
#ifndef OPERATIONS_ROWS_H
#define OPERATIONS_ROWS_H

#include "action/operation.h"

/* Ends a file: makes the array `rows` the table of a resource. */
#define TABLE(resource)                                            \
	extern const struct operation_table operations_##resource; \
	const struct operation_table operations_##resource = { rows, COUNT(rows) }

/* Each macro stands for one thing. */
/* clang-format off */

/*
 * A parameter: its name, its place, its type, its description, and whatever else of struct param it
 * has, as designators:
 *     PARAM("all", PLACE_CONTROL, TYPE_BOOLEAN, "Follow the pages of a list.", .initial = "false")
 * The forms that end in _VALUE define a constant; the others stand in PARAMS().
 */
#define PARAM_VALUE(name_, place_, type_, ...) \
	{ .name = (name_), .place = (place_), .type = (type_), .description = __VA_ARGS__ }
#define PARAM(...) &(const struct param)PARAM_VALUE(__VA_ARGS__)

/*
 * A thing in the path:
 *     PATH_ID("entity_id", KIND_INCIDENT, "The incident.", .example = "\"PT4KHLK\"")
 */
#define PATH_ID_VALUE(name_, kind_, ...) \
	{ .name = (name_), .place = PLACE_PATH, .type = TYPE_STRING, .required = true, .kind = (kind_), \
	  .description = __VA_ARGS__ }
#define PATH_ID(...) &(const struct param)PATH_ID_VALUE(__VA_ARGS__)

/*
 * A parameter in the query, and one in the body:
 *     QUERY("query", TYPE_STRING, "Only what matches this text.")
 */
#define QUERY_VALUE(name_, type_, ...) PARAM_VALUE(name_, PLACE_QUERY, type_, __VA_ARGS__)
#define QUERY(...) &(const struct param)QUERY_VALUE(__VA_ARGS__)
#define BODY_VALUE(name_, type_, ...) PARAM_VALUE(name_, PLACE_BODY, type_, __VA_ARGS__)
#define BODY(...) &(const struct param)BODY_VALUE(__VA_ARGS__)

/* The parameters of a row, constants by their address: PARAMS(&from_email, QUERY(...)) */
#define PARAMS(...) (const struct param *const[]){ __VA_ARGS__, NULL }
#define VALUES(...) (const char *const[]){ __VA_ARGS__, NULL }

/*
 * Families of calls: list records, get a record, create one from a body in a wrapper of the same
 * name, update it, delete it.
 */
#define LIST(path_, member_) \
	.method = "GET", .path = (path_), .result = RESULT_LIST, .member = (member_)
#define GET(path_, member_) \
	.method = "GET", .path = (path_), .result = RESULT_MEMBER, .member = (member_)
#define CREATE(path_, member_) \
	.method = "POST", .path = (path_), .result = RESULT_MEMBER, .member = (member_), .wrapper = (member_), \
	.retry = RETRY_UNSENT
#define UPDATE(path_, member_) \
	.method = "PUT", .path = (path_), .result = RESULT_MEMBER, .member = (member_), .wrapper = (member_)
#define DELETE(path_) \
	.method = "DELETE", .path = (path_), .result = RESULT_DELETED

/* An event by version 1 of the Events API, and one by version 2; a change has no such macro. */
#define EVENT_V1 \
	.method = "POST", .path = "/generic/2010-04-15/create_event.json", .host = HOST_EVENTS, .api = &events_v1, \
	.retry = RETRY_KEYED, .key = "incident_key", .throttle = 403
#define EVENT_V2 \
	.method = "POST", .path = "/v2/enqueue", .host = HOST_EVENTS, .api = &events_v2, \
	.retry = RETRY_KEYED, .key = "dedup_key"
/* clang-format on */

extern const struct events_api events_v1, events_v2, events_change; /* events_api.c */

/* Shared parameters, defined in common.c. */
extern const struct param from_email;
extern const struct param maximum; /* for a find: the default is 25 */
/* for lists of which a part would be a wrong answer: the default is all */
extern const struct param maximum_all;
/* Who is subscribed to an incident or a business service. */
extern const struct param subscriber_user_ids, subscriber_team_ids;
/* What a team or a user is subscribed to. */
extern const struct param subscribed_incidents, subscribed_business_services;
/* The custom fields of an incident or a service. */
extern const struct param custom_field_values, custom_fields_by_id;
extern const struct param partial;
extern const struct param service_key, service_of_service_keys; /* of an event, v1 */
extern const struct param routing_key, service_of_routing_keys; /* of an event, v2 */
extern const struct param queue; /* of an event: whether it is kept */
extern const struct param client, client_url; /* of an event: who reports */
extern const struct param team_ids;
extern const struct param time_zone_utc;
extern const struct param since, until, until_now;
extern const struct param sort_by_name;
extern const struct param is_overview;
extern const struct param include_of_log_entries;
/* of an incident */
extern const struct param incident_type_name, conference_number, conference_url;
extern const struct param incident_id, user_id, team_id, service_id, escalation_policy_id,
	schedule_id, schedule_v3_id, maintenance_window_id, event_orchestration_id;

/* Lists with the parameters since and until, whose records have created_at. */
extern const struct timeline timeline_created;

/* How replies say what happened to each of several things, in common.c; see struct outcome. */
extern const struct outcome outcome_subscriptions; /* add_subscribers */
extern const struct outcome outcome_notifications; /* add_notification_subscriptions */
extern const struct outcome
	outcome_removals; /* remove_subscribers, remove_notification_subscriptions */
extern const struct outcome outcome_cancellations; /* incident.cancel_responders */
extern const struct outcome outcome_rendering; /* template.render */
extern const struct outcome outcome_of_incidents,
	outcome_of_alerts; /* incident.manage, .manage_alerts */

#endif
