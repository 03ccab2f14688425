/* SPDX-License-Identifier: Apache-2.0 */
#include "operations/rows.h"

/* The table is laid out by hand, a row as it reads. */
/* clang-format off */
static const struct param since_in_body = BODY_VALUE("since", TYPE_TIME,
	"Only incidents that were created at or after this time.", .wire = "filters/created_at_start");
static const struct param until_in_body = BODY_VALUE("until", TYPE_TIME,
	"Only incidents that were created before this time.", .wire = "filters/created_at_end");
static const struct param urgency = BODY_VALUE("urgency", TYPE_STRING, "Only incidents of this urgency.",
	.wire = "filters/urgency", .values = VALUES("high", "low"));
static const struct param major = BODY_VALUE("major", TYPE_BOOLEAN,
	"Only major incidents, or only others.", .wire = "filters/major");
static const struct param team_ids_in_body = BODY_VALUE("team_ids", TYPE_LIST,
	"Only incidents of these teams.", .wire = "filters/team_ids", .kind = KIND_TEAM);
static const struct param service_ids = BODY_VALUE("service_ids", TYPE_LIST,
	"Only incidents of these services.",
	.wire = "filters/service_ids", .kind = KIND_SERVICE);
static const struct param priority_ids = BODY_VALUE("priority_ids", TYPE_LIST,
	"Only incidents of these priorities.",
	.wire = "filters/priority_ids", .kind = KIND_PRIORITY);
static const struct param priority_names = BODY_VALUE("priority_names", TYPE_LIST,
	"Only incidents of the priorities of these names.",
	.wire = "filters/priority_names");
static const struct param incident_type_ids = BODY_VALUE("incident_type_ids", TYPE_LIST,
	"Only incidents of these types (ids).",
	.wire = "filters/incident_type_ids");
static const struct param order = BODY_VALUE("order", TYPE_STRING,
	"Whether the order of the list is ascending or descending.", .values = VALUES("asc", "desc"));
static const struct param time_zone = BODY_VALUE("time_zone", TYPE_STRING,
	"Time zone of the times in parameters and in the result, such as Europe/Paris.");
static const struct param since2 = BODY_VALUE("since", TYPE_TIME,
	"Start of the time range.", .wire = "filters/created_at_start");
static const struct param until2 = BODY_VALUE("until", TYPE_TIME,
	"End of the time range.", .wire = "filters/created_at_end");
static const struct param team_ids2 = BODY_VALUE("team_ids", TYPE_LIST,
	"Only users of these teams.", .wire = "filters/team_ids", .kind = KIND_TEAM);
static const struct param user_ids = BODY_VALUE("user_ids", TYPE_LIST,
	"Only these users.", .wire = "filters/user_ids", .kind = KIND_USER);
static const struct param role_ids = BODY_VALUE("role_ids", TYPE_LIST,
	"Only users with these roles (ids).", .wire = "filters/role_ids");
static const struct param aggregate_unit = BODY_VALUE("aggregate_unit", TYPE_STRING,
	"Unit of time by which the metrics are split.",
	.values = VALUES("day", "week", "month"));
static const struct param order_by = BODY_VALUE("order_by", TYPE_STRING,
	"The member by which the list is sorted.");
static const struct param min_acknowledgements = BODY_VALUE("min_acknowledgements", TYPE_INTEGER,
	"Only incidents that were acknowledged at least this number of times.",
	.wire = "filters/min_ackowledgements");
static const struct param min_timeout_escalations = BODY_VALUE("min_timeout_escalations", TYPE_INTEGER,
	"Only incidents that escalated at least this number of times because nobody answered.",
	.wire = "filters/min_timeout_escalations");
static const struct param min_manual_escalations = BODY_VALUE("min_manual_escalations", TYPE_INTEGER,
	"Only incidents that people escalated at least this number of times.",
	.wire = "filters/min_manual_escalations");
static const struct param escalation_policy_ids = BODY_VALUE("escalation_policy_ids", TYPE_LIST,
	"Only incidents of these escalation policies.",
	.wire = "filters/escalation_policy_ids", .kind = KIND_ESCALATION_POLICY);
static const struct param pd_advance_used = BODY_VALUE("pd_advance_used", TYPE_BOOLEAN,
	"Only incidents for which PagerDuty Advance was used, or only others.",
	.wire = "filters/pd_advance_used");
static const struct param since3 = BODY_VALUE("since", TYPE_TIME,
	"Start of the time range.", .wire = "filters/date_range_start");
static const struct param until3 = BODY_VALUE("until", TYPE_TIME,
	"End of the time range.", .wire = "filters/date_range_end");
