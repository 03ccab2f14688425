/* SPDX-License-Identifier: Apache-2.0 */
#include "rows.h"
#include "tables.h"

#define WINDOW_ID ENTITY_ID("the maintenance window", "PW98YIO")
#define INCLUDE_WINDOW INCLUDE("teams, services, users")

static const struct operation rows[] = {
	{ .name = "maintenance_window.create",
		.summary = "Create a maintenance window from a whole document.",
		.method = "POST", .path = "/maintenance_windows", .result = RESULT_MEMBER, .member = "maintenance_window",
		.retry = RETRY_UNSENT, .from = FROM_REQUIRED, .wrapper = "maintenance_window",
		.schema = "maintenance_window.create",
		.params = PARAMS(FROM_EMAIL,
			DATA("The maintenance window",
				"{\"type\": \"maintenance_window\", \"start_time\": \"2026-11-09T20:00:00Z\", \"end_time\": "
				"\"2026-11-09T22:00:00Z\", \"services\": [{\"id\": \"PIJ90N7\", \"type\": \"service_reference\"}]}")),
		.returns = "The maintenance window." },
	{ .name = "maintenance_window.create.simple",
		.summary = "Put a service into maintenance for some time.",
		.method = "POST", .path = "/maintenance_windows", .result = RESULT_MEMBER, .member = "maintenance_window",
		.retry = RETRY_UNSENT, .from = FROM_REQUIRED, .wrapper = "maintenance_window",
		.constant = "{\"type\":\"maintenance_window\"}",
		.params = PARAMS(FROM_EMAIL,
			BODY_REQUIRED("start_time", NULL, TYPE_TIME, "When it starts.", "\"2026-11-09T20:00:00Z\""),
			BODY_REQUIRED("end_time", NULL, TYPE_TIME, "When it ends.", "\"2026-11-09T22:00:00Z\""),
			BODY("description", NULL, TYPE_STRING, "What is done meanwhile."),
			{ .name = "service_id", .wire = "services[]", .place = PLACE_BODY, .type = TYPE_STRING, .required = true,
				.reference = "service_reference", .description = "Id of the service.", .example = "\"PIJ90N7\"" }),
		.returns = "The maintenance window." },
	{ .name = "maintenance_window.delete",
		.summary = "End a maintenance window that is on, or delete one that is to come.",
		.method = "DELETE", .path = "/maintenance_windows/{entity_id}", .result = RESULT_DELETED, .from = FROM_KNOWN,
		.params = PARAMS(WINDOW_ID), .returns = RETURNS_DELETED },
	{ .name = "maintenance_window.find",
		.summary = "List maintenance windows.",
		.method = "GET", .path = "/maintenance_windows", .result = RESULT_LIST, .member = "maintenance_windows",
		.paging = PAGING_CLASSIC,
		.params = PARAMS(TEAM_IDS, SERVICE_IDS("Only windows"), INCLUDE_WINDOW,
			{ .name = "filter", .place = PLACE_QUERY, .type = TYPE_STRING,
				.values = VALUES("past", "future", "ongoing", "open", "all"),
				.description = "Only windows that are over, to come, on, or either of the last two." },
			FIND_QUERY("windows whose description"), MAXIMUM, PARTIAL),
		.returns = "An array of maintenance windows." },
	{ .name = "maintenance_window.get",
		.summary = "Get a maintenance window.",
		.method = "GET", .path = "/maintenance_windows/{entity_id}", .result = RESULT_MEMBER,
		.member = "maintenance_window", .params = PARAMS(WINDOW_ID, INCLUDE_WINDOW),
		.returns = "The maintenance window." },
};

TABLE(maintenance_window);