static const struct param team_ids3 = BODY_VALUE("team_ids", TYPE_LIST,
	"Only responders of these teams.", .wire = "filters/team_ids", .kind = KIND_TEAM);
static const struct param responder_ids = BODY_VALUE("responder_ids", TYPE_LIST,
	"Only these responders.", .wire = "filters/responder_ids", .kind = KIND_USER);
static const struct param *const params_of_get_all_escalation_policy_metrics[] = {
	&since_in_body, &until_in_body, &urgency, &major, &min_acknowledgements, &min_timeout_escalations,
	&min_manual_escalations, &team_ids_in_body, &service_ids, &escalation_policy_ids, &priority_ids,
	&priority_names, &pd_advance_used, &aggregate_unit, &order, &order_by, &time_zone, NULL };
static const struct param *const params_of_get_all_responder_metrics[] = {
	&since3, &until3, &urgency, &team_ids3, &responder_ids, &priority_ids, &priority_names, &order,
	&order_by, &time_zone, NULL };

static const struct operation rows[] = {
	{ .name = "analytics.find_raw_incident_responses",
	  .summary = "List who was asked to respond to an incident, and how they answered.",
	  .method = "GET", .path = "/analytics/raw/incidents/{entity_id}/responses",
	  .result = RESULT_VALUE, .member = "responses",
	  .params = PARAMS(&incident_id),
	  .returns = "The responses, as PagerDuty gives them: an array, or one object." },

	{ .name = "analytics.find_raw_incidents",
	  .summary = "List incidents with their metrics.",
	  .method = "POST", .path = "/analytics/raw/incidents",
	  .result = RESULT_LIST, .member = "data",
	  .paging = PAGING_BODY,
	  .retry = RETRY_READ,
	  .params = PARAMS(
		&since_in_body, &until_in_body,
		BODY("updated_after", TYPE_TIME,
			"Only incidents that were updated after this time.",
			.wire = "filters/updated_after"),
		&urgency, &major, &team_ids_in_body, &service_ids, &priority_ids, &priority_names,
		&incident_type_ids, &order,
		BODY("order_by", TYPE_STRING, "The member by which the list is sorted.",
			.values = VALUES("created_at", "seconds_to_resolve")),
		&time_zone, &maximum),
	  .returns = "An array of incidents with metrics." },

	{ .name = "analytics.find_raw_responder_incidents",
	  .summary = "List the incidents of one responder with their metrics.",
	  .method = "POST", .path = "/analytics/raw/responders/{entity_id}/incidents",
	  .result = RESULT_LIST, .member = "data",
	  .paging = PAGING_BODY,
	  .retry = RETRY_READ,
	  .params = PARAMS(
		PATH_ID("entity_id", KIND_USER, "The responder.", .example = "\"PXPGF42\""),
		&since_in_body, &until_in_body, &urgency, &major, &team_ids_in_body, &service_ids,
		&priority_ids, &priority_names, &incident_type_ids, &order,
		BODY("order_by", TYPE_STRING, "The member by which the list is sorted.",
			.values = VALUES("incident_created_at")),
		&time_zone, &maximum_all),
	  .returns = "An array of incidents with metrics." },

	{ .name = "analytics.find_raw_users",
	  .summary = "List users with the metrics of their work.",
	  .method = "POST", .path = "/analytics/raw/users",
	  .result = RESULT_LIST, .member = "data",
	  .paging = PAGING_BODY,
	  .retry = RETRY_READ,
	  .params = PARAMS(
		&since2, &until2, &team_ids2, &user_ids, &role_ids, &aggregate_unit, &order, &order_by,
		&time_zone, &maximum),
	  .returns = "An array of metrics, one object a user." },

	{ .name = "analytics.get_all_escalation_policy_metrics",
	  .summary = "Sum up the incident metrics of all escalation policies.",
	  .method = "POST", .path = "/analytics/metrics/incidents/escalation_policies/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics: one object, or one for each unit of time." },

	{ .name = "analytics.get_all_responder_metrics",
	  .summary = "Sum up the metrics of all responders.",
	  .method = "POST", .path = "/analytics/metrics/responders/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_responder_metrics,
	  .returns = "An array of metrics." },

	{ .name = "analytics.get_all_service_metrics",
	  .summary = "Sum up the incident metrics of all services.",
	  .method = "POST", .path = "/analytics/metrics/incidents/services/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics: one object, or one for each unit of time." },

	{ .name = "analytics.get_all_team_metrics",
	  .summary = "Sum up the incident metrics of all teams.",
	  .method = "POST", .path = "/analytics/metrics/incidents/teams/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics: one object, or one for each unit of time." },

	{ .name = "analytics.get_escalation_policy_metrics",
	  .summary = "Get the incident metrics of each escalation policy.",
	  .method = "POST", .path = "/analytics/metrics/incidents/escalation_policies",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics, one object an escalation policy." },

	{ .name = "analytics.get_incident_metrics",
	  .summary = "Sum up the metrics of incidents.",
	  .method = "POST", .path = "/analytics/metrics/incidents/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics: one object, or one for each unit of time." },

	{ .name = "analytics.get_pd_advance_usage_metrics",
	  .summary = "Sum up how PagerDuty Advance was used, feature by feature.",
	  .method = "POST", .path = "/analytics/metrics/pd_advance_usage/features",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = PARAMS(
		BODY("since", TYPE_TIME,
			"Only uses at or after this time.", .wire = "filters/created_at_start"),
		BODY("until", TYPE_TIME,
			"Only uses before this time.", .wire = "filters/created_at_end"),
		BODY("incident_since", TYPE_TIME,
			"Only for incidents that were created at or after this time.",
			.wire = "filters/incident_created_at_start"),
		BODY("incident_until", TYPE_TIME,
			"Only for incidents that were created before this time.",
			.wire = "filters/incident_created_at_end"),
		BODY("urgency", TYPE_STRING, "Only for incidents of this urgency.",
			.wire = "filters/urgency", .values = VALUES("high", "low")),
		BODY("major", TYPE_BOOLEAN, "Only for major incidents, or only for others.",
			.wire = "filters/major"),
		BODY("min_acknowledgements", TYPE_INTEGER,
			"Only for incidents that were acknowledged at least this number of times.",
			.wire = "filters/min_ackowledgements"),
		BODY("min_timeout_escalations", TYPE_INTEGER,
			"Only for incidents that escalated at least this number of times because "
			"nobody answered.",
			.wire = "filters/min_timeout_escalations"),
		BODY("min_manual_escalations", TYPE_INTEGER,
			"Only for incidents that people escalated at least this number of times.",
			.wire = "filters/min_manual_escalations"),
		BODY("team_ids", TYPE_LIST, "Only for incidents of these teams.",
			.wire = "filters/team_ids", .kind = KIND_TEAM),
		BODY("service_ids", TYPE_LIST, "Only for incidents of these services.",
			.wire = "filters/service_ids", .kind = KIND_SERVICE),
		BODY("escalation_policy_ids", TYPE_LIST, "Only for incidents of these escalation policies.",
			.wire = "filters/escalation_policy_ids", .kind = KIND_ESCALATION_POLICY),
		BODY("priority_ids", TYPE_LIST, "Only for incidents of these priorities.",
			.wire = "filters/priority_ids", .kind = KIND_PRIORITY),
		BODY("priority_names", TYPE_LIST, "Only for incidents of the priorities of these names.",
			.wire = "filters/priority_names"),
		&time_zone),
	  .returns = "An array of metrics, one object a feature." },

	{ .name = "analytics.get_raw_incident",
	  .summary = "Get an incident with its metrics.",
	  .method = "GET", .path = "/analytics/raw/incidents/{entity_id}",
	  .params = PARAMS(&incident_id),
	  .returns = "The incident with its metrics, as PagerDuty gives it." },

	{ .name = "analytics.get_responder_metrics",
	  .summary = "Get the metrics of each responder, team by team.",
	  .method = "POST", .path = "/analytics/metrics/responders/teams",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_responder_metrics,
	  .returns = "An array of metrics, one object a responder and team." },

	{ .name = "analytics.get_service_metrics",
	  .summary = "Get the incident metrics of each service.",
	  .method = "POST", .path = "/analytics/metrics/incidents/services",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics, one object a service." },

	{ .name = "analytics.get_team_metrics",
	  .summary = "Get the incident metrics of each team.",
	  .method = "POST", .path = "/analytics/metrics/incidents/teams",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = params_of_get_all_escalation_policy_metrics,
	  .returns = "An array of metrics, one object a team." },

	{ .name = "analytics.get_user_metrics",
	  .summary = "Sum up the metrics of users.",
	  .method = "POST", .path = "/analytics/metrics/users/all",
	  .result = RESULT_LIST, .member = "data",
	  .retry = RETRY_READ,
	  .params = PARAMS(
		&since2, &until2, &team_ids2, &user_ids, &role_ids, &aggregate_unit, &order, &order_by,
		&time_zone),
	  .returns = "An array of metrics: one object, or one for each unit of time." },
};
/* clang-format on */

TABLE(analytics);
